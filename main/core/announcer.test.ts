import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Events } from '../../shared/api.ts';
import { createAnnouncer, rowsPerEvent } from './announcer.ts';
import { applyToMany } from './bulk/apply.ts';
import { arrive, makeDesk, post } from './testing/desk.ts';

it('tells what changed at once in parts, and lets others have their turn in between', async () => {
  const desk = makeDesk();
  for (let at = 0; at < 10; at += 1) {
    arrive(
      desk,
      Array.from({ length: 100 }, (_, i) =>
        post(String(1000 + at * 100 + i), { authorRemoteId: String(9000 + at * 100 + i) }),
      ),
    );
  }
  const heard: Events['rows.changed'][] = [];
  const parts = 1000 / rowsPerEvent;
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  const announcer = createAnnouncer(
    desk.db,
    (name, payload) => {
      if (name !== 'rows.changed') return;
      const rows = payload as Events['rows.changed'];
      heard.push(rows);
      if (heard.length === 1) turn();
      isOver = heard.length === parts;
    },
    () => [],
  );
  applyToMany(
    { ...desk, onCommit: (touched) => announcer.touched(touched) },
    { target: { filter: { isOpen: true } }, action: { do: 'assign', to: 'cd' as never }, expected: 1000 },
  );
  await pause(400);
  announcer.stop();
  expect(heard.map(({ cards }) => cards.length)).toEqual(Array(parts).fill(rowsPerEvent));
  expect(new Set(heard.flatMap(({ cards }) => cards.map(({ id }) => id))).size).toBe(1000);
  expect(turns).toBeGreaterThanOrEqual(parts - 1);
});
