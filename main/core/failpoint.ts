/**
 * The moments at which a program that is killed could go wrong: between what is on the disk and what the network knows. A
 * harness that kills, and tests, hang a hook on them; without one they do nothing, and nothing but code can hang one.
 */
export const failpoints = [
  /** An answer stands in the outbox; nobody was told yet. */
  'outbox.queued',
  /** The attempt is decided on, and not on the disk. */
  'outbox.before-mark',
  /** The mark is on the disk, and nothing has left. */
  'outbox.marked',
  /** The network took it, and the disk does not know. */
  'outbox.answered',
  'outbox.accepted',
  /** A refusal or a doubt is on the disk. */
  'outbox.settled',
  /** The account's own messages are about to be read back. */
  'outbox.reading',
  /** They are here, and nothing was decided. */
  'outbox.read',
  'outbox.decided',
  /** The bytes are in a file that has no name yet. */
  'upload.written',
  /** The file has its name, and the desk does not know it. */
  'upload.kept',
  /** The network has begun to take the file, and the disk does not know. */
  'upload.begun',
  'upload.progress',
  /** The network has all of it, and the disk does not know. */
  'upload.answered',
  'upload.stored',
  /** An answer of a stream is here, and nothing of it is on the disk. */
  'poll.answered',
  /** A slice of an answer and its cursor are on the disk. */
  'poll.slice',
  /** All of it is. */
  'poll.taken',
  /** What was looked up again is here, and nothing of it is on the disk. */
  'recheck.answered',
  /** What is gone is gone from the tables, and stands in the log of the database still. */
  'recheck.taken',
  /** All of an export is in a file that has not its name yet; the log does not know. */
  'export.written',
  /** The log says that it left, and the file still has not its name. */
  'export.logged',
  /** A slice of an import and the place it ends at are on the disk. */
  'import.slice',
  /** Part of what is known of a person is gone, and the rest is not yet. */
  'erase.part',
  /** All words of a person are gone from the tables; files and the file of the desk itself are not clean yet. */
  'erase.words',
  /** The other files are gone; between the cells of the desk's own file something may stand still. */
  'erase.files',
  /** Part of what is due is removed. */
  'retention.part',
] as const;
export type Failpoint = (typeof failpoints)[number];

let hook: ((name: Failpoint) => void) | undefined;

export const failpoint = (name: Failpoint): void => hook?.(name);

/** Undefined: nothing happens at any of them again. */
export const onFailpoint = (run: ((name: Failpoint) => void) | undefined): void => {
  hook = run;
};
