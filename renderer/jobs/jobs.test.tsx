import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AgentId, JobId } from '../../shared/ids.ts';
import type { Job } from '../../shared/model.ts';
import { blank, get, set } from '../store/desk.ts';
import { agent, me } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { followJobs } from './follow.ts';
import { Jobs } from './jobs.tsx';
import { JobStrip } from './strip.tsx';
import { leftWords, shortWords, spokenWords } from './words.ts';

const job = (over: Partial<Job> = {}): Job => ({
  id: 'j1' as JobId,
  kind: 'export',
  title: 'Export as CSV: thread with @maya',
  by: me,
  beganAt: 1000,
  done: 12_300,
  of: 100_000,
  unit: 'messages',
  state: 'running',
  outcome: null,
  file: null,
  ...over,
});
const done = job({ state: 'done', outcome: '3 messages in 1 thread, in a.csv.', file: '/tmp/a.csv' });

let door: FakeDoor;
beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  door = fakeDoor();
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: agent() }, true);
});
afterEach(cleanup);

it('says how far it is, and what of it is worth saying aloud', () => {
  expect(shortWords(job())).toBe('Exporting 12,300 of 100,000 messages');
  expect(shortWords(job({ of: null, done: 0 }))).toBe('Exporting');
  expect(leftWords(job({ done: 50_000 }), 11_000)).toBe('about 10 s left');
  expect(leftWords(job({ done: 50_000 }), 1500)).toBe('');
  expect(spokenWords(job({ done: 30_000 }))).toBe(spokenWords(job({ done: 49_999 })));
  expect(spokenWords(job({ done: 30_000 }))).not.toBe(spokenWords(job({ done: 50_000 })));
});

it('follows what runs, and tells once how one of mine ended', async () => {
  door.handlers['job.list'] = () => [job()];
  followJobs();
  await waitFor(() => expect(get().jobs).toHaveLength(1));
  door.emit('jobs.changed', [done]);
  door.emit('jobs.changed', [done]);
  expect(get().notices.map(({ text }) => text)).toEqual(['3 messages in 1 thread, in a.csv.']);
  const others = job({ id: 'j2' as JobId, by: 'cd' as AgentId });
  door.emit('jobs.changed', [others, done]);
  door.emit('jobs.changed', [{ ...others, state: 'failed', outcome: 'The disk is full.' }, done]);
  expect(get().notices).toHaveLength(1);
});

it('shows what runs longest in the line, and stops it from there', async () => {
  set({ jobs: [job({ id: 'j2' as JobId }), job()] });
  render(<JobStrip />);
  expect(screen.getByRole('button', { name: /Exporting 12,300 of 100,000 messages · 1 more/u })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(door.askedFor('job.stop')).toEqual([{ id: 'j1' }]);
});

it('is silent about what the desk did by itself and did well', () => {
  set({ jobs: [{ ...done, kind: 'backup', by: null }] });
  expect(render(<JobStrip />).container.textContent).toBe('');
});

it('lists all of them with what can be done about each', async () => {
  set({ jobs: [job(), { ...done, id: 'j2' as JobId }] });
  render(<Jobs />);
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('12300');
  await userEvent.click(screen.getByRole('button', { name: /^Show in folder/u }));
  await userEvent.click(screen.getByRole('button', { name: /^Put away/u }));
  expect(door.askedFor('job.reveal')).toEqual([{ id: 'j2' }]);
  expect(door.askedFor('job.dismiss')).toEqual([{ id: 'j2' }]);
});
