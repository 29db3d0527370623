import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Message, OutboxState } from '../../shared/model.ts';
import { blank, set } from '../store/desk.ts';
import { openThread } from '../store/thread.ts';
import { card, message, outboxItem } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { Messages } from './messages.tsx';

const maya = card('maya');
const text = 'Sorry to hear that ^AB';
const uncertain: OutboxState = {
  ...{ at: 'uncertain', since: 2000, reason: 'The line broke.', nextCheckAt: 9000, checks: 1 },
  facts: { endedAt: 3000, readUntil: null, checksNeeded: 3, near: [], isUpToYou: false },
};

afterEach(cleanup);

/** The log with one of the brand's own messages that nobody here is known to have written, and one item. */
const log = async (state: OutboxState, over: Partial<Message> = {}): Promise<string> => {
  const own = message('maya', '2', { direction: 'out', text, createdAt: 2500, receivedAt: 2500, ...over });
  const door = fakeDoor([maya], [message('maya', '1'), own]);
  const open = door.handlers['thread.open'];
  const outbox = [outboxItem('maya', state, { text, attemptAt: 2000 })];
  door.handlers['thread.open'] = (input) => ({ ...(open?.(input) as object), outbox }) as never;
  window.earshot = door;
  const { agent: me, accounts } = snapshot();
  set({ ...blank(), phase: 'open', me, accounts }, true);
  await openThread(maya.id);
  return render(<Messages />).container.textContent ?? '';
};
const times = (said: string): number => said.split(text).length - 1;

it('stands there once while it is being sent, though it was read already', async () => {
  const said = await log({ at: 'sending', since: 2000 }, { text: `@maya ${text}` });
  expect(times(said)).toBe(1);
  expect(said).toContain('Being sent');
  expect(said).not.toContain('from elsewhere');
});

it('may be the one in doubt, and says so', async () => {
  expect(await log(uncertain)).toContain('this may be the answer below');
  const near = [{ messageId: message('maya', '2').id, text: 'Sorry', createdAt: 2500, likeness: 0.9 }];
  const facts = { ...uncertain.facts, near } as never;
  expect(await log({ ...uncertain, facts }, { text: 'Sorry' })).toContain('this may be the answer below');
});

it('is from elsewhere when it says something else, came before, or is known to be somebody’s', async () => {
  expect(await log(uncertain, { text: 'Something else' })).toContain('from elsewhere');
  expect(await log(uncertain, { receivedAt: 1500 })).toContain('from elsewhere');
  expect(times(await log({ at: 'sending', since: 2000 }, { sentBy: 'CD' }))).toBe(2);
});
