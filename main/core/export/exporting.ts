import type { ExportAsked } from '../../../shared/api/export.ts';
import type { JobId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { exportsSwept } from './leftovers.ts';
import { assertMayExport, startExport, type Destination, type ExportWorld } from './start.ts';

/** What one person may take out of the desk. */
export type Exporting = {
  /** Throws `not-allowed`, `not-found` and `bad-input`, in words: before anybody is asked for a place. */
  assertMay(asked: ExportAsked): void;
  start(asked: ExportAsked, to: Destination): JobId;
};

export const exportingFor = (desk: Desk, world: ExportWorld): Exporting => {
  exportsSwept(desk);
  return {
    assertMay: (asked) => assertMayExport(desk, asked),
    start: (asked, to) => startExport(desk, world, asked, to),
  };
};
