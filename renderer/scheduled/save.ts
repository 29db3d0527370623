import type { AccountId, MessageId, ScheduleId, ThreadId } from '../../shared/ids.ts';
import type { MessageKind, Ms } from '../../shared/model.ts';
import { call } from '../call.ts';
import { clear } from '../store/drafts.ts';
import { newScheduleId } from '../store/ids.ts';
import type { Desk } from '../store/state.ts';
import { seenIn } from './seen.ts';

/** What the dialog begins with, and where its words go. */
export type ScheduleDraft = {
  title: string;
  /** Made with the dialog: one intention, one id. */
  id: ScheduleId;
  accountId: AccountId | null;
  threadId: ThreadId | null;
  kind: MessageKind;
  text: string;
  at: Ms | null;
  /** The one it takes the place of; null: a new one. */
  replaces: { id: ScheduleId; revision: number } | null;
  /** The composer its words came from, to be emptied when they are kept here. */
  from: ThreadId | null;
  head: MessageId | null;
  alteredSeen: Ms;
};

export const draftOf = (desk: Desk): ScheduleDraft => {
  const id = newScheduleId();
  const { about, from } = desk.mail;
  const known = desk.schedules.find((one) => one.id === about);
  if (known) {
    const { accountId, threadId, kind, at, revision } = known;
    const title = 'Other words or another time';
    const text = unsigned(known.text);
    return {
      title,
      id,
      accountId,
      threadId,
      kind,
      text,
      at,
      replaces: { id: known.id, revision },
      from: null,
      ...seenIn(desk, threadId),
    };
  }
  const written = from === null ? undefined : desk.composing[from];
  const card = from === null ? undefined : desk.cards.get(from);
  if (from !== null && written && card) {
    const { kind } = written;
    const title = `Send to @${card.handle} later`;
    const text = written.texts[kind];
    return {
      title,
      id,
      accountId: card.accountId,
      threadId: from,
      kind,
      text,
      at: null,
      replaces: null,
      from,
      ...seenIn(desk, from),
    };
  }
  const nothing = { head: null, alteredSeen: 0 };
  return {
    title: 'Schedule a post',
    id,
    accountId: null,
    threadId: null,
    kind: 'post',
    text: '',
    at: null,
    replaces: null,
    from: null,
    ...nothing,
  };
};

/** Throws AppError: the words stay in the dialog, and in the composer they came from. */
export const save = async (draft: ScheduleDraft & { accountId: AccountId; at: Ms }): Promise<void> => {
  const { id, accountId, threadId, kind, text, at, replaces, from, head, alteredSeen } = draft;
  if (replaces) await call('schedule.change', { ...replaces, newId: id, text, at, head, alteredSeen });
  else await call('schedule.add', { id, accountId, threadId, kind, text, at, head, alteredSeen });
  if (from === null) return;
  clear(from, kind);
  await call('draft.save', { threadId: from, kind, text: '' });
};

/** The signature is put back by core, of whoever changed it. */
const unsigned = (text: string): string => text.replace(/ \^\p{Lu}{2,3}$/u, '');
