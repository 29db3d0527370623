import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { RepairProgress } from '../../shared/api/backup.ts';
import { fakeDoor } from '../testing/fake-door.ts';
import { Repair } from './repair.tsx';

afterEach(cleanup);

it('says how far a repair is, page by page, then that all is read, then what was saved', async () => {
  let progress: RepairProgress | null = null;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  window.earshot = fakeDoor([], [], {
    'repair.state': () => ({ file: '/desk.db', why: 'Its pages are torn.', backups: [] }),
    'repair.progress': () => progress,
    'repair.begin': async () => {
      await ended;
      return { words: ['Saved: 40 messages.'], aside: '/set-aside/desk.db' };
    },
  });
  render(<Repair />);
  await userEvent.click(await screen.findByRole('button', { name: 'Repair the file' }));
  const bar = screen.getByRole('progressbar', { name: 'Repair' });
  expect(bar.getAttribute('value')).toBeNull();
  progress = { done: 3000, of: 12_000 };
  expect(await screen.findByText('3,000 of 12,000 pages read.')).toBeDefined();
  expect(bar.getAttribute('value')).toBe('3000');
  progress = { done: 12_000, of: 12_000 };
  expect(await screen.findByText(/^All is read/u)).toBeDefined();
  end();
  expect(await screen.findByText('Saved: 40 messages.')).toBeDefined();
});
