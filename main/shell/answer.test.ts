import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { requests } from '../../shared/api.ts';
import { signInRequests, type SignInRequest } from '../../shared/api/accounts.ts';
import { safetyRequests, type SafetyRequest } from '../../shared/api/backup.ts';
import { AppError } from '../../shared/errors.ts';
import { createHeads } from '../core/audit/heads.ts';
import { createLooks } from '../core/audit/looks.ts';
import { createUpkeep } from '../core/backup/upkeep.ts';
import type { Handlers } from '../core/core.ts';
import { newId } from '../core/desk.ts';
import { deskHandlers } from '../core/handlers.ts';
import { createJobs } from '../core/jobs/jobs.ts';
import { longHere } from '../core/jobs/long.ts';
import { searchHere } from '../core/search/searching.ts';
import { arrive, makeDesk, post, stateOf } from '../core/testing/desk.ts';
import { answer, inputCap, told } from './answer.ts';
import { log } from './log.ts';

log.transports.file.level = false;
log.transports.console.level = false;

const outside = vi.fn(() => {
  throw new AppError('not-allowed', 'the shell is not part of this test');
});
const doorTo = (desk = makeDesk()): { desk: typeof desk; handlers: Handlers } => ({
  desk,
  handlers: {
    ...deskHandlers(desk, {
      accounts: () => [],
      emit: () => {},
      about: () => ({ version: '0', platform: 'linux', practice: 'off' }),
      glance: () => {},
      hurry: () => {},
      connection: () => undefined,
      can: () => undefined,
      searching: searchHere(desk.db),
      looks: createLooks(desk),
      heads: createHeads(desk, null),
      jobs: createJobs({ now: desk.now, newId: () => newId(desk), changed: () => {}, onTrouble: outside }),
      long: longHere(() => makeDesk().db),
      upkeep: createUpkeep(desk, {
        jobs: createJobs({ now: desk.now, newId: () => newId(desk), changed: () => {}, onTrouble: () => {} }),
        long: { run: outside, close: outside },
        isBackedUp: true,
        say: () => {},
      }),
      ringing: { ring: outside, waiting: () => null },
      softphone: outside,
      isSitting: () => true,
    }),
    'practice.start': outside,
    'audit.export': outside,
    ...(Object.fromEntries(Object.keys(safetyRequests).map((name) => [name, outside])) as Record<
      SafetyRequest,
      typeof outside
    >),
    ...(Object.fromEntries(Object.keys(signInRequests).map((name) => [name, outside])) as Record<
      SignInRequest,
      typeof outside
    >),
    'menu.open': outside,
    'spelling.state': outside,
    'link.open': outside,
    'window.new': outside,
    'agent.switch': outside,
    'notice.show': outside,
    'notice.cancel': outside,
    'export.start': outside,
    'import.choose': outside,
    'import.saveReport': outside,
    'job.reveal': outside,
  },
});

it('refuses anyone but our own window', async () => {
  const { handlers } = doorTo();
  expect(await answer(() => handlers, false, 'desk.open', {})).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
});

it('refuses what it does not know, and names of the language’s own', async () => {
  const { handlers } = doorTo();
  for (const name of ['nothing', '__proto__', 'constructor', 'toString', '', null, 7, {}]) {
    expect(await answer(() => handlers, true, name, {})).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  }
});

it('refuses too much and what is no data', async () => {
  const { handlers } = doorTo();
  const loop: Record<string, unknown> = {};
  loop['self'] = loop;
  for (const input of [{ text: 'x'.repeat(inputCap + 1) }, loop, 10n]) {
    expect(await answer(() => handlers, true, 'draft.save', input)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
  }
});

it('answers any nonsense with data and changes nothing', async () => {
  const { desk, handlers } = doorTo();
  arrive(desk, [post('10')]);
  const before = JSON.stringify(stateOf(desk));
  const names = fc.constantFrom(
    ...Object.keys(requests).filter((name) => name !== 'settings.save' && name !== 'agent.introduce'),
  );
  await fc.assert(
    fc.asyncProperty(names, fc.anything(), async (name, input) => {
      const reply = await answer(() => handlers, true, name, input);
      if (!reply.ok) expect(reply.error.code).not.toBe('internal');
    }),
    { numRuns: 500 },
  );
  expect(JSON.stringify(stateOf(desk))).toBe(before);
});

const noRoom = (): Error => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

it.each([
  ['thread.claim', 'The disk is full. Nothing was changed. Free some space, then try again.'],
  [
    'message.reply',
    'The disk is full. Nothing was sent and your text is kept. Free some space, then try again.',
  ],
  ['background', 'The disk is full. What was under way is tried again. Free some space.'],
] as const)('says what a full disk means to %s', (asked, words) => {
  expect(told(noRoom(), asked)).toMatchObject({ code: 'disk', message: words });
});

it.each([
  ['thread.claim', 'Nothing was changed.'],
  ['message.reply', 'Nothing was sent and your text is kept.'],
  ['background', 'Nothing was changed.'],
] as const)('says what a damaged page means to %s, and the way on', (asked, words) => {
  const damaged = Object.assign(new Error('database disk image is malformed'), {
    code: 'SQLITE_CORRUPT_VTAB',
  });
  expect(told(damaged, asked)).toMatchObject({
    code: 'damaged',
    message: `Part of the desk’s file is damaged. ${words} Settings, Backup and repair, says what can be done.`,
  });
});

it('names a full disk, and hides the details of a bug', async () => {
  const { handlers } = doorTo();
  const failing = (error: Error): Handlers => ({
    ...handlers,
    'desk.open': () => {
      throw error;
    },
  });
  const full = noRoom();
  expect(await answer(() => failing(full), true, 'desk.open', {})).toMatchObject({
    ok: false,
    error: { code: 'disk' },
  });
  const bug = await answer(() => failing(new Error('token abc at /home/x')), true, 'desk.open', {});
  expect(bug).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(bug)).not.toMatch(/abc|home/u);
});
