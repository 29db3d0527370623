import type { Salvaged } from '../../db/salvage/salvage.ts';
import type { Mended } from './mend.ts';

/** What was saved of a damaged desk and what was not, a sentence each. */
export const savedWords = ({ rows, pages, badPages, badRows }: Salvaged, mended: Mended): string[] => {
  const of = (table: string, one: string, many: string): string => counted(rows[table] ?? 0, one, many);
  const words = [
    badPages + badRows === 0
      ? `All ${pages.toLocaleString('en')} pages could be read.`
      : `Of ${pages.toLocaleString('en')} pages ${badPages.toLocaleString('en')} could not be read, and ${counted(badRows, 'row', 'rows')} on others.`,
    `Saved: ${of('messages', 'message', 'messages')}, ${of('threads', 'thread', 'threads')}, ` +
      `${of('drafts', 'draft', 'drafts')}, ${of('outbox', 'item of the outbox', 'items of the outbox')}, ` +
      `${of('notes', 'note', 'notes')}, ${of('settings', 'setting', 'settings')}.`,
  ];
  if (mended.threadsRebuilt > 0)
    words.push(
      `${counted(mended.threadsRebuilt, 'thread was', 'threads were')} put together again from messages.`,
    );
  if (mended.messagesLost > 0)
    words.push(
      `${counted(mended.messagesLost, 'thread has', 'threads have')} lost what the customer said; a note in its place says so until it is fetched again.`,
    );
  if (mended.standIns > 0)
    words.push(`${counted(mended.standIns, 'name is', 'names are')} unknown until heard of again.`);
  if (mended.loose.length > 0)
    words.push(
      `${counted(mended.loose.length, 'text belongs', 'texts belong')} to threads that are lost whole; kept in the lost-texts file beside the damaged one.`,
    );
  if (mended.isReadAnew)
    words.push('What the networks still have of the last weeks is fetched again, which costs calls.');
  words.push(
    'What waited to leave does not leave by itself: it is looked for at the network first. The search index is made anew.',
  );
  return words;
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
