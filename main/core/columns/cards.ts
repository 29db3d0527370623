import type {
  AccountId,
  AgentId,
  CustomerId,
  PolicyId,
  QueueId,
  TagId,
  ThreadId,
} from '../../../shared/ids.ts';
import type {
  Card,
  ClockState,
  DirectRight,
  GoneBecause,
  MessageKind,
  Ms,
  ReplyRight,
} from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { otherAnswersSql } from '../threads/answered-by.ts';
import type { ThreadRow } from '../threads/rows.ts';

/** A preview is at most so long; the pane shows the whole text. */
const previewLength = 280;

const select =
  'SELECT t.*, i.handle, i.name, i.reach, a.initials, ' +
  `substr(m.text, 1, ${previewLength}) AS preview, m.kind AS preview_kind, m.received_at AS last_in_at, m.lang, ` +
  'm.gone_at AS last_in_gone_at, m.gone_because AS last_in_gone, m.version_id <> m.remote_id AS is_last_in_edited, ' +
  'r.is_summons, r.refused, r.gone_at AS reply_gone_at, d.state AS direct_right, d.at AS direct_right_at, ' +
  `(${otherAnswersSql}) AS other_answers ` +
  'FROM threads t JOIN identities i ON i.id = t.identity_id ' +
  'JOIN messages m ON m.id = t.last_in_id LEFT JOIN messages r ON r.id = t.reply_to_id ' +
  'LEFT JOIN agents a ON a.id = t.assignee_id ' +
  'LEFT JOIN direct_rights d ON d.account_id = t.account_id AND d.identity_id = t.identity_id';

type CardRow = ThreadRow & {
  handle: string;
  name: string;
  reach: number | null;
  initials: string | null;
  preview: string;
  preview_kind: MessageKind;
  last_in_gone_at: Ms | null;
  last_in_gone: GoneBecause | null;
  is_last_in_edited: 0 | 1;
  lang: string | null;
  /** When the customer's newest message came in. */
  last_in_at: Ms;
  is_summons: 0 | 1 | null;
  /** Why the network took no answer to the newest public message; null: it never refused one. */
  refused: string | null;
  reply_gone_at: Ms | null;
  direct_right: 'open' | 'closed' | 'encrypted' | null;
  direct_right_at: Ms | null;
  other_answers: number;
};

export const findCard = (db: Reader, id: string): Card | undefined => {
  const row = db.find<CardRow>(`${select} WHERE t.id = ?`, id);
  return row && cardOf(row);
};

/** The SQL of a column: the threads are chosen inside, by index, before anything is joined to them. */
export const cardsWhere = (chosen: string): string => select.replace('FROM threads t', `FROM (${chosen}) t`);

export const cardOf = (row: CardRow): Card => ({
  id: row.id as ThreadId,
  accountId: row.account_id as AccountId,
  revision: row.revision,
  status: row.status,
  assigneeId: row.assignee_id as AgentId | null,
  assigneeInitials: row.initials,
  handle: row.handle,
  name: row.name,
  reach: row.reach,
  preview: row.preview,
  previewKind: row.preview_kind,
  previewGone: row.last_in_gone_at === null ? null : (row.last_in_gone ?? 'deleted'),
  isPreviewEdited: row.is_last_in_edited === 1,
  lang: row.lang,
  waitingSince: row.waiting_since,
  lastMessageAt: row.last_at,
  sortAt: row.sort_at,
  isUnread: row.last_in_seq > row.read_seq,
  inbound: row.inbound,
  outbound: row.outbound,
  reposts: row.reposts,
  otherAnswers: row.other_answers,
  hasDirect: row.direct > 0,
  replyRight: replyRightOf(row),
  directRight: directRightOf(row),
  sending: row.sending,
  customerId: row.customer_id as CustomerId,
  queueId: row.queue_id as QueueId | null,
  priority: row.priority,
  tags: row.tags === '[]' ? none : (JSON.parse(row.tags) as TagId[]),
  notes: row.notes,
  reason: row.reason,
  snoozedUntil: row.snoozed_until,
  returnAt: row.return_at,
  expertId: row.expert_id as AgentId | null,
  clock: clockOf(row),
  deadlineAt: row.next_deadline_at,
  breaches: row.breaches,
});

const none: readonly TagId[] = [];

const clockOf = (row: CardRow): ClockState | null =>
  row.clock === null || row.clock_from === null || row.policy_id === null
    ? null
    : {
        clock: row.clock,
        startedAt: row.clock_from,
        dueAt: row.next_deadline_at,
        warnAt: row.warn_at,
        policyId: row.policy_id as PolicyId,
      };

/** By the network's rules, and by what it refused or took so far. */
const replyRightOf = (row: CardRow): ReplyRight => {
  if (row.reply_to_id === null) return directRightOf(row);
  if (row.reply_gone_at !== null || row.refused === 'deleted-target') return 'deleted';
  return row.is_summons === 1 && row.refused === null ? 'may-reply' : 'not-summoned';
};

/** Whoever wrote to us directly takes an answer, unless we were told otherwise since. */
const directRightOf = (row: CardRow): DirectRight => {
  const hasWritten = row.preview_kind === 'dm' && row.last_in_at > (row.direct_right_at ?? -Infinity);
  if (hasWritten) return 'dm-open';
  switch (row.direct_right) {
    case 'open':
      return 'dm-open';
    case 'closed':
      return 'dm-closed';
    case 'encrypted':
      return 'encrypted';
    case null:
      return row.direct > 0 ? 'dm-open' : 'unknown';
  }
};

export type { CardRow };
