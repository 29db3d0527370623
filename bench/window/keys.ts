import type { Page } from 'playwright';
import { budgets } from '../budgets.ts';
import { twelveColumns, twentyColumns } from '../columns.ts';
import { percentile } from '../measure/percentile.ts';
import type { Figure } from '../report/figure.ts';
import { flood } from './flood.ts';
import { watchKeys } from './in-page.ts';
import type { Network } from './network.ts';
import { invoke } from './session.ts';

/** Down and up in a column, then on to the next; at the last one back again. */
const tour = (columns: number): string[] => {
  const ways = [...Array<string>(columns - 1).fill('l'), ...Array<string>(columns - 1).fill('h')];
  return ways.flatMap((way) => ['j', 'j', 'k', 'j', way]);
};
/** An agent's fastest: ten keys a second. */
const pauseMs = 100;

export const benchKeys = async (page: Page, count: number): Promise<Figure> => {
  await page.evaluate(watchKeys('data-focused'));
  const samples = await pressed(page, tour(twelveColumns.length), count);
  return figureOf('key → paint, 12 columns, p95', samples);
};

/** The same with as many columns as there can be, while customers write. */
export const benchKeysInFlood = async (page: Page, network: Network, count: number): Promise<Figure> => {
  await invoke(page, 'settings.save', { columns: twentyColumns });
  await page.reload();
  for (const { id } of twentyColumns)
    await page.waitForSelector(`[data-column="${id}"] article[data-thread-id]`, { state: 'attached' });
  await page.waitForTimeout(2_500);
  // Rows come and go by themselves: only the focus that moves is the key's own doing.
  await page.evaluate(watchKeys('data-focused', false));
  await page.keyboard.press('1');
  const writing = flood(network, count * (pauseMs + 60));
  const samples = await pressed(page, tour(twentyColumns.length), count);
  await writing;
  return figureOf('key → paint, 20 columns at 200 messages/s, p95', samples);
};

/** On the same columns as before, while something else goes on. */
export const keysWhile = async (page: Page, name: string, count: number): Promise<Figure> => {
  await page.keyboard.press('1');
  return figureOf(name, await pressed(page, tour(twentyColumns.length), count));
};

const pressed = async (page: Page, keys: readonly string[], count: number): Promise<number[]> => {
  const samples: number[] = [];
  await page.keyboard.press('j');
  for (let at = 0; at < count; at++) {
    await page.keyboard.press(keys[at % keys.length] ?? 'j');
    samples.push(await page.evaluate<number>('window.benchKeys.wait'));
    await page.waitForTimeout(pauseMs);
  }
  return samples;
};

const figureOf = (name: string, samples: readonly number[]): Figure => ({
  name,
  value: percentile(samples, 0.95),
  unit: 'ms',
  budget: budgets.keyToPaint,
  note: `${samples.length} keys (J K H L), median ${percentile(samples, 0.5).toFixed(1)}, worst ${Math.max(...samples).toFixed(0)}`,
});
