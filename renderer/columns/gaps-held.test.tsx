import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GapId } from '../../shared/ids.ts';
import type { Gap } from '../../shared/model.ts';
import { whyNot } from '../commands/available.ts';
import { noteGap } from '../commands/receiving.ts';
import { showGaps } from '../gaps/held.ts';
import { blank, get, set } from '../store/desk.ts';
import { loadColumn, showColumns } from '../store/load.ts';
import { accountId, agent, card } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { ColumnList } from './column-list.tsx';
import { NewStrip } from './new-strip.tsx';

afterEach(cleanup);

/** The list asks how high it is; a document without layout says nothing. */
beforeEach(() => {
  for (const name of ['offsetHeight', 'offsetWidth', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 1000 });
});

const gap = (over: Partial<Gap> = {}): Gap => ({
  id: 'gap-1' as GapId,
  accountId,
  stream: 'mentions',
  from: 0,
  until: 40,
  kind: 'lost',
  reason: 'The network shows only the newest 800 mentions.',
  foundAt: 2000,
  endedAt: null,
  revision: 1,
  ...over,
});

it('moves no card in view for a gap: it waits in the head until the column is shown as it is now', async () => {
  const all = Array.from({ length: 6 }, (_, at) => card(`t${at}`, { sortAt: 1000 - at, inbound: 1 }));
  window.earshot = fakeDoor(all);
  const [first] = snapshot().columns;
  if (!first) throw new Error('no column');
  set({ ...blank(), phase: 'open', me: agent(), activeColumn: first.id }, true);
  void showColumns([first]);
  render(
    <>
      <NewStrip id={first.id} title="New" />
      <ColumnList id={first.id} title="New" />
    </>,
  );
  await act(() => loadColumn(first.id));
  await vi.waitFor(() => expect(get().columns[first.id]?.ids).toHaveLength(6));
  const places = (): readonly string[] =>
    [...document.querySelectorAll<HTMLElement>('[data-thread-id]')].map(({ style }) => style.transform);
  const before = places();
  expect(before).toHaveLength(6);

  act(() => set({ gaps: [gap({ until: 999.5 })] }));
  expect(places()).toEqual(before);
  expect(screen.queryByRole('note')).toBeNull();
  expect(whyNot('column.showNew', get())).toBeNull();
  // What is shown stands in what is spoken, word by word.
  act(() => set({ columns: { ...get().columns, [first.id]: { ...get().columns[first.id]!, newCount: 2 } } }));
  expect(screen.getByRole('button', { name: /^New: 2 new · 1 gap\. /u }).textContent).toContain(
    '2 new · 1 gap',
  );
  await act(async () => screen.getByRole('button', { name: /1 gap/u }).click());
  expect(screen.getByRole('note')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /gap/u })).toBeNull();
  const shown = places();
  expect(shown).toEqual([
    before[0],
    ...before.slice(1).map((was) => was.replace(/\d+/u, (px) => `${+px + 88}`)),
  ]);

  // Somebody else noted it: it stays in its place, and says that it is settled.
  act(() => set({ gaps: [] }));
  expect(places()).toEqual(shown);
  expect(screen.getByText(/may be missing/u).closest('p')?.title).toMatch(/settled/u);
  await act(async () => screen.getByRole('button', { name: /^New: 1 gap/u }).click());
  expect(places()).toEqual(before);
});

it('shows a gap at once where no card in view stands below it, and what one notes oneself goes at once', async () => {
  const all = Array.from({ length: 3 }, (_, at) => card(`t${at}`, { sortAt: 1000 - at, inbound: 1 }));
  window.earshot = fakeDoor(all, [], { 'gap.note': () => ({ seq: 1 }) });
  const [first] = snapshot().columns;
  if (!first) throw new Error('no column');
  set({ ...blank(), phase: 'open', me: agent(), activeColumn: first.id }, true);
  void showColumns([first]);
  render(<ColumnList id={first.id} title="New" />);
  await act(() => loadColumn(first.id));
  await vi.waitFor(() => expect(get().columns[first.id]?.ids).toHaveLength(3));
  act(() =>
    set({ gaps: [gap({ id: 'below' as GapId, until: 10 }), gap({ id: 'own' as GapId, until: 999.5 })] }),
  );
  expect(screen.getAllByRole('note')).toHaveLength(1);
  act(() => showGaps(first.id));
  expect(screen.getAllByRole('note')).toHaveLength(2);
  await act(() => noteGap('own' as GapId));
  act(() => set({ gaps: [gap({ id: 'below' as GapId, until: 10 })] }));
  expect(screen.getAllByRole('note')).toHaveLength(1);
});
