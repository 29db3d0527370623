import { Copy, Download, ShieldCheck } from 'lucide-react';
import { fingerprintOf } from '../../shared/audit/fingerprint.ts';
import { findingWords, verdictWords } from '../../shared/audit/verdict-words.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import { Mark } from '../ui/mark.tsx';
import { clockTime } from '../ui/time.ts';
import { titled } from '../ui/titled.ts';
import { when } from './people.tsx';
import { useAudit } from './store.ts';
import styles from './audit.module.css';

/** Whether the log is as it was written, as far as anybody has looked, and what stands for it now. */
export const LogState = () => {
  const log = useAudit((state) => state.log);
  const mayAll = useDesk((desk) => iMay(desk, 'audit.see'));
  if (log?.head == null) return null;
  const { head, kept, keptIn, verified } = log;
  const fingerprint = fingerprintOf(head.hash);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`Fingerprint of the log at ${when(head.at)}: ${fingerprint}`);
    notify('Copied. Whoever has it can tell later whether the log was changed.');
  };
  const findings = verified?.findings ?? [];
  return (
    <section className={styles.log} aria-label="The log">
      <p className={styles.line}>
        <span title="Stands for every row up to now. Write it down or mail it: it can be compared later.">
          Fingerprint at {clockTime(head.at)} <code className={styles.fingerprint}>{fingerprint}</code>
        </span>
        <button
          type="button"
          className={styles.icon}
          title="Copy the fingerprint"
          aria-label="Copy the fingerprint"
          onClick={() => void copy()}
        >
          <Copy size={14} aria-hidden="true" />
        </button>
        <span className={styles.quiet}>{keptWords(kept?.at ?? null, keptIn)}</span>
        <span className={styles.buttons}>
          {mayAll && (
            <button
              type="button"
              className={styles.button}
              title={titled('audit.verify')}
              onClick={() => runCommand('audit.verify')}
            >
              <ShieldCheck size={14} aria-hidden="true" /> Verify…
            </button>
          )}
          <button
            type="button"
            className={styles.button}
            title={titled('audit.csv')}
            onClick={() => runCommand('audit.csv')}
          >
            <Download size={14} aria-hidden="true" /> Export…
          </button>
        </span>
      </p>
      {verified !== null && (
        <p className={findings.length === 0 ? styles.quiet : styles.trouble}>
          {findings.length > 0 && <Mark shape="breached" />} Verified {when(verified.verifiedAt)}.{' '}
          {verdictWords(verified, when)}
        </p>
      )}
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.slice(0, 20).map((finding) => (
            <li key={JSON.stringify(finding)}>{findingWords(finding, when)}</li>
          ))}
          {findings.length > 20 && <li>{`and ${findings.length - 20} more`}</li>}
        </ul>
      )}
    </section>
  );
};

const keptWords = (at: number | null, where: 'keychain' | 'file' | null): string => {
  if (at === null || where === null) return 'Nothing of it is kept apart on this machine.';
  const place = where === 'keychain' ? 'sealed by the keychain' : 'in a folder of its own';
  return `Kept apart at ${clockTime(at)}, ${place}.`;
};
