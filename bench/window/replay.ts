import type { Page } from 'playwright';
import { budgets } from '../budgets.ts';
import { percentile } from '../measure/percentile.ts';
import type { Figure } from '../report/figure.ts';
import { caller } from './arrival.ts';
import { watchKeys } from './in-page.ts';
import { invoke } from './session.ts';

/** What people did with the thread, beside what was said in it. */
const done = 200;

/** Through the past of a thread with hundreds of events by key, from its beginning and back. */
export const benchReplay = async (page: Page, count: number): Promise<Figure[]> => {
  const card = page.locator('article[data-thread-id]', { hasText: caller }).first();
  const threadId = await card.getAttribute('data-thread-id');
  for (let at = 0; at < done; at += 1)
    await invoke(page, 'bulk.apply', {
      target: { threadIds: [threadId] },
      action: { do: 'priority', priority: at % 4 },
    });
  await card.click();
  const from = performance.now();
  await page.keyboard.press('Shift+R');
  const slider = page.getByRole('slider', { name: 'Time' });
  await slider.waitFor();
  const openedMs = performance.now() - from;
  await page.waitForTimeout(500);
  await page.evaluate(watchKeys('aria-valuenow', false));
  await page.keyboard.press('Home');
  const moments = Number(await slider.getAttribute('aria-valuemax'));
  const steps = Math.min(count, moments - 1);
  const samples: number[] = [];
  const painted: number[] = [];
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    for (let at = 0; at < steps; at += 1) {
      await page.keyboard.press(key);
      painted.push(await page.evaluate<number>('window.benchKeys.wait'));
      samples.push(await page.evaluate<number>('window.benchKeys.changedMs'));
      await page.waitForTimeout(30);
    }
  }
  // Out of the past, and out of the thread.
  await page.keyboard.press('Escape');
  await slider.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.locator('[data-region="thread"]').waitFor({ state: 'detached' });
  return [
    {
      name: 'replay, a step by key, p95',
      value: percentile(samples, 0.95),
      unit: 'ms',
      budget: budgets.replayStep,
      note:
        `${samples.length} steps through ${moments} moments, from the key until the page stands changed; median ` +
        `${percentile(samples, 0.5).toFixed(1)}, worst ${Math.max(...samples).toFixed(0)}; painted p95 ${percentile(painted, 0.95).toFixed(1)}; opened in ${openedMs.toFixed(0)}`,
    },
  ];
};
