import { open } from 'node:fs/promises';
import { createCsv, delimiterOf, encodingOf, type Broken, type Record } from './csv.ts';

const headBytes = 256 * 1024;
const pieceBytes = 1 << 20;

/** A table, record by record; what its first record says is up to the caller. */
export async function* tableOf(path: string): AsyncGenerator<Record | Broken> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(head, 0, headBytes, 0);
    const encoding = encodingOf(head.subarray(0, bytesRead));
    const decoder = new TextDecoder(encoding);
    const first = new TextDecoder(encoding).decode(head.subarray(0, bytesRead), { stream: true });
    const csv = createCsv(delimiterOf(first));
    for (let at = 0; ;) {
      const piece = Buffer.alloc(pieceBytes);
      const { bytesRead: read } = await handle.read(piece, 0, pieceBytes, at);
      at += read;
      const isEnd = read === 0;
      yield* csv.take(decoder.decode(piece.subarray(0, read), { stream: !isEnd }), isEnd);
      if (isEnd) return;
    }
  } finally {
    await handle.close();
  }
}

/** The heads of a table and its first rows, as they stand there. */
export const topOf = async (path: string, rows = 50): Promise<{ header: string[]; rows: string[][] }> => {
  const all: string[][] = [];
  for await (const record of tableOf(path)) {
    if ('cells' in record) all.push(record.cells);
    if (all.length > rows) break;
  }
  const [header = [], ...rest] = all;
  return { header, rows: rest };
};
