import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { alertId } from '../../../shared/ids.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getAlert, putAlert } from './rows.ts';

/** Somebody has seen to it; the first name stands. The alert itself ends when what it tells of does. */
export const acknowledge = (desk: Desk, { id }: Parsed<'alert.acknowledge'>): Changed => {
  assertMay(desk, 'thread.work');
  const alert = getAlert(desk.db, id);
  if (alert.acknowledged_at !== null) return { seq: null };
  const { seq } = operate(desk, { op: 'alert.acknowledge', by: desk.me, input: { id } }, (tx, at) => {
    putAlert(tx, { ...alert, acknowledged_by: desk.me, acknowledged_at: at });
    return { value: null, inverse: { op: 'alert.call', input: { id } } };
  });
  return { seq };
};

export const alertInverses: Inverses = {
  'alert.call': taking(z.object({ id: alertId }), (tx, { id }, _at, desk) => {
    const alert = getAlert(tx, id);
    if (alert.acknowledged_by !== desk.me)
      throw new AppError('moved-on', 'This alert is somebody else’s by now. It stays as it is.');
    putAlert(tx, { ...alert, acknowledged_by: null, acknowledged_at: null });
  }),
};
