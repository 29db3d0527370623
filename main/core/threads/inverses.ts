import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { threadId } from '../../../shared/ids.ts';
import { statuses } from '../../../shared/model.ts';
import { given } from '../assignment/give.ts';
import { taking, type Inverses } from '../inverse.ts';
import { unmerge, unmergeInput } from './merge.ts';
import { getThread, hasOpen } from './rows.ts';
import { settle } from './settle.ts';
import { unsplit, unsplitInput } from './split.ts';

const closing = {
  cleared_until: z.number().nullable(),
  closed_at: z.number().nullable(),
  status: z.enum(statuses),
};

export const threadInverses: Inverses = {
  'thread.assign': taking(
    z.object({ threadId, to: z.string().nullable() }),
    (tx, { threadId, to }, at, desk) => {
      const row = getThread(tx, threadId);
      const { assignee_id } = row;
      if (assignee_id !== null && assignee_id !== desk.me) {
        throw new AppError('taken', 'Somebody else has this thread by now. It stays with them.');
      }
      settle(tx, threadId, given(tx, row, to, at));
    },
  ),
  'thread.unmerge': taking(unmergeInput, (tx, merged, at) => unmerge(tx, at, merged)),
  'thread.unsplit': taking(unsplitInput, (tx, what, at) => unsplit(tx, at, what)),
  // The next two stand in the logs of earlier versions, from before every closing was a step of patches.
  'thread.unresolve': taking(
    z.object({ threadId, ...closing, assignee_id: z.string().nullable() }),
    (tx, { threadId, ...was }) => {
      if (hasOpen(tx, getThread(tx, threadId))) {
        throw new AppError('moved-on', 'The customer has gone on in another thread. This one stays closed.');
      }
      settle(tx, threadId, { ...was, is_open: 1 });
    },
  ),
  'thread.close': taking(z.object({ threadId, ...closing }), (tx, { threadId, ...was }) => {
    settle(tx, threadId, { ...was, is_open: 0 });
  }),
};
