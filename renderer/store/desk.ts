import { create } from 'zustand';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import { defaultSettings } from '../../shared/settings-default.ts';
import { noMail } from './mail.ts';
import { noPhones } from './phone.ts';
import type { Desk } from './state.ts';

/** Before the desk has said who sits here: may do nothing. */
export const nobody: Agent = {
  id: '' as AgentId,
  name: '',
  initials: '',
  role: 'reviewer',
  teams: [],
  skills: [],
  languages: [],
  loadCap: null,
  duty: 'on',
  dutySince: 0,
  leftAt: null,
  revision: 0,
};

export const blank = (): Desk => ({
  phase: 'opening',
  problem: null,
  me: nobody,
  queues: [],
  tags: [],
  policies: [],
  calendars: [],
  snippets: [],
  schedules: [],
  gaps: [],
  alerts: [],
  agents: new Map(),
  accounts: [],
  settings: { ...defaultSettings, columns: [] },
  resolvedToday: 0,
  version: '',
  machine: '',
  platform: 'linux',
  practice: 'off',
  cards: new Map(),
  columns: {},
  desk: 'triage',
  namedDesk: null,
  activeColumn: '',
  focused: {},
  region: 'columns',
  isTyping: false,
  selection: null,
  planned: null,
  thread: null,
  replay: null,
  sought: null,
  composing: {},
  arriving: [],
  wantsFocus: null,
  isReadingWide: false,
  noteAbout: null,
  isCustomerOpen: false,
  phone: noPhones,
  mail: noMail,
  jobs: [],
  overlay: null,
  exporting: null,
  reauthorising: null,
  picture: null,
  handOverOf: null,
  editedColumn: null,
  settingsSection: null,
  spoken: '',
  sequence: '',
  query: '',
  isChosenAhead: false,
  slashAt: null,
  myQuestions: [],
  answers: {},
  notices: [],
});

/** The one store: what the main process told us, and where the agent is. */
export const useDesk = create<Desk>(blank);

export const get = useDesk.getState;
export const set = useDesk.setState;
