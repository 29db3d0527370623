import type { Page } from 'playwright';
import { budgets } from '../budgets.ts';
import { percentile } from '../measure/percentile.ts';
import type { Figure } from '../report/figure.ts';
import { cardSays } from './in-page.ts';
import type { Network } from './network.ts';
import { invoke } from './session.ts';

export const caller = 'benchcaller';

/** A customer in view writes again and again; from the network's answer having left to the card that shows it. */
export const benchArrival = async (page: Page, network: Network, count: number): Promise<Figure> => {
  const [brand] = network.brands;
  if (!brand) throw new Error('The network has no brand.');
  const write = async (at: number): Promise<number> => {
    const token = `ref-${at}-end`;
    const painted = page.evaluate<number>(cardSays(token));
    const writtenAt = Date.now();
    network.say(caller, brand, `still no signal, ${token}`);
    // At once instead of at the next turn of the poller: what counts begins with the answer.
    await invoke(page, 'account.refresh', {});
    const paintedAt = await (at === 0 ? shown(page, painted) : painted);
    const path = `/2/users/${brand.id}/mentions`;
    const answer = network.answers.find((one) => one.askedAt >= writtenAt && one.path.startsWith(path));
    return paintedAt - (answer?.answeredAt ?? Number.NaN);
  };
  await write(0);
  const samples: number[] = [];
  for (let at = 1; at <= count; at++) {
    await page.waitForTimeout(250);
    samples.push(await write(at));
  }
  return {
    name: 'answer → painted card, p95',
    value: percentile(samples, 0.95),
    unit: 'ms',
    budget: budgets.answerToPaint,
    note: `${samples.length} messages, 12 columns, median ${percentile(samples, 0.5)}, worst ${Math.max(...samples)}`,
  };
};

/** A new thread waits behind "new" until the agent asks for it, in the first column. */
const shown = async (page: Page, painted: Promise<number>): Promise<number> => {
  const asking = new AbortController();
  const stop = (): void => asking.abort();
  void painted.then(stop, stop);
  for (let tries = 0; tries < 100 && !asking.signal.aborted; tries++) {
    await page.keyboard.press('1');
    await page.keyboard.press('.');
    await page.waitForTimeout(100);
  }
  if (!asking.signal.aborted) throw new Error('The new thread never showed.');
  return painted;
};
