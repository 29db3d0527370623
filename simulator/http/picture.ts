import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { World } from '../world/world.ts';

const width = 480;
const height = 320;
const bands = 8;

/**
 * What stands behind the address of a posted picture: no photograph of anybody, but bands of colour that are the same each
 * time and differ from picture to picture. Undefined: no picture is kept there.
 */
export function pictureAt(world: World, path: string): Buffer | undefined {
  const [, id = ''] = /^\/(?:media|preview)\/(\d+)\.jpg$/u.exec(path) ?? [];
  return world.media.has(id) ? bandsOf(id) : undefined;
}

function bandsOf(id: string): Buffer {
  const hash = createHash('sha256').update(id).digest();
  const rows = Array.from({ length: height }, (_, y) => {
    const band = Math.floor((y * bands) / height) * 3;
    // Each row begins with its filter: none.
    return Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, hash.subarray(band, band + 3))]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
