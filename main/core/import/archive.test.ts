import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ThreadAction } from '../../../shared/action.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, CustomerId, ThreadId } from '../../../shared/ids.ts';
import { newcomer, putAgent } from '../agents.ts';
import { operate } from '../desk.ts';
import { answer, ask, withdraw } from '../experts/questions.ts';
import { exported, usual } from '../export/testing/exported.ts';
import { addNote } from '../notes/notes.ts';
import { abandon } from '../phone/book.ts';
import { beginCall, endCall, noteCall } from '../phone/call.ts';
import { requestCall } from '../phone/request.ts';
import { makeTag } from '../tags/tags.ts';
import { arrive, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { withFolder } from '../testing/killed.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { setThread } from '../threads/set.ts';
import { look, fileBeside, importFile } from './testing/importing.ts';

/** What an archive holds of a desk, whoever had it open. */
const archived = ({ db }: TestDesk): unknown => ({
  messages: db.all(
    'SELECT id, kind, version_id, role, thread_id, author_id, other_id, in_reply_to, text, created_at, lang, gone_at, ' +
      'extras, attachments FROM messages ORDER BY id',
  ),
  threads: db.all(
    'SELECT id, customer_id, previous_id, is_open, priority, tags, is_split, notes, inbound, outbound, ' +
      "CASE is_open WHEN 0 THEN status || ' ' || reason || closed_at || cleared_until END AS ended FROM threads ORDER BY id",
  ),
  notes: db.all('SELECT id, customer_id, thread_id, agent_id, text, created_at FROM notes ORDER BY id'),
  questions: db.all(
    'SELECT id, thread_id, asked_by, expert_id, text, asked_at, due_at, state, answer, ended_at FROM questions ORDER BY id',
  ),
  promises: db.all(
    'SELECT id, thread_id, customer_id, phone_id, state, summary, requested_by, requested_at, due_at, assignee_id, ' +
      'attempts, ended_at, outcome FROM escalations ORDER BY id',
  ),
  calls: db.all(
    'SELECT id, escalation_id, agent_id, started_at, ended_at, outcome, note FROM call_attempts ORDER BY id',
  ),
  worn: db.all('SELECT thread_id, tag_id FROM thread_tags ORDER BY 1, 2'),
  customers: db.all('SELECT id, customer_id, handle, name FROM identities ORDER BY id'),
});

const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), who: fc.constantFrom('7', '8'), isDirect: fc.boolean() }),
  fc.record({ do: fc.constant('answer' as const), who: fc.constantFrom('7', '8') }),
  fc.record({
    do: fc.constant('note' as const),
    about: fc.constantFrom('thread' as const, 'customer' as const),
  }),
  fc.record({
    do: fc.constant('set' as const),
    action: fc.constantFrom<ThreadAction['do']>('resolve', 'priority', 'tag'),
  }),
  fc.record({
    do: fc.constant('ask' as const),
    ends: fc.constantFrom('answered' as const, 'withdrawn' as const, 'open' as const),
  }),
  fc.record({
    do: fc.constant('promise' as const),
    ends: fc.constantFrom('talked' as const, 'abandoned' as const, 'open' as const),
  }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }),
);

/** One of a kind at a time: what is refused has not happened. */
const where = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};

const askCd = (
  desk: TestDesk,
  threadId: ThreadId,
  id: number,
  ends: 'answered' | 'withdrawn' | 'open',
): void => {
  const dueAt = desk.now() + 3_600_000;
  const { question } = ask(desk, { threadId, expertId: 'cd' as AgentId, text: `question ${id}`, dueAt });
  desk.clock.now += 1000;
  if (ends === 'answered') answer(desk.as('cd'), { id: question.id, text: `answer ${id}` });
  if (ends === 'withdrawn') withdraw(desk, { id: question.id });
};

const promiseCall = (
  desk: TestDesk,
  threadId: ThreadId,
  at: number,
  ends: 'talked' | 'abandoned' | 'open',
): void => {
  const { id } = requestCall(desk, {
    ...{ threadId, number: '+441134960017', hasConsent: true, messageId: null, fromAt: null, untilAt: null },
    ...{ lang: 'en', summary: `summary ${at}`, assigneeId: null },
  });
  desk.clock.now += 1000;
  if (ends === 'abandoned') abandon(desk, { id, reason: 'other' });
  if (ends !== 'talked') return;
  const { callId } = beginCall(desk, id);
  noteCall(desk, { callId, text: `said ${at}` });
  desk.clock.now += 1000;
  endCall(desk, { callId, outcome: 'talked', next: { do: 'done' } });
};

const play = (
  desk: TestDesk,
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
): void => {
  let id = 10;
  const tag = makeTag(desk, { name: 'outage' });
  for (const one of steps) {
    desk.clock.now += 60_000;
    const at = { createdAt: desk.clock.now };
    id += 1;
    if (one.do === 'write') {
      const made = { ...at, authorRemoteId: one.who, lang: 'en' };
      arrive(desk, [one.isDirect ? direct(String(id), made) : post(String(id), made)]);
    } else if (one.do === 'answer') arrive(desk, [ownReply(String(id), one.who, at)], 'own');
    else if (one.do === 'wait') desk.clock.now += one.hours * 3_600_000;
    else {
      const thread = desk.db.find<{ id: ThreadId; revision: number }>(
        'SELECT id, revision FROM threads WHERE is_open = 1 ORDER BY id DESC LIMIT 1',
      );
      if (!thread) continue;
      const { id: threadId, revision } = thread;
      if (one.do === 'note') addNote(desk, { threadId, about: one.about, text: `note ${id}`, mentions: [] });
      else if (one.do === 'ask') where(() => askCd(desk, threadId, id, one.ends));
      else if (one.do === 'promise') where(() => promiseCall(desk, threadId, id, one.ends));
      else {
        const action: ThreadAction =
          one.action === 'resolve'
            ? { do: 'resolve', reason: 'solved' }
            : one.action === 'tag'
              ? { do: 'tag', add: [tag.id], remove: [] }
              : { do: 'priority', priority: 0 };
        // With a call promised a thread is not closed.
        where(() => setThread(desk, { threadId, revision, action }));
      }
    }
  }
};

it('what was exported comes back as it was: messages, threads, notes, questions, calls and tags', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      await withFolder(async (one) => {
        const from = makeDesk(one);
        play(from, [{ do: 'write', who: '7', isDirect: false }, ...steps]);
        const customers = from.db.all<{ id: CustomerId }>('SELECT DISTINCT customer_id AS id FROM threads');
        await withFolder(async (two) => {
          const to = makeDesk(two);
          to.clock.now = from.clock.now;
          for (const [n, { id }] of customers.entries()) {
            const file = path.join(path.dirname(two), `${n}.jsonl`);
            await exported(from, { ...usual, scope: { what: 'customer', customerId: id } }, file);
            for (const _ of [1, 2]) {
              const done = await importFile(to, file);
              expect(done).toMatchObject({ state: 'done', refused: 0 });
            }
          }
          // Who wrote nothing and was never written to in a thread is in no export of threads.
          const known = to.db.all<{ id: string }>('SELECT id FROM identities').map(({ id }) => id);
          from.db.raw.exec(`DELETE FROM messages WHERE thread_id IS NULL`);
          to.db.raw.exec(`DELETE FROM messages WHERE thread_id IS NULL`);
          const [ours, theirs] = [archived(from), archived(to)] as {
            customers: { id: string }[];
            questions: { state: string; ended_at: number | null }[];
            promises: { state: string; outcome: string | null; ended_at: number | null }[];
            threads: { is_open: number; [k: string]: unknown }[];
          }[];
          const now = to.clock.now;
          const kept = {
            ...ours,
            // Nobody is still asked here, and no number is in a file.
            questions: ours?.questions.map((one) =>
              one.state === 'open' ? { ...one, state: 'withdrawn', ended_at: now } : one,
            ),
            promises: ours?.promises.map((one) =>
              one.ended_at === null
                ? { ...one, state: 'abandoned', outcome: 'imported', ended_at: now }
                : one,
            ),
            customers: ours?.customers.filter(({ id }) => known.includes(id)),
          };
          expect(now).toBe(from.clock.now);
          // What was open there long ago is history here.
          const settled = (all: typeof ours) => ({
            ...all,
            threads: all?.threads.map(({ is_open: _open, ended, ...rest }) => ({
              ...rest,
              ended: String(ended).includes('imported') ? null : ended,
            })),
          });
          expect(settled(theirs)).toEqual(settled(kept as typeof ours));
          expectReplayed(to);
          to.db.close();
        });
        from.db.close();
      });
    }),
    { numRuns: 8 },
  );
}, 180_000);

it('knows who wrote what on another desk, brings its brand as an archive, and says what it leaves', async () => {
  await withFolder(async (one) => {
    const from = makeDesk(one);
    operate(from, { op: 'test', by: 'test', input: {} }, (tx) => {
      putAgent(tx, newcomer('zz', 'Zoe Zed', 'ZZ', start));
      return { value: null };
    });
    arrive(from, [post('10', { createdAt: start - 1000 })]);
    const thread = from.db.find<{ id: ThreadId; customer_id: CustomerId }>(
      'SELECT id, customer_id FROM threads',
    );
    if (!thread) throw new Error('no thread');
    addNote(from.as('zz'), { threadId: thread.id, about: 'thread', text: 'known', mentions: [] });
    const file = path.join(path.dirname(one), 'all.jsonl');
    await exported(from, { ...usual, scope: { what: 'thread', threadId: thread.id } }, file);
    const elsewhere = readFileSync(file, 'utf8')
      .replaceAll('x:account:1', 'x:account:5')
      .replace('"remoteId":"1"', '"remoteId":"5"');
    await withFolder(async (two) => {
      const to = makeDesk(two);
      const moved = fileBeside(to, 'moved.jsonl', elsewhere);
      expect(await look(to, moved)).toMatchObject({
        kind: 'earshot-archive',
        messages: 1,
        threads: 1,
        openThreads: 1,
        problems: [],
      });
      await importFile(to, moved);
      expect(to.db.find("SELECT removed_at FROM accounts WHERE id = 'x:account:5'")).not.toEqual({
        removed_at: null,
      });
      expect(to.db.find("SELECT name, initials FROM agents WHERE id = 'zz'")).toEqual({
        name: 'Zoe Zed',
        initials: 'ZZ',
      });
      expect(to.db.find('SELECT agent_id, text FROM notes')).toEqual({ agent_id: 'zz', text: 'known' });
      const lines = elsewhere.trimEnd().split('\n');
      const cut = fileBeside(
        to,
        'cut.jsonl',
        `${lines.slice(0, -1).join('\n')}\n{"record":"message","id":7}\n`,
      );
      const preview = await look(to, cut);
      expect(preview.problems[0]).toContain('was cut');
      expect(preview.refused).toEqual([
        { reason: 'This record can’t be read.', count: 1, firstRow: lines.length },
      ]);
      expectReplayed(to);
      to.db.close();
    });
    from.db.close();
  });
});
