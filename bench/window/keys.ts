import type { Page } from 'playwright';
import { budgets } from '../budgets.ts';
import { twelveColumns } from '../columns.ts';
import { percentile } from '../measure/percentile.ts';
import type { Figure } from '../report/figure.ts';
import { watchKeys } from './in-page.ts';

/** Down and up in a column, then on to the next; at the last one back again. */
const tour = (): string[] => {
  const ways = [
    ...Array<string>(twelveColumns.length - 1).fill('l'),
    ...Array<string>(twelveColumns.length - 1).fill('h'),
  ];
  return ways.flatMap((way) => ['j', 'j', 'k', 'j', way]);
};
/** An agent's fastest: ten keys a second. */
const pauseMs = 100;

export const benchKeys = async (page: Page, count: number): Promise<Figure> => {
  await page.evaluate(watchKeys('data-focused'));
  const keys = tour();
  const samples: number[] = [];
  await page.keyboard.press('j');
  for (let at = 0; at < count; at++) {
    await page.keyboard.press(keys[at % keys.length] ?? 'j');
    samples.push(await page.evaluate<number>('window.benchKeys.wait'));
    await page.waitForTimeout(pauseMs);
  }
  return {
    name: 'key → paint, 12 columns, p95',
    value: percentile(samples, 0.95),
    unit: 'ms',
    budget: budgets.keyToPaint,
    note: `${samples.length} keys (J K H L), median ${percentile(samples, 0.5).toFixed(1)}, worst ${Math.max(...samples).toFixed(0)}`,
  };
};
