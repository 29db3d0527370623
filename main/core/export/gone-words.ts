import type { GoneBecause } from '../../../shared/model.ts';

/** Why a text is not there, as the file tells it. */
export const goneWords: Record<GoneBecause, string> = {
  deleted: 'deleted by its author',
  protected: 'protected by its author',
  suspended: 'gone with its account, which the network suspended',
  withheld: 'withheld by the network',
  expired: 'deleted here, because its time to be kept was over',
};
