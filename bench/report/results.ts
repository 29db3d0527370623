import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { isWithinBudget, ratioOf, type Figure } from './figure.ts';

const file = path.join(import.meta.dirname, '../results.json');

/** What a part of the bench measured. */
export type Measured = { part: string; figures: readonly Figure[] };

/** The same as the table, for machines; not committed. */
export const writeResults = (
  measured: readonly Measured[],
  about: { isShort: boolean; at: Date },
  into = file,
): void => {
  const results = {
    at: about.at.toISOString(),
    form: about.isShort ? 'short' : 'full',
    machine: {
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      node: process.version,
    },
    figures: measured.flatMap(({ part, figures }) =>
      figures.map((figure) => ({
        ...{ part, ...figure },
        ratio: ratioOf(figure) ?? null,
        isWithinBudget: isWithinBudget(figure),
      })),
    ),
  };
  writeFileSync(into, `${JSON.stringify(results, null, 2)}\n`);
};

/** The parts that missed a budget when they were measured last; none where nothing is known. */
export const missedParts = (from = file): string[] => {
  if (!existsSync(from)) return [];
  const { figures } = JSON.parse(readFileSync(from, 'utf8')) as {
    figures: readonly { part?: string; isWithinBudget: boolean }[];
  };
  const missed = figures.flatMap(({ part, isWithinBudget: isMet }) =>
    isMet || part === undefined ? [] : [part],
  );
  return [...new Set(missed)];
};
