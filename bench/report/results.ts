import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { isWithinBudget, ratioOf, type Figure } from './figure.ts';

const file = path.join(import.meta.dirname, '../results.json');

/** The same as the table, for machines; not committed. */
export const writeResults = (figures: readonly Figure[], about: { isShort: boolean; at: Date }): void => {
  const results = {
    at: about.at.toISOString(),
    form: about.isShort ? 'short' : 'full',
    machine: {
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      node: process.version,
    },
    figures: figures.map((figure) => ({
      ...figure,
      ratio: ratioOf(figure) ?? null,
      isWithinBudget: isWithinBudget(figure),
    })),
  };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
};
