import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditEntry, AuditState } from '../../shared/api/audit.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { runCommand } from '../commands/run.ts';
import { blank, get, set } from '../store/desk.ts';
import { agent, me } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { Audit } from './audit.tsx';
import { audit, readMore, show, useAudit, usual } from './store.ts';

const entry = (seq: number, over: Partial<AuditEntry> = {}): AuditEntry => ({
  seq,
  at: Date.now() - (1000 - seq) * 1000,
  by: me,
  op: 'thread.claim',
  threadId: 't1' as ThreadId,
  handle: 'maya',
  look: null,
  input: null,
  isUndone: false,
  ...over,
});

const state: AuditState = {
  head: { seq: 9, hash: 'ab'.repeat(32), at: Date.now() },
  kept: { seq: 9, hash: 'ab'.repeat(32), at: Date.now() },
  keptIn: 'keychain',
  verified: null,
};

let door: FakeDoor;
let log: AuditEntry[];
beforeEach(() => {
  // Rows are in the page where there is room for them.
  for (const name of ['offsetHeight', 'offsetWidth', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 600 });
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  log = [
    entry(9, { op: 'thread.seen', look: { how: 'opened', from: 'a', upto: 'b', count: 2 } }),
    entry(8, { isUndone: true }),
    entry(7, { by: 'desk', op: 'clock.breached' }),
  ];
  door = fakeDoor([], [], {
    'audit.page': ({ filter, before }) => {
      const fit = log.filter(
        ({ by, seq }) => (!filter.isByPeople || by !== 'desk') && (before === null || seq < before),
      );
      return { entries: fit.slice(0, 2), next: fit.length > 2 ? (fit[1]?.seq ?? null) : null };
    },
    'audit.people': () => [{ agentId: me, looks: 3, lookedAt: Date.now(), acts: 0, actedAt: null }],
    'audit.state': () => state,
    'audit.verify': () => ({ jobId: 'j' as never }),
  });
  window.earshot = door;
  set(
    {
      ...blank(),
      phase: 'open',
      desk: 'audit',
      region: 'audit',
      me: agent({ role: 'admin' }),
      agents: new Map([[me, agent()]]),
    },
    true,
  );
  useAudit.setState({ ...useAudit.getInitialState() }, true);
});
afterEach(cleanup);

const asked = (): unknown[] => door.askedFor('audit.page').map(({ filter }) => filter);

it('says who did what, what was taken back, and what stands for the log', async () => {
  render(<Audit title="Audit" />);
  await waitFor(() => expect(audit().phase).toBe('ready'));
  expect(asked()).toEqual([usual]);
  expect(screen.getByText('Opened 2 direct messages')).toBeTruthy();
  expect(screen.getByText('taken back')).toBeTruthy();
  expect(await screen.findByText(/sealed by the keychain/u)).toBeTruthy();
  expect(screen.getByRole('region', { name: 'The log' }).textContent).toMatch(
    /Fingerprint at \d\d:\d\d (?:\w{4}-){3}/u,
  );
});

it('shows one thread and who saw it, and everything again', async () => {
  render(<Audit title="Audit" />);
  await waitFor(() => expect(audit().entries).toHaveLength(2));
  runCommand('audit.onlyThread');
  expect(await screen.findByText(/saw direct messages 3 times/u)).toBeTruthy();
  expect(asked().at(-1)).toEqual({ threadId: 't1' });
  await userEvent.click(screen.getByRole('button', { name: 'All threads again' }));
  await waitFor(() => expect(asked().at(-1)).toEqual(usual));
});

it('asks for a kind, and keeps what else was chosen', async () => {
  render(<Audit title="Audit" />);
  await waitFor(() => expect(audit().phase).toBe('ready'));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What' }), 'Telephone');
  await waitFor(() => expect(asked().at(-1)).toEqual({ isByPeople: true, kind: 'phoned' }));
});

it('shows who may not see others what they did, and lets them not choose', async () => {
  set({ me: agent({ role: 'agent' }) });
  render(<Audit title="Audit" />);
  await waitFor(() => expect(audit().phase).toBe('ready'));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Who' }).disabled).toBe(true);
  expect(screen.queryByRole('button', { name: /Verify/u })).toBeNull();
  runCommand('audit.verify');
  expect(get().overlay).toBeNull();
});

it('says in words what is wrong with the log', async () => {
  const verified = {
    ...{ rows: 48_215, redacted: 0, heads: 3, since: 1, head: null, fingerprintAt: null },
    findings: [
      { what: 'changed' as const, from: 48_211, upto: 48_211 },
      { what: 'cut' as const, from: 48_216, upto: 48_227, at: Date.now() },
    ],
    verifiedAt: Date.now(),
    by: me,
  };
  door.handlers['audit.state'] = () => ({ ...state, verified });
  render(<Audit title="Audit" />);
  expect(await screen.findByText('Row 48,211 was changed after being written.')).toBeTruthy();
  expect(
    screen.getByText(/^The newest 12 rows are missing: at \d\d:\d\d the log reached row 48,227\.$/u),
  ).toBeTruthy();
});

it('reads on through what holds nothing, and shows no answer to an earlier question', async () => {
  let parts = 0;
  door.handlers['audit.page'] = ({ before }) => {
    parts += 1;
    return parts < 4 ? { entries: [], next: 100 - parts } : { entries: [entry(3)], next: before };
  };
  await show({ kind: 'phoned' });
  expect([parts, audit().entries.length]).toEqual([4, 1]);
  const slow = readMore();
  door.handlers['audit.page'] = () => ({ entries: [entry(50)], next: null });
  await Promise.all([slow, show({ kind: 'seen' })]);
  expect(audit().entries.map(({ seq }) => seq)).toEqual([50]);
});

it('says why it can’t be read, and reads again', async () => {
  door.handlers['audit.page'] = () => {
    throw new Error('broken');
  };
  render(<Audit title="Audit" />);
  const again = await screen.findByRole('button', { name: 'Read again' });
  door.handlers['audit.page'] = () => ({ entries: [entry(3)], next: null });
  await userEvent.click(again);
  await waitFor(() => expect(audit().entries).toHaveLength(1));
});
