import { AppError } from '../../../shared/errors.ts';
import { readable } from '../../../shared/phone.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { getPhone, putPhone } from './rows.ts';

/** Shows a number in full. Who looked, and when, is in the log for good. Throws `gone` once it is forgotten. */
export const revealNumber = (desk: Desk, id: string): { number: string } => {
  assertMay(desk, 'number.reveal');
  const row = getPhone(desk.db, id);
  if (row.forgotten_at !== null) {
    throw new AppError('gone', 'This number has expired and was forgotten. Ask the customer for it again.');
  }
  operate(desk, { op: 'phone.revealed', by: desk.me, input: { id } }, (tx, at) => {
    putPhone(tx, { ...row, revealed_at: at, revealed_by: desk.me });
    return { value: null };
  });
  return { number: readable(row.number) };
};
