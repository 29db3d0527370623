import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** A file that is being written beside the place it will have. */
export type Sink = {
  /** Throws AppError `disk`, in words. */
  write(text: string): void;
  /** All of it is on the disk, whatever happens to the machine. */
  finish(): void;
  /** Nothing is left. Does nothing when it was finished. */
  abandon(): void;
};

export const partOf = (file: string): string => `${file}.part`;

/** Few large writes are quicker than many small ones. */
const bufferedChars = 256 * 1024;

/** Throws AppError `disk` when there is no writing there. */
export const openSink = (part: string, put: typeof writeSync = writeSync): Sink => {
  const handle = said(() => openSync(part, 'wx', 0o600));
  let waiting: string[] = [];
  let chars = 0;
  let isOpen = true;
  const flush = (): void => {
    const bytes = Buffer.from(waiting.join(''));
    waiting = [];
    chars = 0;
    for (let at = 0; at < bytes.length;) at += put(handle, bytes, at);
  };
  return {
    write(text) {
      waiting.push(text);
      chars += text.length;
      if (chars >= bufferedChars) said(flush);
    },
    finish() {
      said(() => {
        flush();
        fsyncSync(handle);
        closeSync(handle);
      });
      isOpen = false;
    },
    abandon() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(handle);
      rmSync(part, { force: true });
    },
  };
};

/** Runs something that writes; what the disk refuses is said in words. */
export const said = <T>(write: () => T): T => {
  try {
    return write();
  } catch (error) {
    throw inWords(error);
  }
};

export const inWords = (error: unknown): unknown => {
  const { code = '', path: place } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'SQLITE_FULL') {
    return new AppError(
      'disk',
      'The disk is full. Nothing of the export was left behind. Free some space, or choose another disk.',
    );
  }
  if (code === 'EEXIST') {
    const name = path.basename(place ?? '');
    return new AppError(
      'disk',
      `${name} is there already: an export is being written, or was cut off. Choose another name, or delete it.`,
    );
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('disk', 'That folder is not there any more. Nothing was exported.');
  }
  if (['EACCES', 'EPERM', 'EROFS', 'EIO', 'EISDIR', 'EBUSY'].includes(code)) {
    return new AppError('disk', 'There is no writing in that folder. Nothing was exported. Choose another.');
  }
  return error;
};
