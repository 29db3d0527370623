import { useEffect, useState } from 'react';
import type { BulkPreview } from '../../shared/api/bulk.ts';
import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';
import type { Planned } from '../store/state.ts';

export type Known = { preview: BulkPreview | null; problem: string | null };

const unknown: Known = { preview: null, problem: null };
/** Walking down a list asks once it rests. */
const restMs = 60;

/** What something would do, asked anew whenever it is something else. */
export const usePreview = (planned: Planned | null): Known => {
  const [known, setKnown] = useState<Known & { of: string }>({ ...unknown, of: '' });
  const key = JSON.stringify(planned);
  useEffect(() => {
    if (!planned) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      void call('bulk.preview', planned)
        .then((preview) => ({ preview, problem: null }))
        .catch((error: unknown) => ({ preview: null, problem: failureOf(error).message }))
        .then((next) => isOver || setKnown({ ...next, of: key }));
    }, restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` is `planned` by value.
  }, [key]);
  return known.of === key ? known : unknown;
};
