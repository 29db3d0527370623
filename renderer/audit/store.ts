import { create } from 'zustand';
import type {
  AuditEntry,
  AuditFilter,
  AuditState as LogState,
  PersonOnThread,
} from '../../shared/api/audit.ts';
import { failureOf } from '../../shared/errors.ts';
import { call } from '../call.ts';

export type AuditView = {
  filter: AuditFilter;
  /** Whose thread the filter is about, as it was called when it was chosen. */
  threadOf: string | null;
  entries: readonly AuditEntry[];
  /** Where to read on; null: that is all. */
  next: number | null;
  phase: 'reading' | 'ready' | 'failed';
  problem: string | null;
  /** The row the keys work on, by its number. */
  focused: number | null;
  /** Who had to do with the thread of the filter. */
  people: readonly PersonOnThread[];
  log: LogState | null;
};

/** What people did, and not what the desk did by itself. */
export const usual: AuditFilter = { isByPeople: true };

export const useAudit = create<AuditView>(() => ({
  filter: usual,
  threadOf: null,
  entries: [],
  next: null,
  phase: 'reading',
  problem: null,
  focused: null,
  people: [],
  log: null,
}));
export const audit = useAudit.getState;

const pageSize = 60;
/** A filter that holds little reads through much: so many parts of the log before it asks whether to go on. */
const patience = 12;

/** Each reading has a number: an answer that comes after a later question is not shown. */
let asked = 0;

export const show = async (filter: AuditFilter, threadOf: string | null = null): Promise<void> => {
  useAudit.setState({ filter, threadOf, entries: [], next: null, focused: null, people: [] });
  await read(null);
  const { threadId } = filter;
  if (threadId === undefined) return;
  const mine = asked;
  const people = await call('audit.people', { threadId }).catch(() => []);
  if (mine === asked) useAudit.setState({ people });
};

export const readMore = async (): Promise<void> => {
  const { next, phase } = audit();
  if (next !== null && phase === 'ready') await read(next);
};

const read = async (from: number | null): Promise<void> => {
  const mine = (asked += 1);
  useAudit.setState({ phase: 'reading', problem: null });
  try {
    let before = from;
    for (let nth = 0; nth < patience; nth += 1) {
      const page = await call('audit.page', { filter: audit().filter, before, limit: pageSize });
      if (mine !== asked) return;
      const entries = before === null ? page.entries : [...audit().entries, ...page.entries];
      const focused = audit().focused ?? entries[0]?.seq ?? null;
      useAudit.setState({ entries, next: page.next, focused });
      before = page.next;
      if (page.next === null || page.entries.length > 0) break;
    }
    useAudit.setState({ phase: 'ready' });
  } catch (error) {
    if (mine === asked) useAudit.setState({ phase: 'failed', problem: failureOf(error).message });
  }
};

/** What came since the newest row on screen: put on top, without moving the focus. */
export const readNew = async (): Promise<void> => {
  const { filter, entries, phase } = audit();
  if (phase !== 'ready') return;
  const mine = asked;
  const page = await call('audit.page', { filter, before: null, limit: pageSize }).catch(() => null);
  if (page === null || mine !== asked) return;
  const newest = entries[0]?.seq ?? 0;
  const fresh = page.entries.filter(({ seq }) => seq > newest);
  if (fresh.length === 0) return;
  if (fresh.length === page.entries.length && entries.length > 0) return void show(filter, audit().threadOf);
  useAudit.setState({ entries: [...fresh, ...entries], focused: audit().focused ?? fresh[0]?.seq ?? null });
};

export const readLog = async (): Promise<void> => {
  const log = await call('audit.state', {}).catch(() => null);
  if (log) useAudit.setState({ log });
};

export const entryInFocus = (): AuditEntry | undefined => {
  const { entries, focused } = audit();
  return entries.find(({ seq }) => seq === focused);
};
