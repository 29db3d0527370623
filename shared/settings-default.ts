import { triageColumns } from './presets.ts';
import type { Settings } from './settings.ts';

/** What the schema of settings.ts makes of nothing (a test says so); apart from it, so that the window need not load zod. */
export const defaultSettings: Settings = {
  theme: 'dark',
  columns: [...triageColumns],
  columnWidth: 348,
  paneWidth: 480,
  singleKeys: true,
  zoom: 1,
  desks: [],
  keys: {},
  hasSounds: true,
  notify: { tier: 'mine', quietFrom: null, quietUntil: null, isTextShown: false },
  phoneCountry: null,
  phoneScheme: 'tel',
  phoneHost: '',
  phoneDueMinutes: 30,
  phoneKeptDays: 30,
  showImages: false,
  undoSendSeconds: 10,
  spellLanguages: [],
  schedules: { perDay: 10, stopped: null },
  recheckMicrosPerDay: 2_000_000,
};
