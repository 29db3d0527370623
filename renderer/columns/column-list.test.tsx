import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { listen } from '../store/events.ts';
import { focusCard } from '../store/focus.ts';
import { loadColumn, showColumns } from '../store/load.ts';
import { agent, card, threadId } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { ColumnList } from './column-list.tsx';

afterEach(cleanup);

it('reads on when all that was read is given away at once, and the keyboard goes to what comes', async () => {
  const all = Array.from({ length: 60 }, (_, at) => card(`t${at}`, { sortAt: 1000 - at, inbound: 1 }));
  const door = fakeDoor(all);
  window.earshot = door;
  const [first] = snapshot().columns;
  if (!first) throw new Error('no column');
  set({ ...blank(), phase: 'open', me: agent(), activeColumn: first.id }, true);
  const stop = listen(() => undefined);
  void showColumns([first]);
  render(<ColumnList id={first.id} title="New" />);
  const ids = (): readonly string[] => get().columns[first.id]?.ids ?? [];
  await act(() => loadColumn(first.id));
  await vi.waitFor(() => expect(ids()).toHaveLength(40));
  act(() => focusCard(first.id, threadId('t0')));
  const given = all.splice(0, 40);
  act(() => {
    const cards = given.map((one) => ({ ...one, status: 'open' as const, revision: 2 }));
    door.emit('rows.changed', {
      cards,
      gone: [],
      messages: [],
      outbox: [],
      notes: [],
      escalations: [],
      questions: [],
    });
  });
  await vi.waitFor(() => expect(ids()).toHaveLength(20), { timeout: 4000 });
  expect(get().focused[first.id]).toBe(ids()[0]);
  stop();
});
