import { useEffect, useRef, useState } from 'react';
import type { RefusedRow } from '../../shared/api/import.ts';
import type { ImportId, JobId } from '../../shared/ids.ts';
import { call } from '../call.ts';
import { stop } from '../jobs/act.ts';
import { countWords, isRunning, leftWords } from '../jobs/words.ts';
import { useClock } from '../store/clock.ts';
import { set, useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { Bar } from '../ui/bar.tsx';
import { SaveReport } from './choose.tsx';
import type { Import } from './use-import.ts';
import { many } from './words.ts';
import form from '../ui/form.module.css';
import styles from './import.module.css';

type Props = { importing: Import; id: ImportId; jobId: JobId; name: string };

/** How far it is, and what came of it. Closing the dialog stops nothing. */
export const Run = ({ importing, id, jobId, name }: Props) => {
  const job = useDesk((desk) => desk.jobs.find((one) => one.id === jobId));
  const goesOn = !job || isRunning(job);
  const left = useClock((now) => (job && isRunning(job) ? leftWords(job, now) : ''));
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  const words =
    job && isRunning(job) ? [countWords(job), left].filter((word) => word !== '').join(' · ') : '';
  return (
    <>
      <p dir="auto">{goesOn ? `Importing ${name}` : name}</p>
      {goesOn && <Bar aria-label={`Import of ${name}`} done={job?.done ?? null} of={job?.of ?? null} />}
      <p aria-live="polite">{goesOn ? words || 'Reading the file…' : (job.outcome ?? '')}</p>
      {goesOn && (
        <p className={form.hint}>
          This dialog can be closed: the import goes on, and the status line shows how far it is.
        </p>
      )}
      {!goesOn && <Refused id={id} name={name} />}
      <div className={form.buttons}>
        {job && goesOn && (
          <button type="button" className={form.plain} onClick={() => void stop(job)}>
            Stop
          </button>
        )}
        {!goesOn && (
          <button type="button" className={form.plain} onClick={importing.again}>
            Another file
          </button>
        )}
        {job && !goesOn && job.state !== 'done' && (
          <button type="button" className={form.plain} onClick={() => void importing.resume(id, name)}>
            Go on
          </button>
        )}
        <button ref={main} type="button" className={form.primary} onClick={() => set({ overlay: null })}>
          Close
        </button>
      </div>
    </>
  );
};

const Refused = ({ id, name }: Pick<Props, 'id' | 'name'>) => {
  const [refused, setRefused] = useState<{ items: readonly RefusedRow[]; count: number } | null>(null);
  useEffect(() => {
    void attempt(async () => setRefused(await call('import.refused', { id })));
  }, [id]);
  if (!refused || refused.count === 0) return null;
  return (
    <section aria-labelledby="import-refused">
      <h3 id="import-refused" className={form.label}>
        {many(refused.count, 'row')} refused
      </h3>
      {/* It scrolls, so the keyboard must be able to be in it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.talks} tabIndex={0} aria-label="Rows that were refused">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {refused.items.map(({ row, reason }) => (
              <tr key={row}>
                <td className={styles.when}>{row}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <SaveReport one={{ id, name }} />
    </section>
  );
};
