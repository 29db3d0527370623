import { attach } from '../../main/core/accounts/connect.ts';
import type { Desk } from '../../main/core/desk.ts';
import { ingestInSlices } from '../../main/core/ingest/slices.ts';
import { createCourier } from '../../main/core/outbox/courier.ts';
import { queueMessage } from '../../main/core/outbox/queue.ts';
import { createRecheck } from '../../main/core/recheck/recheck.ts';
import { saveSettings } from '../../main/core/settings.ts';
import { makeDesk } from '../../main/core/testing/desk.ts';
import { SimulatorAgent } from '../../main/providers/x/simulator-agent.ts';
import { startXRig } from '../../main/providers/x/testing/rig.ts';
import { AppError } from '../../shared/errors.ts';
import type { MessageId, OutboxId, ThreadId } from '../../shared/ids.ts';
import type { Stream } from '../../shared/model.ts';
import { smallPages } from './small-pages.ts';

export const streams = ['mentions', 'own', 'direct'] as const;
const minuteMs = 60_000;

/** One brand, a few customers and a desk, each of which does one thing when the test says so; through real sockets. */
export const startSmallWorld = async () => {
  const rig = await startXRig({ replyRight: false });
  const desk = makeDesk();
  desk.clock.now = rig.simulator.context.clock.now();
  saveSettings(desk, { undoSendSeconds: 0 });
  const pages = await smallPages(rig.simulator.url);
  const agent = new SimulatorAgent(pages.port);
  const connection = await rig.provider({ agent, pagesPerPoll: 1 }).connect(rig.box);
  const account = attach(desk, 'x', connection, true);
  const courier = createCourier(desk, account.id, connection, { refused: () => {} });
  const recheck = createRecheck(desk, account.id, connection);
  const cursors: Record<Stream, string | null> = { mentions: null, own: null, direct: null };
  const { world } = rig.simulator;
  let words = 0;

  const word = (): string => `word${String((words += 1)).padStart(3, '0')}`;
  const posts = () =>
    [...world.posts.values()].filter(
      ({ id, authorId, repostOf }) =>
        authorId !== rig.brand.remoteId &&
        repostOf === undefined &&
        !world.isDeleted(id) &&
        world.stateOf(id).supersededBy === undefined,
    );
  const nth = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

  const page = async (stream: Stream): Promise<boolean> => {
    const answer = await connection.poll(stream, cursors[stream]);
    await ingestInSlices(desk, account.id, stream, answer, cursors[stream]);
    cursors[stream] = answer.cursor;
    return answer.hasMore;
  };
  const advance = (ms: number): void => {
    desk.clock.now += ms;
    rig.advance(ms);
  };
  const deliver = async (): Promise<void> => {
    for (let step = 0; step < 50 && courier.dueAt() <= desk.now(); step += 1) await courier.step();
  };

  return {
    rig,
    desk,
    account,
    advance,
    page,
    deliver,
    say: (who: string) => void rig.say(who, `@${rig.brand.handle} ${word()}`),
    /** Says it to the brand's last answer, without naming the brand. */
    answer(who: string) {
      const to = rig.posted().at(-1);
      if (to) rig.say(who, word(), { replyTo: to.id });
    },
    direct: (who: string) => void rig.direct(who, word()),
    repost(at: number) {
      const post = nth(posts(), at);
      if (post) rig.repost('fan', post.id);
    },
    edit(at: number) {
      const post = nth(posts(), at);
      if (post) rig.edit(post.id, `@${rig.brand.handle} ${word()}`);
    },
    remove(at: number) {
      const post = nth(posts(), at);
      if (post) rig.remove(post.id);
    },
    /** An agent answers whoever it is; what the desk stops stays with the agent. */
    async send(who: string, kind: 'post' | 'dm', isDoubtful: boolean) {
      const thread = threadOf(desk, who);
      if (thread === undefined) return;
      if (isDoubtful) rig.fault({ method: 'POST', kind: 'reset-after', times: 1 });
      const id = `answer-${word()}` as OutboxId;
      const text = `Answer ${word()}`;
      const given = {
        id,
        threadId: thread.id,
        head: thread.head,
        text,
        alteredSeen: desk.now(),
        sendAlike: true,
      };
      const rest = { rest: [], uploads: [], sendAnyway: true, thenResolve: false };
      try {
        queueMessage(desk, kind, { ...given, ...rest });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
      await deliver();
      rig.calm();
    },
    /** Everything that can be known is known: all is read, all doubts are settled, all is compared once more. */
    async settle() {
      for (const stream of streams) while (await page(stream));
      for (let times = 0; times < 4; times += 1) {
        advance(5 * minuteMs);
        await deliver();
      }
      for (const stream of streams) while (await page(stream));
      for (let step = 0; step < 40; step += 1) {
        advance(2 * minuteMs);
        if (recheck.dueAt() <= desk.now()) await recheck.step();
      }
    },
    async close() {
      agent.destroy();
      await pages.close();
      await rig.close();
      desk.db.close();
    },
  };
};
export type SmallWorld = Awaited<ReturnType<typeof startSmallWorld>>;

const threadOf = (desk: Desk, who: string): { id: ThreadId; head: MessageId | null } | undefined =>
  desk.db.find(
    'SELECT t.id, (SELECT m.id FROM messages m WHERE m.thread_id = t.id ORDER BY m.seq DESC LIMIT 1) AS head ' +
      'FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.handle = ?',
    who,
  );
