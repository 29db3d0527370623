import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { MeasureLine, Measures } from '../../shared/api/review.ts';
import type { AgentId } from '../../shared/ids.ts';
import { blank, set } from '../store/desk.ts';
import { agent } from '../testing/cards.ts';
import { fakeDoor } from '../testing/fake-door.ts';
import { Quality } from './quality.tsx';

const line = (n: number, of: number, mean: number | null): MeasureLine => ({
  resolved: n,
  ...{ firstContact: { of, n }, reopened: { of: 0, n: 0 }, thanked: { of: 0, n } },
  ...{ firstAnswerMs: { median: 125_000, n }, quality: { mean, n: mean === null ? 0 : n } },
});

const show = (measures: Partial<Measures>): void => {
  const known = { from: 0, until: 1, all: line(0, 0, null), people: [], queues: [], ...measures };
  window.earshot = fakeDoor([], [], { 'review.measures': () => known });
  render(<Quality />);
};

afterEach(cleanup);

it('says of how many each figure is, marks the few, and puts nobody in order of merit', async () => {
  const zoe = { ...agent(), id: 'zoe' as AgentId, name: 'Zoe Ash' };
  const ann = { ...agent(), id: 'ann' as AgentId, name: 'Ann Bay' };
  set({
    ...blank(),
    agents: new Map([
      [zoe.id, zoe],
      [ann.id, ann],
    ]),
  });
  show({
    all: line(25, 20, null),
    people: [
      { agentId: zoe.id, ...line(20, 20, 88.6) },
      { agentId: ann.id, ...line(5, 0, null) },
    ],
  });
  const rows = (await screen.findAllByRole('row')).slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'All',
    'Ann Bay',
    'Zoe Ash',
  ]);
  expect(rows[2]?.textContent).toBe('Zoe Ash100 % of 20·0 % of 202m from 2089 from 20');
  const few = rows.map((row) => within(row).getAllByRole('cell')[0]?.hasAttribute('data-few'));
  expect(few).toEqual([false, true, false]);
});

it('says when there was nothing', async () => {
  set(blank());
  show({});
  expect(await screen.findByText('Nothing was resolved in these days.')).toBeTruthy();
});
