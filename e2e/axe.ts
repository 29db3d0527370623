import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Finding = { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] };

/** What stands in the way of people who see, hear or point differently: rule by rule, with where. Only what is serious. */
export const barriers = async (window: Page): Promise<string[]> => {
  // A debugger may evaluate what the page's own policy refuses.
  await window.evaluate(`${source}; undefined`);
  const findings = await window.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document): Promise<{ violations: Finding[] }> };
    };
    return (await axe.run(document)).violations;
  });
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
};
