import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GapId } from '../../../shared/ids.ts';
import { newId, operate } from '../desk.ts';
import { makeDesk, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { undo } from '../undo.ts';
import { noteGaps, type Told } from './found.ts';
import { noteGap } from './gaps.ts';
import { allGaps, type GapRow } from './rows.ts';

const hour = 3_600_000;

const tells = (desk: TestDesk, told: Partial<Told>): void => {
  const whole: Told = { accountId: desk.account.id, stream: 'mentions', gap: null, pending: null, ...told };
  operate(desk, { op: 'test.gap', by: 'x', input: {} }, (tx, at) => {
    noteGaps(tx, whole, at, () => newId(desk));
    return { value: null };
  });
};

it('shows what is being fetched from the newest down, and ends it when all is here', () => {
  const desk = makeDesk();
  tells(desk, { pending: { from: start - 10 * hour, to: start - hour } });
  tells(desk, { pending: { from: start - 9 * hour, to: start - 4 * hour } });
  expect(allGaps(desk.db)).toMatchObject([
    { kind: 'fetching', from: start - 10 * hour, until: start - 4 * hour, endedAt: null },
  ]);
  expect(() => noteGap(desk, { id: allGaps(desk.db)[0]?.id as GapId })).toThrow('being fetched');
  tells(desk, {});
  expect(allGaps(desk.db)).toEqual([]);
  expect(desk.db.all('SELECT ended_at, ended_by FROM gaps')).toEqual([{ ended_at: start, ended_by: null }]);
  expectReplayed(desk);
});

it('keeps what is lost until somebody takes note; undo shows it again', () => {
  const desk = makeDesk();
  tells(desk, { gap: { from: start - 9 * hour, to: start - 2 * hour } });
  tells(desk, {});
  const [gap] = allGaps(desk.db);
  expect(gap).toMatchObject({ kind: 'lost', from: start - 9 * hour, until: start - 2 * hour });
  expect(gap?.reason).toContain('newest 800');
  noteGap(desk, { id: gap?.id as GapId });
  expect(allGaps(desk.db)).toEqual([]);
  expect(noteGap(desk, { id: gap?.id as GapId })).toEqual({ seq: null });
  expect(undo(desk).what).toBe('gap.note');
  expect(allGaps(desk.db)).toHaveLength(1);
  expectReplayed(desk);
});

it('is not told twice, not even after somebody has taken note', () => {
  const desk = makeDesk();
  const gap = { from: start - 9 * hour, to: start - 2 * hour };
  tells(desk, { gap });
  tells(desk, { gap });
  expect(allGaps(desk.db)).toHaveLength(1);
  noteGap(desk, { id: allGaps(desk.db)[0]?.id as GapId });
  tells(desk, { gap: { from: gap.from + hour, to: gap.to } });
  expect(allGaps(desk.db)).toEqual([]);
  tells(desk, { stream: 'direct', gap });
  expect(allGaps(desk.db)).toHaveLength(1);
});

it('leaves no lost moment out, in whatever pieces it is told', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
      const desk = makeDesk();
      for (const [from, length] of spans) {
        tells(desk, { gap: { from: start + from * hour, to: start + (from + length) * hour } });
      }
      const rows = desk.db.all<GapRow>('SELECT * FROM gaps');
      const covers = (at: number): number =>
        rows.filter((row) => (row.from_at ?? -Infinity) <= at && at <= row.until_at).length;
      for (const [from, length] of spans) {
        for (let at = from; at < from + length; at += 1) {
          expect(covers(start + (at + 0.5) * hour)).toBeGreaterThanOrEqual(1);
        }
      }
      expect(rows.length).toBeLessThanOrEqual(spans.length);
      desk.db.close();
    }),
    { numRuns: 40 },
  );
});
