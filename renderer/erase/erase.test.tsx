import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { ErasePreview } from '../../shared/api/erase.ts';
import type { CustomerId } from '../../shared/ids.ts';
import { blank, get, set } from '../store/desk.ts';
import { card as cardOf } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { Erase } from './erase.tsx';

const preview: ErasePreview = {
  customerId: 'c' as CustomerId,
  people: [{ handle: 'maya', name: 'Maya Okafor' }],
  goes: [
    { what: 'threads', count: 2 },
    { what: 'notes', count: 1 },
  ],
  firstAt: 0,
  lastAt: 1,
  obstacles: [],
  holds: [],
  exports: ['/home/ab/maya.csv'],
};

let door: FakeDoor;
const open = (change: Partial<ErasePreview> = {}): void => {
  const card = cardOf('t1');
  door = fakeDoor([card], [], {
    'erase.preview': () => ({ ...preview, ...change }),
    'erase.begin': () => ({ id: 'e', jobId: 'j' as never }),
  });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: { ...snapshot().agent, role: 'admin' }, overlay: 'erase' }, true);
  set({ thread: { id: card.id } as never, region: 'thread', cards: new Map([[card.id, card]]) });
  render(<Erase />);
};
afterEach(cleanup);

it('counts what goes, and begins only when the handle is typed', async () => {
  open();
  const field = await screen.findByRole('textbox', { name: 'Type @maya to erase this person' });
  expect(screen.getByRole('region', { name: 'What goes' }).textContent).toContain('threads2');
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Erase' });
  await userEvent.type(field, 'may');
  expect(button.disabled).toBe(true);
  await userEvent.clear(field);
  await userEvent.type(field, '@Maya');
  expect(button.disabled).toBe(false);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Delete these files too' }));
  await userEvent.click(button);
  await waitFor(() =>
    expect(door.askedFor('erase.begin')).toEqual([{ customerId: 'c', handle: '@Maya', withExports: false }]),
  );
  expect(get().overlay).toBeNull();
});

it('offers nothing while something stands in the way, and says what', async () => {
  open({ obstacles: ['This customer is on hold since 2026-11-02, by Ada Brook: “a court asked for it”.'] });
  expect((await screen.findByRole('alert')).textContent).toContain('a court asked for it');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Leave as it is' }));
});
