import { open } from 'node:fs/promises';
import type { Unit } from './units.ts';
import { countOf } from './units.ts';

/** Units that are written together, and where the file goes on behind them. */
export type Slice = { units: Unit[]; to: number };

const pieceBytes = 256 * 1024;

/** The units from a place in their file on, so many messages at a time. */
export async function* slicesOf(file: string, from: number, perSlice: number): AsyncGenerator<Slice> {
  const handle = await open(file, 'r');
  try {
    let waiting = Buffer.alloc(0);
    let read = from;
    let to = from;
    let units: Unit[] = [];
    let count = 0;
    for (;;) {
      const piece = Buffer.alloc(pieceBytes);
      const { bytesRead } = await handle.read(piece, 0, pieceBytes, read);
      read += bytesRead;
      waiting = Buffer.concat([waiting, piece.subarray(0, bytesRead)]);
      for (let end = waiting.indexOf(10); end >= 0; end = waiting.indexOf(10)) {
        const unit = JSON.parse(waiting.toString('utf8', 0, end)) as Unit;
        waiting = waiting.subarray(end + 1);
        const more = countOf(unit);
        if (count > 0 && count + more > perSlice) {
          yield { units, to };
          units = [];
          count = 0;
        }
        units.push(unit);
        count += more;
        to += end + 1;
      }
      if (bytesRead > 0) continue;
      if (units.length > 0) yield { units, to };
      return;
    }
  } finally {
    await handle.close();
  }
}

/** The first unit: what the others refer to, whatever has been written already. */
export const headOf = async (file: string): Promise<Unit | undefined> => {
  for await (const { units } of slicesOf(file, 0, 1)) return units[0];
  return undefined;
};
