import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, MessageId, QuestionId, ThreadId } from '../../../shared/ids.ts';
import { createPlayer, type Then } from '../../../shared/replay/player.ts';
import type { Story } from '../../../shared/replay/story.ts';
import { replay, type State } from '../../db/replay.ts';
import { applyToMany } from '../bulk/apply.ts';
import { givePolicy } from '../clocks/testing/policy.ts';
import { watchClocks } from '../clocks/watch.ts';
import { answer, ask, withdraw } from '../experts/questions.ts';
import { openQuestion, questionsOf } from '../experts/rows.ts';
import { ingestLookup } from '../ingest/ingest.ts';
import { addNote, removeNote } from '../notes/notes.ts';
import { itemsOf } from '../outbox/shown.ts';
import { cancel, retry } from '../outbox/steps.ts';
import { beginCall, endCall } from '../phone/call.ts';
import { requestCall } from '../phone/request.ts';
import { escalationsOf, liveOf, runningOf } from '../phone/rows.ts';
import { saveSettings } from '../settings.ts';
import { makeTag } from '../tags/tags.ts';
import { arrive, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { merge } from '../threads/merge.ts';
import { claim, markRead, release, reopen, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { setThread } from '../threads/set.ts';
import { split } from '../threads/split.ts';
import { viewThread } from '../threads/view.ts';
import { undo } from '../undo.ts';
import { indexChanges } from './indexing.ts';
import { saidOf } from './said.ts';
import { tellStory } from './tell.ts';
import { thenOf } from './thread-then.ts';

const people = ['ab', 'cd'] as const;
const does = [
  'wrote', 'wrote', 'late', 'direct', 'edited', 'gone', 'ours', 'answer', 'cancel', 'retry',
  'claim', 'release', 'resolve', 'reopen', 'read', 'unread', 'tag', 'priority', 'snooze', 'many',
  'note', 'unnote', 'ask', 'reply', 'withdraw', 'slip', 'call', 'hang-up',
  'merge', 'split', 'undo', 'undo', 'wait', 'index',
] as const; // prettier-ignore
const step = fc.record({
  what: fc.constantFrom(...does),
  by: fc.constantFrom(...people),
  of: fc.nat(2),
  waits: fc.constantFrom(0, 1000, 60_000, 3 * 3_600_000, 30 * 3_600_000),
});
type Step = { what: (typeof does)[number]; by: 'ab' | 'cd'; of: number; waits: number };

const threads = (desk: TestDesk): ThreadId[] =>
  desk.db.all<{ id: ThreadId }>('SELECT id FROM threads ORDER BY first_at, id').map(({ id }) => id);

const perform = async (mail: Mail, { what, by, of, waits }: Step, at: number): Promise<void> => {
  const { desk } = mail;
  await mail.pass(waits);
  watchClocks.run(desk);
  const me = desk.as(by);
  const all = threads(desk);
  const threadId = all[of % all.length] as ThreadId;
  const row = getThread(desk.db, threadId);
  const on = { threadId, revision: row.revision };
  const set = (action: Parameters<typeof setThread>[1]['action']): unknown =>
    setThread(me, { ...on, action });
  const remoteId = String(500_000 + at);
  const who = { authorRemoteId: String(7 + of), createdAt: desk.now() };
  const messages = desk.db.all<{ id: MessageId; remote_id: string; text: string; kind: string }>(
    "SELECT id, remote_id, text, kind FROM messages WHERE thread_id = ? AND role = 'in' ORDER BY seq",
    threadId,
  );
  const message = messages[at % Math.max(1, messages.length)];
  const live = liveOf(desk.db, threadId);
  const note = desk.db.find<{ id: string }>(
    'SELECT id FROM notes WHERE thread_id = ? ORDER BY id DESC',
    threadId,
  );
  const item = itemsOf(desk.db, threadId).at(-1);
  const questionId = (openQuestion(desk.db, threadId)?.id ?? 'none') as QuestionId;
  const colleague = people.find((one) => one !== by) as string as AgentId;
  const run: Record<Step['what'], () => unknown> = {
    wrote: () => arrive(desk, [post(remoteId, who)]),
    late: () => arrive(desk, [post(remoteId, { ...who, createdAt: start - at * 1000 })]),
    direct: () => arrive(desk, [direct(remoteId, who)], 'direct'),
    edited: () =>
      message?.kind === 'post' &&
      arrive(desk, [
        post(message.remote_id, { ...who, versionId: `${900_000 + at}`, text: `${message.text} (again)` }),
      ]),
    gone: () =>
      message &&
      ingestLookup(desk, desk.account, {
        ...{ messages: [], identities: [], unreadable: [], cost: [] },
        gone: [{ messageId: message.id, because: 'deleted' }],
      }),
    ours: () => arrive(desk, [ownReply(remoteId, String(7 + of), { createdAt: desk.now() })], 'own'),
    answer: () => mail.write(`we are on it ${at}`, { by }),
    cancel: () => item && cancel(me, item.id),
    retry: () => item && retry(me, item.id),
    claim: () => claim(me, on),
    release: () => release(me, on),
    resolve: () => resolve(me, { ...on, reason: 'answered' }),
    reopen: () => reopen(me, on),
    read: () => markRead(me, threadId),
    unread: () => set({ do: 'unread' }),
    tag: () => set({ do: 'tag', add: [makeTag(desk, { name: `tag ${of}` }).id], remove: [] }),
    priority: () => set({ do: 'priority', priority: of as 0 | 1 | 2 }),
    snooze: () => set({ do: 'snooze', until: desk.now() + 1000 * (of + 1) }),
    many: () =>
      applyToMany(desk, {
        target: { threadIds: all },
        expected: null,
        action: of === 0 ? { do: 'assign', to: colleague } : { do: 'priority', priority: of as 1 | 2 },
      }),
    note: () =>
      addNote(me, { threadId, about: of === 2 ? 'customer' : 'thread', text: `seen ${at}`, mentions: [] }),
    unnote: () => note && removeNote(desk, { id: note.id as never }),
    ask: () => ask(me, { threadId, expertId: colleague, text: 'Is it so?', dueAt: desk.now() + 3_600_000 }),
    reply: () => answer(me, { id: questionId, text: 'It is' }),
    withdraw: () => withdraw(me, { id: questionId }),
    slip: () =>
      requestCall(me, {
        ...{ threadId, number: '0113 496 0017', summary: 'No signal', hasConsent: true as const },
        ...{ messageId: null, fromAt: null, untilAt: null, lang: null, assigneeId: null },
      }),
    call: () => live && beginCall(me, live.id),
    'hang-up': () => {
      const running = live && runningOf(desk.db, live.id);
      const next =
        of === 0 ? ({ do: 'done' } as const) : ({ do: 'again', at: desk.now() + 3_600_000 } as const);
      if (running) {
        endCall(desk.as(running.agent_id), {
          callId: running.id as never,
          outcome: of === 0 ? 'talked' : 'no-answer',
          next,
        });
      }
    },
    merge: () => {
      const other = all.find((id) => id !== threadId);
      if (other) merge(me, { threadId, from: other });
    },
    split: () => message && split(me, { threadId, messageId: message.id }),
    undo: () => undo(me),
    wait: () => undefined,
    index: () => indexChanges(desk.db, 5),
  };
  try {
    run[what]();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};

const played = async (all: readonly Step[]): Promise<Mail> => {
  const desk = makeDesk();
  saveSettings(desk, { phoneCountry: 'GB' });
  givePolicy(desk, 'p');
  arrive(desk, [post('10'), direct('11')]);
  const mail = makeMail(undefined, desk);
  for (const [at, one] of all.entries()) await perform(mail, one, at);
  return mail;
};

const rows = (then: Then['notes'] | Map<string, unknown>): Record<string, unknown> =>
  Object.fromEntries([...then].toSorted(([a], [b]) => (a < b ? -1 : 1)));
const plain = (then: Then): unknown => ({
  thread: { ...then.thread },
  ...Object.fromEntries(
    (['messages', 'notes', 'questions', 'promises', 'calls', 'items'] as const).map((part) => [
      part,
      rows(then[part] as Map<string, unknown>),
    ]),
  ),
});

/** As the log of the whole desk has one thread: what the story has to say at that seq. */
const asLogged = (state: State, threadId: string): unknown => {
  const of = (name: string): [string, Record<string, unknown>][] =>
    [...(state.get(name as never) ?? [])].map(([id, { values }]) => [id, values]);
  const here = (name: string): [string, Record<string, unknown>][] =>
    of(name).filter(([, values]) => values['thread_id'] === threadId);
  const thread = state.get('threads')?.get(threadId)?.values;
  return {
    thread: thread && thenOf(thread),
    messages: here('messages')
      .map(([id]) => id)
      .toSorted(),
    notes: Object.fromEntries(
      here('notes').map(([id, row]) => [id, row['removed_at'] === null ? 'here' : 'removed']),
    ),
    questions: Object.fromEntries(here('questions').map(([id, row]) => [id, row['state']])),
    promises: Object.fromEntries(here('escalations').map(([id, row]) => [id, row['state']])),
    items: Object.fromEntries(here('outbox').map(([id, row]) => [id, row['state']])),
  };
};
const asTold = ({ thread, messages, notes, questions, promises, items }: Then): unknown => ({
  thread: { ...thread },
  messages: [...messages.keys()].toSorted(),
  notes: Object.fromEntries(notes),
  questions: Object.fromEntries(questions),
  promises: Object.fromEntries([...promises].map(([id, { state }]) => [id, state])),
  items: Object.fromEntries(items),
});

const expectPresent = (desk: TestDesk, story: Story): void => {
  const player = createPlayer(story.moments);
  player.to(story.moments.length - 1);
  const { now } = player;
  const view = viewThread(desk, story.threadId);
  const { card } = view;
  expect(now.thread).toEqual(thenOf({ ...getThread(desk.db, story.threadId) }));
  expect(now.thread).toMatchObject({
    status: card.status,
    assigneeId: card.assigneeId,
    tags: card.tags,
    priority: card.priority,
    breaches: card.breaches,
    dueAt: card.deadlineAt,
  });
  expect([...now.messages.keys()].toSorted()).toEqual(view.messages.map(({ id }) => id).toSorted());
  for (const [id, version] of now.messages) {
    const [said] = saidOf(desk.db, [id]);
    expect(said?.versions.length).toBe(version + 1);
    expect(said?.versions[version]).toBe(view.messages.find((one) => one.id === id)?.text);
  }
  const standing = [...now.notes].filter(([, is]) => is === 'here').map(([id]) => id);
  const notes = view.notes.filter(({ threadId }) => threadId !== null);
  expect(standing.toSorted()).toEqual(notes.map(({ id }) => id as string).toSorted());
  expect(rows(now.questions)).toEqual(
    rows(new Map(questionsOf(desk.db, story.threadId).map(({ id, state }) => [id, state]))),
  );
  for (const { id, state, outcome, endedAt, assigneeId, dueAt, attempts } of escalationsOf(
    desk.db,
    story.threadId,
  )) {
    expect(now.promises.get(id)).toMatchObject({ state, outcome, endedAt, assigneeId, dueAt });
    for (const call of attempts)
      expect(now.calls.get(call.id)).toEqual({ outcome: call.outcome, endedAt: call.endedAt });
  }
  expect(now.promises.size).toBe(view.escalations.length);
  for (const { id, state } of itemsOf(desk.db, story.threadId)) expect(now.items.get(id)).toBe(state.at);
};

it('ends in the present, goes back as it came, keeps time, and tells every instant as the log of the desk has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 40 }), async (all) => {
      const { desk } = await played(all);
      for (const threadId of threads(desk)) {
        const story = tellStory(desk.db, threadId);
        expectPresent(desk, story);
        const player = createPlayer(story.moments);
        const forward: unknown[] = [];
        let last = -Infinity;
        for (const [at, moment] of story.moments.entries()) {
          expect(moment.at).toBeGreaterThanOrEqual(last);
          last = moment.at;
          // What is told by the rows has no place in the log: here everything is in it.
          expect(moment.seq).not.toBeNull();
          player.to(at);
          forward.push(plain(player.now));
          const next = story.moments[at + 1]?.seq;
          const logged = replay(desk.db, next === undefined ? undefined : (next ?? 1) - 1);
          const known = asLogged(logged, threadId) as { thread?: unknown };
          // Folded into another for a while, a thread is told as it was last.
          if (known.thread !== undefined) expect(asTold(player.now)).toEqual(known);
        }
        for (let at = story.moments.length - 1; at >= 0; at -= 1) {
          player.to(at);
          expect(plain(player.now)).toEqual(forward[at]);
        }
        const arrived = story.moments.flatMap(({ did }) => did.filter((one) => one.did === 'arrived'));
        expect(new Set(arrived.map((one) => 'id' in one && one.id)).size).toBe(arrived.length);
      }
      const before = threads(desk).map((id) => tellStory(desk.db, id));
      while (indexChanges(desk.db, 7) > 0);
      expect(threads(desk).map((id) => tellStory(desk.db, id))).toEqual(before);
      desk.db.close();
    }),
    { numRuns: 30 },
  );
}, 60_000);
