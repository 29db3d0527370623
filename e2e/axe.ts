import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Finding = { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] };

/** What stands in the way of people who see, hear or point differently: rule by rule, with where. Only what is serious. `within`: in the one part of the page that this finds. */
export const barriers = async (window: Page, within = 'html'): Promise<string[]> => {
  // A debugger may evaluate what the page's own policy refuses.
  await window.evaluate(`${source}; undefined`);
  const findings = await window.evaluate(async (within) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: object, options: object): Promise<{ violations: Finding[] }> };
    };
    // A guard of an open menu hands the focus on at once: nobody ever rests on it.
    const guards = '[data-base-ui-focus-guard]';
    // Whoever speaks to the desk says what they read: a name without the words shown is never found.
    const rules = { 'label-content-name-mismatch': { enabled: true } };
    return (await axe.run({ include: [within], exclude: [guards] }, { rules })).violations;
  }, within);
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
};
