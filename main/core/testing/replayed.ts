import { expect } from 'vitest';
import { findBreak } from '../../db/changes.ts';
import { present, replay, type State } from '../../db/replay.ts';
import type { Desk } from '../desk.ts';

/** The log is whole, and tells the desk as it stands: nothing was ever written beside it. */
export const expectReplayed = (desk: Pick<Desk, 'db'>): void => {
  expect(findBreak(desk.db)).toBeNull();
  expect(plain(replay(desk.db))).toEqual(plain(present(desk.db)));
};

const plain = (state: State): unknown =>
  Object.fromEntries(
    [...state].filter(([, rows]) => rows.size > 0).map(([name, rows]) => [name, Object.fromEntries(rows)]),
  );
