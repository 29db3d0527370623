import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { gapId } from '../../../shared/ids.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getGap, putGap } from './rows.ts';

/** Somebody has taken note of a span that is lost: it need not be shown any longer. */
export const noteGap = (desk: Desk, { id }: Parsed<'gap.note'>): Changed => {
  assertMay(desk, 'thread.work');
  const gap = getGap(desk.db, id);
  if (gap.kind === 'fetching')
    throw new AppError('not-allowed', 'These messages are being fetched. The gap goes when they are here.');
  if (gap.ended_at !== null) return { seq: null };
  const { seq } = operate(desk, { op: 'gap.note', by: desk.me, input: { id } }, (tx, at) => {
    putGap(tx, { ...gap, ended_at: at, ended_by: desk.me });
    return { value: null, inverse: { op: 'gap.show', input: { id } } };
  });
  return { seq };
};

export const gapInverses: Inverses = {
  'gap.show': taking(z.object({ id: gapId }), (tx, { id }) => {
    const gap = getGap(tx, id);
    if (gap.ended_by === null) throw new AppError('moved-on', 'This gap has been filled since.');
    putGap(tx, { ...gap, ended_at: null, ended_by: null });
  }),
};
