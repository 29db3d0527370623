import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startRoad } from '../testing/road.ts';
import { createRecheck } from './recheck.ts';

const step = fc.oneof(
  fc.record({ do: fc.constant('say' as const), who: fc.constantFrom('maya', 'lee', 'noor'), of: fc.nat(20) }),
  fc.record({ do: fc.constantFrom('edit' as const, 'remove' as const, 'answer' as const), of: fc.nat(20) }),
  fc.record({ do: fc.constantFrom('mentions' as const, 'own' as const, 'wait' as const) }),
  fc.record({ do: fc.constant('recheck' as const) }),
);

/**
 * The whole road, real provider and real answers: whatever customers say, change and take away, and whenever the desk looks,
 * in the end it says what the network does, and nothing of what is gone.
 */
it('ends with the network’s truth, wherever readings and re-checks fall', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const road = await startRoad();
      const { rig, desk } = road;
      const recheck = createRecheck(desk, road.account.id, road.connection);
      /** By the first version: the newest one; null: removed. */
      const newest = new Map<string, string | null>();
      const texts = new Map<string, string>();
      let made = 0;
      const standing = (of: number): [string, string] | undefined => {
        const all = [...newest].filter((one): one is [string, string] => one[1] !== null);
        return all[of % Math.max(1, all.length)];
      };
      const checkAll = async (): Promise<void> => {
        for (let turn = 0; turn < 60; turn += 1) {
          road.advance(Math.max(1, Math.min(recheck.dueAt() - desk.now(), 300_000)));
          if (recheck.dueAt() <= desk.now()) await recheck.step();
        }
      };
      try {
        for (const one of steps) {
          road.advance(20_000);
          made += 1;
          if (one.do === 'say') {
            const text = `@${rig.brand.handle} words ${made} of ${one.who}`;
            const id = rig.say(one.who, text);
            newest.set(id, id);
            texts.set(id, text);
          } else if (one.do === 'edit' || one.do === 'remove' || one.do === 'answer') {
            const found = standing(one.of);
            if (!found) continue;
            const [first, now] = found;
            if (one.do === 'edit') {
              const text = `@${rig.brand.handle} other words ${made}`;
              newest.set(first, rig.edit(now, text));
              texts.set(first, text);
            } else if (one.do === 'remove') {
              rig.remove(now);
              newest.set(first, null);
            } else if (rig.simulator.world.findByHandle(rig.brand.handle)) {
              await road.readers.mentions.read();
              rig.say(rig.brand.handle, `@someone we are on it ${made}`, { replyTo: now });
            }
          } else if (one.do === 'mentions' || one.do === 'own') await road.readers[one.do].read();
          else if (one.do === 'recheck') await checkAll();
        }
        road.advance(60_000);
        await road.readAll();
        road.advance(25 * 3_600_000);
        await checkAll();
        const rows = desk.db.all<{ remote_id: string; version_id: string; text: string; gone: number }>(
          "SELECT remote_id, version_id, text, gone_at IS NOT NULL AS gone FROM messages WHERE role = 'in' AND kind = 'post'",
        );
        const here = new Map(rows.map((row) => [row.remote_id, row]));
        for (const [first, now] of newest) {
          const row = here.get(first);
          // What was taken away before anybody looked never came.
          if (now === null) expect(row === undefined || (row.gone === 1 && row.text === '')).toBe(true);
          else expect(row).toMatchObject({ version_id: now, text: texts.get(first), gone: 0 });
        }
        const waiting = desk.db.all<{ waiting_since: number | null; standing: number }>(
          'SELECT t.waiting_since, (SELECT count(*) FROM messages m WHERE m.thread_id = t.id ' +
            "AND m.role = 'in' AND m.gone_at IS NULL) AS standing FROM threads t",
        );
        for (const thread of waiting) if (thread.standing === 0) expect(thread.waiting_since).toBeNull();
      } finally {
        await road.close();
        desk.db.close();
      }
    }),
    { numRuns: 12 },
  );
});
