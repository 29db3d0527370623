import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { accountRun } from './accounts.ts';

beforeEach(() => {
  vi.useFakeTimers();
  set(blank(), true);
});
afterEach(() => vi.useRealTimers());

it('asks for the passphrase once the dialog that is open has been closed', async () => {
  set({ overlay: 'palette', query: 'backup' });
  void accountRun['signIns.unlock']();
  await vi.advanceTimersByTimeAsync(2000);
  expect(get()).toMatchObject({ overlay: 'palette', query: 'backup' });
  set({ overlay: null });
  await vi.advanceTimersByTimeAsync(1000);
  expect(get().overlay).toBe('unlock');
});
