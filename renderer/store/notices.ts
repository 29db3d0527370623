import { failureOf } from '../../shared/errors.ts';
import { get, set } from './desk.ts';
import type { Notice } from './state.ts';

const plainMs = 8000;
let last = 0;

/** One line in the status line. Trouble stays until it is closed; the rest goes by itself. */
export const notify = (text: string, tone: Notice['tone'] = 'plain'): void => {
  last += 1;
  const notice: Notice = { id: last, text, tone, at: Date.now() };
  const kept = get().notices.filter((other) => other.text !== text);
  set({ notices: [...kept, notice].slice(-5) });
  if (tone === 'plain') setTimeout(() => dismiss(notice.id), plainMs);
};

export const dismiss = (id: number): void =>
  set({ notices: get().notices.filter((notice) => notice.id !== id) });

/** What it said is not so any more. */
export const unsay = (text: string): void =>
  set({ notices: get().notices.filter((notice) => notice.text !== text) });

/** Runs a job whose failure is said, not thrown. */
export const attempt = async (job: () => Promise<unknown>): Promise<boolean> => {
  try {
    await job();
    return true;
  } catch (error) {
    notify(failureOf(error).message, 'trouble');
    return false;
  }
};
