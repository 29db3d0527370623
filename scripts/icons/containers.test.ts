import { expect, test } from 'vitest';
import { toIcns, toIco } from './containers.ts';

const png = Buffer.from('a picture');

test('an .ico lists its pictures and holds them where it says', () => {
  const ico = toIco([16, 256].map((size) => ({ size, png })));
  expect(ico.readUInt16LE(4)).toBe(2);
  expect(ico[6 + 16]).toBe(0); // 256
  const offset = ico.readUInt32LE(6 + 16 + 12);
  expect(ico.subarray(offset, offset + png.length)).toEqual(png);
});

test('an .icns states its own length', () => {
  const icns = toIcns([{ size: 128, png }]);
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  expect(icns.toString('latin1', 8, 12)).toBe('ic07');
});
