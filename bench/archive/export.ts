import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { manyMessages } from '../../main/core/export/testing/many.ts';
import { budgets } from '../budgets.ts';
import type { Figure } from '../report/figure.ts';
import { say } from '../report/say.ts';
import type { Sizes } from '../sizes.ts';

type Measured = { messages: number; ms: number; peakMb: number };

/** One customer's messages into a file, in a program of its own: all of them, and before that half of them. */
export const benchExport = (folder: string, { exported }: Sizes): Figure[] => {
  say(`Exporting ${exported.toLocaleString('en')} messages …`);
  const script = path.join(import.meta.dirname, '../../main/core/export/testing/measure.ts');
  return (['jsonl', 'csv'] as const).flatMap((format) => {
    const run = (messages: number): Measured & { mb: number } => {
      const file = path.join(folder, `exported-${messages}-${format}.db`);
      const part = `${file}.part`;
      manyMessages(file, messages);
      const said = execFileSync(process.execPath, [script, file, part, format], { encoding: 'utf8' });
      return { ...(JSON.parse(said) as Measured), mb: statSync(part).size / 2 ** 20 };
    };
    const half = run(exported / 2);
    const all = run(exported);
    return [
      {
        name: `export as ${format}, memory at its peak`,
        value: all.peakMb,
        baseline: half.peakMb,
        unit: 'MB' as const,
        budget: budgets.exportMemory,
        note:
          `${all.messages.toLocaleString('en')} messages, ${all.mb.toFixed(0)} MB, against half as many; ` +
          `${Math.round((all.messages / all.ms) * 1000).toLocaleString('en')} messages/s`,
      },
    ];
  });
};
