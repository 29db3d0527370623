import { messagesPerPart, mostOnPaper } from '../../../shared/archive/formats.ts';
import { AppError } from '../../../shared/errors.ts';
import type { LongWork } from '../jobs/long.ts';
import { openLedger, type LedgerThread } from './ledger.ts';
import { foundIn, type Exported, type ExportInput } from './write-file.ts';

/** What goes onto paper: few enough to be held in memory. */
export type PaperPlan = Exported & { all: LedgerThread[]; parts: number };

/** Throws `too-long` where a file for programs is what one wants. */
export const planPaper: LongWork<ExportInput, PaperPlan | null> = (db, input, progress) => {
  const ledger = openLedger();
  try {
    const found = foundIn(db, ledger, input, progress);
    if (found === null) return null;
    const parts = Math.max(1, Math.ceil(found.messages / messagesPerPart));
    if (found.messages > mostOnPaper) {
      throw new AppError(
        'too-long',
        `${number.format(found.messages)} messages would be a stack of paper. Choose CSV or JSON Lines, or narrow it.`,
      );
    }
    if (input.asked.format === 'print' && parts > 1) {
      throw new AppError(
        'too-long',
        `${number.format(found.messages)} messages are too many to print at once. Save them as PDF, and print its parts.`,
      );
    }
    return { ...found, all: [...ledger.threads()], parts };
  } finally {
    ledger.close();
  }
};

const number = new Intl.NumberFormat('en');
