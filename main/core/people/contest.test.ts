import { expect, it } from 'vitest';
import type { Handlers, ShellRequest } from '../core.ts';
import { deskHandlers, type Surroundings } from '../handlers.ts';
import { arrive, makeDesk, post } from '../testing/desk.ts';
import { idsOf } from '../testing/people.ts';

/** A generator whose sequence is the same in every run. */
const chance = (seed: number) => (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

it('two people at one desk contest 1,000 claims: one winner each, and the other is told who', async () => {
  const desk = makeDesk();
  for (let at = 0; at < 1000; at += 100) {
    arrive(
      desk,
      Array.from({ length: 100 }, (_, n) =>
        post(String(at + n + 1), { authorRemoteId: String(5000 + at + n) }),
      ),
    );
  }
  const around = { hurry: () => {}, emit: () => {} } as unknown as Surroundings;
  const people = ['ab', 'cd'].map((id) => ({ id, handlers: deskHandlers(desk.as(id), around) }));
  const random = chance(20_261_122);
  const claims = idsOf(desk).flatMap((threadId) => people.map((person) => ({ threadId, ...person })));
  const shuffled = claims.map((one) => ({ one, key: random() })).sort((a, b) => a.key - b.key);
  const won = new Map<string, string[]>();
  await Promise.all(
    shuffled.map(async ({ one: { threadId, id, handlers } }) => {
      // Some take a turn longer than others, as two windows do.
      for (let turns = Math.floor(random() * 4); turns > 0; turns -= 1) await Promise.resolve();
      try {
        await claimBy(handlers, threadId);
        won.set(threadId, [...(won.get(threadId) ?? []), id]);
      } catch (error) {
        const other = id === 'ab' ? 'Carl Dunn (^CD)' : 'Ada Brook (^AB)';
        expect(error).toMatchObject({ code: 'taken', message: `${other} has this thread.` });
      }
    }),
  );
  expect(won.size).toBe(1000);
  for (const [threadId, winners] of won) {
    expect(winners).toHaveLength(1);
    expect(desk.db.find('SELECT assignee_id FROM threads WHERE id = ?', threadId)).toEqual({
      assignee_id: winners[0],
    });
  }
  expect(new Set([...won.values()].flat())).toEqual(new Set(['ab', 'cd']));
  expect(desk.db.all("SELECT seq FROM changes WHERE op = 'thread.claim'")).toHaveLength(1000);
});

const claimBy = async (handlers: Omit<Handlers, ShellRequest>, threadId: string): Promise<unknown> =>
  handlers['thread.claim']({ threadId: threadId as never, revision: 0 });
