import path from 'node:path';
import { put } from '../../db/put.ts';
import { operate, type Desk } from '../desk.ts';
import { said } from './sink.ts';
import type { Exported, ExportInput } from './write-file.ts';

/**
 * What left this desk, for good: who, how much, of which threads, in which form. Of where to it keeps the name of the file
 * alone, and of a search not its words: both may name somebody who is to be erased.
 */
export const logExport = (
  desk: Desk,
  { asked }: ExportInput,
  { threads, messages, some }: Exported,
  file: string | null,
): void => {
  const { scope, format, hasNotes, isMasked } = asked;
  const input = {
    what: scope.what,
    ...(scope.what === 'customer' && { customerId: scope.customerId }),
    ...{ format, hasNotes, isMasked, threads, messages },
    /** Not all of them when there are many: see `threads`. */
    threadIds: some,
    file: file === null ? null : path.basename(file),
  };
  const operation = { op: 'archive.export', by: desk.me, input };
  const onThread = scope.what === 'thread' ? { ...operation, threadId: scope.threadId } : operation;
  said(() =>
    operate(desk, onThread, (tx) => {
      const known = tx.find<{ value: string }>("SELECT value FROM settings WHERE name = 'exports'");
      put(tx, 'settings', { name: 'exports', value: String(Number(known?.value ?? 0) + 1) });
      return { value: null };
    }),
  );
};
