import type { AuditEntry } from '../../shared/api/audit.ts';
import { kindOf } from '../../shared/audit/ops.ts';
import { entryWords } from '../../shared/audit/words.ts';
import { runCommand } from '../commands/run.ts';
import { useDesk } from '../store/desk.ts';
import { exactTime, fullTime, isSameDay } from '../ui/time.ts';
import { KindMark } from './kind-mark.tsx';
import { useAudit } from './store.ts';
import styles from './audit.module.css';

type Props = {
  entry: AuditEntry;
  isFocused: boolean;
  /** When the row above was written; null: there is none. */
  before: number | null;
  place: number;
  /** How many there are; -1: nobody knows yet. */
  of: number;
  start: number;
};

const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** One act: when, who, what, with whose thread. */
export const Row = ({ entry, isFocused, before, place, of, start }: Props) => {
  const name = useDesk((desk) => [...desk.agents.values()].find(({ id }) => id === entry.by)?.name);
  const who = name ?? (entry.by === 'desk' ? 'The desk' : entry.by);
  const isNewDay = before === null || !isSameDay(before, entry.at);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      aria-posinset={place}
      aria-setsize={of}
      aria-current={isFocused || undefined}
      // Enter and the double press are the same command.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isFocused ? 0 : -1}
      className={styles.row}
      data-focused={isFocused || undefined}
      data-undone={entry.isUndone || undefined}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={() => useAudit.setState({ focused: entry.seq })}
      onPointerDown={() => useAudit.setState({ focused: entry.seq })}
      onDoubleClick={() => runCommand('audit.open')}
    >
      <time className={styles.time} dateTime={new Date(entry.at).toISOString()} title={fullTime(entry.at)}>
        <span className={styles.date} data-same={!isNewDay || undefined}>
          {date.format(entry.at)}
        </span>{' '}
        {exactTime(entry.at)}
      </time>
      <span className={styles.who} data-desk={name === undefined || undefined} title={who}>
        {who}
      </span>
      <span className={styles.what}>
        <KindMark kind={kindOf(entry.op)} />
        <span className={styles.words} title={entryWords(entry)}>
          {entryWords(entry)}
        </span>
        {entry.isUndone && <span className={styles.undone}>taken back</span>}
      </span>
      <span className={styles.whose}>
        {entry.handle !== null && `@${entry.handle}`}
        {entry.handle === null && entry.threadId !== null && (
          <span className={styles.quiet}>a thread that is gone</span>
        )}
      </span>
      <span className={styles.seq} title={`Row ${entry.seq} of the log`}>
        {entry.seq}
      </span>
    </li>
  );
};
