import { requests } from '../../shared/api.ts';
import type { Reply } from '../../shared/errors.ts';
import { unpack } from '../../shared/wire.ts';
import { seeded } from '../../simulator/random.ts';
import { expect, test } from '../fixtures.ts';
import { integrityOf } from '../kept.ts';
import { nonsense } from '../nonsense.ts';

test('nonsense at the door is refused politely, and changes nothing', async ({ desk, network, folder }) => {
  await network.say('pia', '@HallamMobile hello');
  await desk.fetchNow();
  await expect(desk.card('New', 'pia')).toBeVisible();

  const random = seeded('door');
  const names = [
    ...Object.keys(requests),
    'toString',
    '__proto__',
    'constructor',
    '',
    'thread.*',
    'x'.repeat(10_000),
  ];
  const asked = Array.from({ length: 200 }, () => ({ name: random.pick(names), input: nonsense(random) }));
  const packed = await desk.window.evaluate(async (asked) => {
    const replies: unknown[] = [];
    for (const { name, input } of asked) replies.push(await window.earshot.invoke(name, input));
    return replies;
  }, asked);
  const replies = packed.map((reply) => unpack<Reply<unknown>>(reply));
  for (const [at, reply] of replies.entries()) {
    const what = JSON.stringify(asked[at]).slice(0, 200);
    expect.soft(typeof reply.ok, what).toBe('boolean');
    // "internal" is our word for a bug.
    if (!reply.ok) expect.soft(reply.error.code, what).not.toBe('internal');
  }
  expect(replies.filter(({ ok }) => !ok).length).toBeGreaterThan(100);
  await expect(desk.card('New', 'pia')).toBeVisible();
  expect(await desk.ask('column.count', { filter: { status: 'new' } })).toEqual({
    ok: true,
    value: { count: 1, isCapped: false },
  });
  expect(await network.posted()).toEqual([]);
  expect(integrityOf(folder)).toBe('ok');
});

test('what is no JSON at all is refused too', async ({ desk }) => {
  const codes = await desk.window.evaluate(async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let deep: unknown = null;
    for (let depth = 0; depth < 900; depth += 1) deep = [deep];
    const odd: unknown[] = [
      new Map([[1, 2]]),
      new Uint8Array(1_000_000),
      10n,
      cycle,
      deep,
      'x'.repeat(2_000_000),
      { threadId: 'y'.repeat(300_000) },
      new Date(Number.NaN),
      /x/,
      [undefined, Number.NaN],
    ];
    const codes: string[] = [];
    for (const input of odd) {
      const reply = JSON.parse(String(await window.earshot.invoke('thread.open', input))) as Reply<unknown>;
      codes.push(reply.ok ? 'ok' : reply.error.code);
    }
    // What can't even be copied across never arrives.
    await window.earshot.invoke('thread.open', () => 1).catch(() => codes.push('not sent'));
    return codes;
  });
  expect(codes).toEqual([...Array.from({ length: 10 }, () => 'bad-input'), 'not sent']);
  expect(await desk.ask('desk.open', {})).toMatchObject({ ok: true });
});
