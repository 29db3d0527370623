import type { BulkPreview } from '../../shared/api/bulk.ts';
import { useDesk } from '../store/desk.ts';
import { Mark } from '../ui/mark.tsx';
import { plural } from '../ui/number.ts';
import type { Known } from './use-preview.ts';
import { obstacleWords } from './words.ts';
import styles from './preview.module.css';

/** The numbers of a preview: what changes, what does not and why, loads, clocks, what the person is not listed with. */
export const Preview = ({ known: { preview, problem } }: { known: Known }) => (
  <output className={styles.preview} aria-label="What would change">
    {problem !== null && <p className={styles.trouble}>{problem}</p>}
    {preview && <Numbers preview={preview} />}
  </output>
);

const Numbers = ({ preview }: { preview: BulkPreview }) => {
  const { changes, same, left, clocks } = preview;
  return (
    <>
      <p className={styles.changes}>
        <b>{changes.toLocaleString('en')}</b> of {plural(preview.total, 'thread')} would change
        {same > 0 && ` · ${same.toLocaleString('en')} are so already`}
      </p>
      {left.length > 0 && <p>Left as they are: {left.map(obstacleWords).join(', ')}</p>}
      {clocks.overdue + clocks.dueSoon > 0 && (
        <p className={styles.clocks}>
          {clocks.overdue > 0 && (
            <span className={styles.overdue}>
              <Mark shape="breached" /> {clocks.overdue.toLocaleString('en')} overdue
            </span>
          )}
          {clocks.dueSoon > 0 && (
            <span className={styles.soon}>
              <Mark shape="now" /> {clocks.dueSoon.toLocaleString('en')} due in 15 min
            </span>
          )}
        </p>
      )}
      <Loads loads={preview.loads} />
      <Lacks preview={preview} />
    </>
  );
};

const shownLoads = 6;

const Loads = ({ loads }: Pick<BulkPreview, 'loads'>) => {
  const agents = useDesk((desk) => desk.agents);
  if (loads.length === 0) return null;
  return (
    <ul className={styles.loads} aria-label="Open threads of each person, before and after">
      {loads.slice(0, shownLoads).map(({ agentId, before, after, cap }) => (
        <li key={agentId}>
          <span className={styles.name}>{agents.get(agentId)?.name ?? 'Somebody'}</span>
          <span>
            {before.toLocaleString('en')} → <b>{after.toLocaleString('en')}</b>
            {cap !== null && ` of ${cap}`}
          </span>
        </li>
      ))}
      {loads.length > shownLoads && <li>and {loads.length - shownLoads} more people</li>}
    </ul>
  );
};

const Lacks = ({ preview: { receiver } }: { preview: BulkPreview }) => {
  const name = useDesk((desk) => (receiver ? desk.agents.get(receiver.agentId)?.name : undefined));
  if (!receiver || name === undefined) return null;
  const lacks = [
    receiver.duty === 'away' && `${name} is away and gets nothing new by itself.`,
    receiver.over > 0 && `${plural(receiver.over, 'thread')} over ${name}’s cap.`,
    ...receiver.skills.map(
      ({ skill, count }) =>
        `${plural(count, 'thread asks', 'threads ask')} for ${skill}, which is not listed.`,
    ),
    ...receiver.languages.map(
      ({ language, count }) =>
        `${plural(count, 'thread is', 'threads are')} in ${languageName(language)}, which is not listed.`,
    ),
  ].filter((line) => line !== false);
  return lacks.length === 0 ? null : (
    <ul className={styles.lacks} aria-label="What speaks against it">
      {lacks.map((line) => (
        <li key={line}>
          <Mark shape="soon" /> {line}
        </li>
      ))}
    </ul>
  );
};

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const languageName = (code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};
