import type { Page } from 'playwright';
import type { Figure } from '../report/figure.ts';
import { countMessages } from './flood.ts';
import { keysWhile } from './keys.ts';
import type { Network } from './network.ts';
import { invoke } from './session.ts';

/** Catching up is slow on purpose: it leaves the machine to whoever works. */
const patienceMs = (messages: number): number => 60_000 + messages * 12;
const stepMs = 500;

/**
 * The desk was away while so many direct messages came, more than any limit would let it miss: it reads them all, page after
 * page, while an agent works at full speed.
 */
export const benchBackFill = async (
  page: Page,
  network: Network,
  file: string,
  { messages, keys }: { messages: number; keys: number },
): Promise<Figure[]> => {
  // Something known to read back to.
  network.directs(1);
  await invoke(page, 'account.refresh', {});
  await until(file, countMessages(file) + 1, 20_000);
  const before = countMessages(file);
  network.directs(messages);
  await invoke(page, 'account.refresh', {});
  const figure = await keysWhile(
    page,
    `key → paint while ${messages.toLocaleString('en')} messages are fetched, p95`,
    keys,
  );
  const during = countMessages(file) - before;
  const arrived = (await until(file, before + messages, patienceMs(messages))) - before;
  return [
    { ...figure, note: `${figure.note ?? ''}; ${during} of them came meanwhile` },
    // What was over before the last key was pressed, or never came, stood in no key's way.
    {
      name: 'messages of the back-fill that arrived',
      value: arrived / messages,
      unit: '×',
      budget: { of: 'value', atLeast: 1 },
    },
  ];
};

const until = async (file: string, wanted: number, forMs: number): Promise<number> => {
  let count = countMessages(file);
  for (let waited = 0; waited < forMs && count < wanted; waited += stepMs) {
    await new Promise((resolve) => setTimeout(resolve, stepMs));
    count = countMessages(file);
  }
  return count;
};
