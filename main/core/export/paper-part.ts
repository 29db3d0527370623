import { messagesPerPart } from '../../../shared/archive/formats.ts';
import { getAgentRow } from '../agents.ts';
import type { LongWork } from '../jobs/long.ts';
import { findThread } from '../threads/rows.ts';
import type { LedgerThread } from './ledger.ts';
import { namesIn } from './names.ts';
import { page, type Sheet } from './paper/page.ts';
import { asideOnPaper, messageOnPaper, threadOnPaper } from './paper/parts.ts';
import { zoneTimes } from './paper/times.ts';
import { titleOf } from './paper/title.ts';
import { peopleFor } from './people.ts';
import type { After } from './read-messages.ts';
import { spokenIn } from './spoken.ts';
import type { ExportInput } from './write-file.ts';

/** Where the next part begins: in which thread, after which message of it. */
export type Place = { at: number; after: After | null };
export type PartInput = ExportInput & {
  all: LedgerThread[];
  from: Place;
  part: number;
  parts: number;
  messages: number;
};
export type Part = Sheet & { messages: number; next: Place | null };

/** One part of what is printed, as a page: so many messages, wherever their threads begin and end. */
export const paperPart: LongWork<PartInput, Part | null> = (db, input, progress) => {
  const { asked, all, from, now, me, part, parts } = input;
  const people = peopleFor(db, input);
  const names = namesIn(db);
  const times = zoneTimes(asked.zone);
  const sections: string[] = [];
  let written = 0;
  let next: Place | null = null;
  for (let at = from.at; at < all.length && next === null; at += 1) {
    const { id, isFirst } = all[at] ?? { id: '', isFirst: false };
    const thread = findThread(db, id);
    // Folded into another, or erased, since the threads were listed.
    if (!thread) continue;
    const after = at === from.at ? from.after : null;
    const customer = names.identity(thread.identity_id);
    const around = { names, people, times, called: [customer.name, customer.handle] };
    const said: string[] = [];
    const reading = { hasNotes: asked.hasNotes, isFirst, ...(after && { after }) };
    let last = after;
    for (const { message, aside } of spokenIn(db, thread, reading)) {
      if (message && written === messagesPerPart) {
        next = { at, after: last };
        break;
      }
      if (!progress.goesOn()) return null;
      said.push(message ? messageOnPaper(message, around) : asideOnPaper(aside, around));
      if (!message) continue;
      written += 1;
      last = { createdAt: message.createdAt, id: message.id };
    }
    if (said.length > 0) sections.push(threadOnPaper(thread, said, around, after !== null));
  }
  const title = titleOf(db, asked.scope, people, names);
  const by = getAgentRow(db, me).name;
  const sheet = page({
    title,
    facts: factsOf(input, by, times.long(now)),
    foot: parts > 1 ? `Part ${part} of ${parts}` : '',
    body: sections.join('\n'),
  });
  return { ...sheet, messages: written, next };
};

const number = new Intl.NumberFormat('en');

const factsOf = ({ asked, messages, all, part, parts }: PartInput, by: string, when: string): string[] => [
  `Exported by ${by} on ${when}`,
  `${number.format(messages)} ${messages === 1 ? 'message' : 'messages'} in ${number.format(all.length)} ${all.length === 1 ? 'thread' : 'threads'}. Times are those of ${asked.zone}.`,
  ...(parts > 1 ? [`This is part ${part} of ${parts}.`] : []),
  asked.hasNotes
    ? 'With what colleagues wrote to each other, marked as internal.'
    : 'Without notes of colleagues.',
  ...(asked.isMasked
    ? ['Customers are masked: their names, handles, addresses and numbers are covered.']
    : []),
];
