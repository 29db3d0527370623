import type { RecordOf } from '../../../shared/archive/record.ts';
import type { MessageKind, Ms } from '../../../shared/model.ts';
import type { Attachment } from '../../../shared/model.ts';

/** A message of a table or of the network's own archive, by what it is called there. */
export type TalkMessage = {
  kind: MessageKind;
  remoteId: string;
  author: string;
  /** The other party; null: said to nobody. */
  to: string | null;
  replyTo: string | null;
  text: string;
  isCut: boolean;
  at: Ms;
  lang: string | null;
  /** It names the brand: the network would take an answer. */
  isSummons: boolean;
  attachments: Attachment[];
};

/** Of one customer with our account, oldest first; `who` null: what the brand said to nobody. */
export type TalkUnit = {
  u: 'talk';
  who: { remoteId: string; handle: string; name: string } | null;
  messages: TalkMessage[];
};

/** Accounts, people and tags that the rest of an archive of our own refers to. */
export type HeadUnit = {
  u: 'head';
  accounts: RecordOf<'account'>[];
  agents: RecordOf<'agent'>[];
  tags: RecordOf<'tag'>[];
};
/** One thread, or, without one, what belongs to none. */
export type ThreadUnit = {
  u: 'thread';
  thread: RecordOf<'thread'> | null;
  customers: RecordOf<'customer'>[];
  identities: RecordOf<'identity'>[];
  messages: RecordOf<'message'>[];
  notes: RecordOf<'note'>[];
  questions: RecordOf<'question'>[];
  promises: RecordOf<'escalation'>[];
};
/** By row, from 1 as an editor counts. */
export type RefusedUnit = { u: 'refused'; rows: [number, string][] };

/** What a file becomes before anything of it is written: a line of JSON each, in the order in which they are taken in. */
export type Unit = HeadUnit | TalkUnit | ThreadUnit | RefusedUnit;

export const countOf = (unit: Unit): number =>
  unit.u === 'talk' || unit.u === 'thread' ? Math.max(1, unit.messages.length) : 1;
