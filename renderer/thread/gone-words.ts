import type { GoneBecause } from '../../shared/model.ts';

/** Why it can't be read any more, as short as a card has room for. */
export const goneShort: Record<GoneBecause, string> = {
  deleted: 'Deleted by its author',
  protected: 'Protected by its author',
  suspended: 'Gone with its account, which X suspended',
  withheld: 'Withheld by X',
  expired: 'Not kept any longer',
};
