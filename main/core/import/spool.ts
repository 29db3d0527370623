import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import type { Ms } from '../../../shared/model.ts';

/** A file on the disk in which lines are put by group and time, and out of which they come in that order. */
export type Spool = {
  add(group: string, at: Ms, line: string): void;
  /** Groups by the time of their first line. */
  groups(): Generator<{ group: string; lines: string[] }>;
  readonly lines: number;
  close(): void;
};

const bufferBytes = 1 << 20;

/** Only places are kept in memory: a file of millions of rows takes some tens of megabytes. */
export const openSpool = (file: string): Spool => {
  const handle = openSync(file, 'w+', 0o600);
  const ids = new Map<string, number>();
  const names: string[] = [];
  const groupOf: number[] = [];
  const times: number[] = [];
  const places: number[] = [];
  const lengths: number[] = [];
  let buffer: Buffer[] = [];
  let buffered = 0;
  let size = 0;

  const flush = (): void => {
    // All of it: what does not fit on a full disk is no error to a single write.
    if (buffer.length > 0) writeFileSync(handle, Buffer.concat(buffer));
    buffer = [];
    buffered = 0;
  };

  return {
    add(group, at, line) {
      let id = ids.get(group);
      if (id === undefined) {
        ids.set(group, (id = names.length));
        names.push(group);
      }
      const bytes = Buffer.from(line);
      groupOf.push(id);
      times.push(at);
      places.push(size);
      lengths.push(bytes.length);
      size += bytes.length;
      buffered += bytes.length;
      buffer.push(bytes);
      if (buffered >= bufferBytes) flush();
    },
    get lines() {
      return times.length;
    },
    *groups() {
      flush();
      const first: number[] = names.map(() => Infinity);
      for (const [n, group] of groupOf.entries()) first[group] = Math.min(first[group] ?? 0, times[n] ?? 0);
      const rank: number[] = [];
      const inOrder = names
        .map((_, id) => id)
        .toSorted((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1));
      for (const [place, id] of inOrder.entries()) rank[id] = place;
      const order = Uint32Array.from(times.keys()).toSorted(
        (a, b) =>
          (rank[groupOf[a] ?? 0] ?? 0) - (rank[groupOf[b] ?? 0] ?? 0) || (times[a] ?? 0) - (times[b] ?? 0),
      );
      let at = 0;
      while (at < order.length) {
        const group = groupOf[order[at] ?? 0] ?? 0;
        const lines: string[] = [];
        for (; at < order.length && groupOf[order[at] ?? 0] === group; at += 1) {
          const n = order[at] ?? 0;
          const bytes = Buffer.allocUnsafe(lengths[n] ?? 0);
          readSync(handle, bytes, 0, bytes.length, places[n] ?? 0);
          lines.push(bytes.toString());
        }
        yield { group: nameOf(group), lines };
      }
    },
    close() {
      closeSync(handle);
      rmSync(file, { force: true });
    },
  };

  function nameOf(id: number): string {
    return names[id] ?? '';
  }
};
