import { auditExport } from '../audit/export.ts';
import { auditVerify } from '../audit/verify.ts';
import { copy } from '../backup/copy.ts';
import { backups } from '../backup/list.ts';
import { prepareRestore, preview } from '../backup/restore.ts';
import { salvage } from '../backup/salvage.ts';
import { paperPart } from '../export/paper-part.ts';
import { planPaper } from '../export/paper-plan.ts';
import { writeExport } from '../export/write-file.ts';
import { prepareImport } from '../import/prepare.ts';
import { retentionPreview } from '../retention/work.ts';
import { drawSampleWork } from '../review/drawing.ts';
import { reviewMeasuresWork } from '../review/measures.ts';
import { check } from './check.ts';

/** Every work that runs beside the desk, by name; each room brings its own. */
export const works = {
  auditExport,
  auditVerify,
  check,
  copy,
  backups,
  preview,
  prepareRestore,
  salvage,
  exportFile: writeExport,
  paperPart,
  prepareImport,
  paperPlan: planPaper,
  retentionPreview,
  drawSample: drawSampleWork,
  reviewMeasures: reviewMeasuresWork,
};
export type Works = typeof works;
