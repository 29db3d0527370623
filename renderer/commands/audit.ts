import type { AuditFilter } from '../../shared/api/audit.ts';
import type { auditCommands } from '../../shared/commands/audit.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Card } from '../../shared/model.ts';
import { audit, entryInFocus, show, useAudit, usual } from '../audit/store.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { attempt, notify } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';
import { closeThread, openThread } from '../store/thread.ts';
import { goTo } from './desks.ts';

const goAudit = (filter: AuditFilter, threadOf: string | null): void => {
  goTo('audit');
  set({ region: 'audit' });
  // From a thread beside it the keyboard comes over at once, not with the rows: the next key is for the audit.
  document.querySelector<HTMLElement>('main[data-region="audit"]')?.focus({ preventScroll: true });
  void show(filter, threadOf);
};

const showThread = (): void => {
  const card = threadInFocus(get());
  if (card) goAudit({ threadId: card.id }, card.handle);
};

const move = (step: 1 | -1): void => {
  const { entries, focused } = audit();
  const at = entries.findIndex(({ seq }) => seq === focused);
  const next = entries[at < 0 ? 0 : at + step];
  if (next) useAudit.setState({ focused: next.seq });
};

const open = async (): Promise<void> => {
  const threadId = entryInFocus()?.threadId;
  if (!threadId) return;
  set({ wantsFocus: 'pane' });
  await openThread(threadId);
};

const exportAs = (format: 'csv' | 'jsonl') => async (): Promise<void> => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await attempt(async () => {
    const begun = await call('audit.export', { filter: audit().filter, format, zone });
    if (begun !== null) notify('Exporting the audit.');
  });
};

export const auditRun: Record<keyof typeof auditCommands, () => void | Promise<void>> = {
  'desk.audit': () => goAudit(usual, null),
  'audit.thread': showThread,
  'audit.down': () => move(1),
  'audit.up': () => move(-1),
  'audit.open': open,
  'audit.onlyThread': () => {
    const one = entryInFocus();
    if (one?.threadId) void show({ threadId: one.threadId }, one.handle);
  },
  'audit.onlyPerson': () => {
    const one = entryInFocus();
    const person = one && [...get().agents.values()].find(({ id }) => id === one.by);
    if (person) void show({ person: person.id });
  },
  'audit.filter': () =>
    document
      .querySelector<HTMLElement>('[data-region="audit"] [data-filters] select:not(:disabled)')
      ?.focus(),
  'audit.all': () => void show(usual),
  'audit.verify': () => set({ overlay: 'audit-verify' }),
  'audit.csv': exportAs('csv'),
  'audit.jsonl': exportAs('jsonl'),
  'audit.back': closeThread,
};

type Rule = (desk: Desk) => string | null;
const here: Rule = ({ desk }) => (desk === 'audit' ? null : '');
const onThread = (threadId: ThreadId | null | undefined): string | null =>
  threadId ? null : 'This was not done with one thread.';

export const auditThreadRules: Partial<Record<keyof typeof auditCommands, (card: Card) => null>> = {
  'audit.thread': () => null,
};

export const auditRules = {
  'desk.audit': ({ desk }) => (desk === 'audit' && audit().filter === usual ? 'You are at the audit.' : null),
  'audit.down': here,
  'audit.up': here,
  'audit.open': (desk) => here(desk) ?? onThread(entryInFocus()?.threadId),
  'audit.onlyThread': (desk) => here(desk) ?? onThread(entryInFocus()?.threadId),
  'audit.onlyPerson': (desk) => {
    if (here(desk) !== null) return '';
    const by = entryInFocus()?.by;
    return [...desk.agents.values()].some(({ id }) => id === by)
      ? null
      : 'Nobody did this: the desk itself did.';
  },
  'audit.filter': here,
  'audit.all': here,
  'audit.verify': (desk) =>
    iMay(desk, 'audit.see') ? here(desk) : 'Only supervisors, reviewers and admins have the log verified.',
  'audit.csv': here,
  'audit.jsonl': here,
  'audit.back': ({ thread }) => (thread ? null : ''),
} satisfies Partial<Record<keyof typeof auditCommands, Rule>>;
