import type { OutboxId, ThreadId } from '../../shared/ids.ts';
import type { Draft, DraftKind } from '../../shared/model.ts';
import type { Reader, Tx } from '../db/db.ts';
import { drop, put } from '../db/put.ts';
import { operate, type Desk } from './desk.ts';
import { withoutGone } from './gone-words.ts';

/** The only file that writes `drafts` and `draft_versions`. A draft belongs to author and thread, never to the assignment. */
type DraftRow = {
  agent_id: string;
  thread_id: string;
  kind: DraftKind;
  version: number;
  text: string;
  saved_at: number;
  /** The id it will be sent under, made with its first key; null: none yet. */
  intention: string | null;
};

/** Older versions are kept so far back, so that a slip can be undone. */
const versionsKept = 100;

export const draftsOf = (desk: Desk, threadId: string): Draft[] =>
  desk.db
    .all<DraftRow>(
      "SELECT * FROM drafts WHERE agent_id = ? AND thread_id = ? AND text <> ''",
      desk.me,
      threadId,
    )
    .map(draftOf);

/** Keeps what was typed. The text itself stays in this table: `changes` names only its version. */
export const saveDraft = (
  desk: Desk,
  threadId: string,
  kind: DraftKind,
  typed: string,
  intention: string | null = null,
): Draft => {
  const text = withoutGone(desk.db, desk.now(), typed);
  const known = findDraft(desk.db, desk.me, threadId, kind);
  const isSame = known?.text === text && (intention === null || known.intention === intention);
  // Its thread may have been erased while a composer was open: nothing is typed into what is not there.
  const isGone = !known && !desk.db.find('SELECT 1 FROM threads WHERE id = ?', threadId);
  if (isSame || isGone || (!known && text === '')) return draftOf(known ?? empty(desk.me, threadId, kind));
  const version = (known?.version ?? 0) + 1;
  const input = { threadId, kind, version };
  return operate(desk, { op: 'draft.save', by: desk.me, threadId, input }, (tx, at) => {
    const row = write(tx, {
      ...{ agent_id: desk.me, thread_id: threadId, kind, version, text, saved_at: at },
      intention: intention ?? (known?.text === '' ? null : (known?.intention ?? null)),
    });
    return {
      value: draftOf(row),
      inverse: { op: 'draft.restore', input: { threadId, kind, version: version - 1 } },
    };
  }).value;
};

/** Takes an earlier version back; version 0 is the empty one. */
export const restoreDraft = (
  tx: Tx,
  agentId: string,
  at: number,
  want: Pick<Draft, 'threadId' | 'kind' | 'version'>,
): void => {
  const { threadId, kind, version } = want;
  const text = textOf(tx, agentId, threadId, kind, version);
  replaceDraft(tx, agentId, at, { threadId, kind, text });
};

/** Inside another operation: a sent text leaves the draft, a cancelled one returns to it. */
export const replaceDraft = (
  tx: Tx,
  agentId: string,
  at: number,
  {
    threadId,
    kind,
    text,
    intention = null,
  }: { threadId: string; kind: DraftKind; text: string; intention?: string | null },
): void => {
  const known = findDraft(tx, agentId, threadId, kind);
  if (!known && text === '') return;
  const version = (known?.version ?? 0) + 1;
  write(tx, { agent_id: agentId, thread_id: threadId, kind, version, text, saved_at: at, intention });
};

/** What was taken back stands above what was typed there since. */
export const giveBackDraft = (
  tx: Tx,
  agentId: string,
  at: number,
  back: { threadId: string; kind: DraftKind; text: string; intention: string | null },
): Draft => {
  const present = findDraft(tx, agentId, back.threadId, back.kind);
  const text = [back.text, present?.text].filter(Boolean).join('\n');
  // What is being typed has an intention of its own, and the window that types it knows no other.
  const intention = present && present.text !== '' ? present.intention : back.intention;
  replaceDraft(tx, agentId, at, { ...back, text, intention });
  const row = findDraft(tx, agentId, back.threadId, back.kind);
  return draftOf(row ?? empty(agentId, back.threadId, back.kind));
};

/** Which version went where, so that both texts can be found again. Null: there was none. */
export type MovedDraft = {
  agent: string;
  kind: DraftKind;
  from: number;
  into: number | null;
  joined: number;
};

/** Folding: what was typed in both threads stands in one, and nobody loses a word. */
export const moveDrafts = (tx: Tx, from: string, into: string): MovedDraft[] =>
  tx.all<DraftRow>('SELECT * FROM drafts WHERE thread_id = ?', from).map((row) => {
    const there = findDraft(tx, row.agent_id, into, row.kind);
    const text = [there?.text, row.text].filter(Boolean).join('\n');
    const version = Math.max(row.version, there?.version ?? 0) + 1;
    write(tx, { ...row, thread_id: into, text, version });
    drop(tx, 'drafts', row.agent_id, from, row.kind);
    const { agent_id: agent, kind } = row;
    return { agent, kind, from: row.version, into: there?.version ?? null, joined: version };
  });

/** Undo of folding: each text where it was. What was typed since stays with the thread it was typed in. */
export const moveDraftsBack = (
  tx: Tx,
  at: number,
  moved: readonly MovedDraft[],
  { from, into }: { from: string; into: string },
): void => {
  for (const { agent, kind, ...was } of moved) {
    const text = textOf(tx, agent, from, kind, was.from);
    const version = lastVersion(tx, agent, from, kind) + 1;
    if (text !== '')
      write(tx, { agent_id: agent, thread_id: from, kind, version, text, saved_at: at, intention: null });
    const there = findDraft(tx, agent, into, kind);
    if (there?.version !== was.joined) continue;
    const before = was.into === null ? '' : textOf(tx, agent, into, kind, was.into);
    replaceDraft(tx, agent, at, { threadId: into, kind, text: before });
  }
};

const textOf = (db: Reader, agentId: string, threadId: string, kind: DraftKind, version: number): string =>
  db.find<{ text: string }>(
    'SELECT text FROM draft_versions WHERE agent_id = ? AND thread_id = ? AND kind = ? AND version = ?',
    agentId,
    threadId,
    kind,
    version,
  )?.text ?? '';

/** What was last typed before the draft was emptied; null: nothing was. */
export const newestTyped = (db: Reader, agentId: string, threadId: string, kind: DraftKind): string | null =>
  db.find<{ text: string }>(
    "SELECT text FROM draft_versions WHERE agent_id = ? AND thread_id = ? AND kind = ? AND text <> '' " +
      'ORDER BY version DESC LIMIT 1',
    agentId,
    threadId,
    kind,
  )?.text ?? null;

const lastVersion = (db: Reader, agentId: string, threadId: string, kind: DraftKind): number =>
  db.find<{ last: number | null }>(
    'SELECT max(version) AS last FROM draft_versions WHERE agent_id = ? AND thread_id = ? AND kind = ?',
    agentId,
    threadId,
    kind,
  )?.last ?? 0;

/** What the agent has under way in this thread; undefined when nothing was ever typed. */
export const findDraft = (
  db: Reader,
  agentId: string,
  threadId: string,
  kind: DraftKind,
): DraftRow | undefined =>
  db.find<DraftRow>(
    'SELECT * FROM drafts WHERE agent_id = ? AND thread_id = ? AND kind = ?',
    agentId,
    threadId,
    kind,
  );

/**
 * Words that may be kept no longer go from wherever they were typed: from every draft that stands, and from what was typed
 * before in these threads and in those whose drafts held them.
 */
export const rewriteDrafts = (
  tx: Tx,
  at: number,
  threadIds: Iterable<string>,
  rewrite: (text: string) => string,
): void => {
  const threads = new Set(threadIds);
  for (const row of tx.all<DraftRow>("SELECT * FROM drafts INDEXED BY drafts_live WHERE text <> ''")) {
    const text = rewrite(row.text);
    if (text === row.text) continue;
    write(tx, { ...row, text, version: row.version + 1, saved_at: at });
    threads.add(row.thread_id);
  }
  const versions = tx.all<DraftRow>(
    'SELECT v.* FROM json_each(?) t CROSS JOIN agents a CROSS JOIN draft_versions v ' +
      'ON v.agent_id = a.id AND v.thread_id = t.value',
    JSON.stringify([...threads]),
  );
  for (const { agent_id, thread_id, kind, version, text } of versions) {
    const next = rewrite(text);
    if (next === text) continue;
    tx.db
      .statement(
        'UPDATE draft_versions SET text = ? WHERE agent_id = ? AND thread_id = ? AND kind = ? AND version = ?',
      )
      .run(next, agent_id, thread_id, kind, version);
  }
};

const write = (
  tx: Tx,
  { agent_id, thread_id, kind, version, text, saved_at, intention }: DraftRow,
): DraftRow => {
  const row: DraftRow = { agent_id, thread_id, kind, version, text, saved_at, intention };
  put(tx, 'drafts', row);
  tx.db
    .statement(
      'INSERT INTO draft_versions (agent_id, thread_id, kind, version, text, saved_at) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(agent_id, thread_id, kind, version, text, saved_at);
  tx.db
    .statement(
      'DELETE FROM draft_versions WHERE agent_id = ? AND thread_id = ? AND kind = ? AND version <= ?',
    )
    .run(agent_id, thread_id, kind, version - versionsKept);
  return row;
};

const empty = (agentId: string, threadId: string, kind: DraftKind): DraftRow => ({
  agent_id: agentId,
  thread_id: threadId,
  kind,
  version: 0,
  text: '',
  saved_at: 0,
  intention: null,
});

const draftOf = (row: DraftRow): Draft => ({
  threadId: row.thread_id as ThreadId,
  kind: row.kind,
  text: row.text,
  version: row.version,
  intention: row.intention as OutboxId | null,
});
