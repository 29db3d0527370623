import { fingerprintOf } from '../../../shared/audit/fingerprint.ts';
import { findingWords, verdictWords } from '../../../shared/audit/verdict-words.ts';
import type { Head, Verdict } from '../../../shared/audit/verdict.ts';
import { openReader } from '../../db/open.ts';
import { runWork } from '../jobs/long.ts';

/** Reads the log of a file that nobody works with, and says in lines what is wrong with it. */
export const verifyFile = async (
  file: string,
  heads: readonly Head[],
  fingerprint: string | null = null,
): Promise<{ verdict: Verdict; lines: string[] }> => {
  const db = openReader(file);
  try {
    const progress = { report: () => {}, goesOn: () => true };
    const verdict = await runWork(db, 'auditVerify', { heads, fingerprint }, progress);
    if (verdict === null) throw new Error('it ended by itself');
    const when = (at: number): string => new Date(at).toISOString();
    const head =
      verdict.head && `Newest row ${verdict.head.seq}: fingerprint ${fingerprintOf(verdict.head.hash)}`;
    const lines = [verdictWords(verdict, when), ...verdict.findings.map((one) => findingWords(one, when))];
    return { verdict, lines: head === null ? lines : [...lines, head] };
  } finally {
    db.close();
  }
};
