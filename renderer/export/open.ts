import type { ExportScope } from '../../shared/api/export.ts';
import { set } from '../store/desk.ts';

/** What is to be exported, and in words whose it is or what was looked for. */
export type ToExport = { scope: ExportScope; of: string };

/** Asks how, and then the system asks where. */
export const openExport = (exporting: ToExport): void => set({ overlay: 'export', exporting });
