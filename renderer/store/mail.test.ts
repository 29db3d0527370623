import { expect, it } from 'vitest';
import type { OutboxId } from '../../shared/ids.ts';
import type { OutboxItem } from '../../shared/model.ts';
import { outboxItem } from '../testing/cards.ts';
import { itemsIn, oldestSent } from './mail.ts';

const sent = (name: string, stateAt: number, over: Partial<OutboxItem> = {}): OutboxItem =>
  outboxItem(
    'maya',
    { at: 'sent', remoteId: name, acceptedAt: stateAt },
    {
      id: name as OutboxId,
      stateAt,
      ...over,
    },
  );
const chain = { parts: 3, queuedAt: 10 };
const all = [
  sent('part 2', 30, { ...chain, part: 2 }),
  sent('alone', 25),
  sent('part 3', 40, { ...chain, part: 3 }),
  sent('newest', 50),
  sent('part 1', 20, { ...chain, part: 1 }),
  sent('oldest', 15),
];
const items = new Map(all.map((item) => [item.id, item]));

it('shows what was sent newest first, and the parts of a chain together in their order', () => {
  const stood = itemsIn(items, 'sent').map(({ id }) => id);
  expect(stood).toEqual(['newest', 'part 1', 'part 2', 'part 3', 'alone', 'oldest']);
});

it('reads on from the oldest, wherever it stands', () => {
  expect(oldestSent(items)?.stateAt).toBe(15);
  items.delete('oldest' as OutboxId);
  expect(oldestSent(items)?.stateAt).toBe(20);
});
