import type { Ms } from '../model.ts';
import type { Finding, Verdict } from './verdict.ts';

/** A moment, as whoever reads this wants it told. */
type When = (at: Ms) => string;

const number = (n: number): string => n.toLocaleString('en-GB');

const rows = (from: number, upto: number): string =>
  from === upto ? `Row ${number(from)}` : `Rows ${number(from)} to ${number(upto)}`;
const were = (from: number, upto: number): string => (from === upto ? 'was' : 'were');

/** One thing that is wrong with the log, and what it means. */
export const findingWords = (finding: Finding, when: When): string => {
  switch (finding.what) {
    case 'changed':
      return `${rows(finding.from, finding.upto)} ${were(finding.from, finding.upto)} changed after being written.`;
    case 'missing':
      return `${rows(finding.from, finding.upto)} ${finding.from === finding.upto ? 'is' : 'are'} missing.`;
    case 'unlinked':
      return `Row ${number(finding.seq)} does not follow from the row before it: one of the two was put there later.`;
    case 'cut': {
      const count = finding.upto - finding.from + 1;
      return `The newest ${count === 1 ? 'row is' : `${number(count)} rows are`} missing: at ${when(finding.at)} the log reached row ${number(finding.upto)}.`;
    }
    case 'rewritten':
      return `Row ${number(finding.seq)} is not the one that stood there at ${when(finding.at)}: the log up to there was written anew.`;
    case 'unreadable':
      return `After row ${number(finding.after)} the file is damaged, and can’t be read on.`;
    case 'unknown-fingerprint':
      return `The fingerprint ${finding.fingerprint} belongs to no row: it is of another log, or what it stood for was changed.`;
  }
};

/** The whole in a sentence or two. */
export const verdictWords = (
  { rows: read, findings, redacted, heads, since, fingerprintAt }: Verdict,
  when: When,
): string => {
  const said = [
    `${number(read)} rows read: ${findings.length === 0 ? 'as they were written.' : `${findings.length === 1 ? 'one thing is' : `${findings.length} things are`} wrong.`}`,
  ];
  if (since === null || heads === 0) said.push('Nothing was kept apart on this machine to compare with.');
  else said.push(`Compared with what is kept apart since ${when(since)}.`);
  if (fingerprintAt !== null)
    said.push(
      `Your fingerprint is of row ${number(fingerprintAt.seq)}, written at ${when(fingerprintAt.at)}.`,
    );
  if (redacted > 0) said.push(`From ${number(redacted)} of them words were taken out, and the log says so.`);
  return said.join(' ');
};
