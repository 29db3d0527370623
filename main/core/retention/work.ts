import type { RetentionPreview, RetentionRule } from '../../../shared/api/retention.ts';
import type { Ms } from '../../../shared/model.ts';
import type { LongWork } from '../jobs/long.ts';
import { previewOf } from './due.ts';

/** Counting what is due reads every closed thread: it is done beside the desk. */
export const retentionPreview: LongWork<{ rule: RetentionRule; now: Ms }, RetentionPreview> = (
  db,
  { rule, now },
  { goesOn },
) => previewOf(db, rule, now, goesOn);
