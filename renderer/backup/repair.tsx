import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RepairProgress, RepairState } from '../../shared/api/backup.ts';
import { call } from '../call.ts';
import { Bar } from '../ui/bar.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { Copies } from './copies.tsx';
import form from '../ui/form.module.css';
import styles from './backup.module.css';

type Repaired = { words: readonly string[]; aside: string };

/** In place of the desk, where its file can't be used: what is wrong, and what can be done about it. */
export const Repair = () => {
  const [state, setState] = useState<RepairState | null>(null);
  const [repaired, setRepaired] = useState<Repaired | null>(null);
  const { trouble, attempt } = useAttempt(() => undefined);
  useEffect(() => {
    void attempt(async () => {
      setState(await call('repair.state', {}));
      return null;
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
  if (state === null) return <Trouble words={trouble} />;
  return (
    <main className={styles.page}>
      <div className={styles.inside}>
        {repaired ? <Done repaired={repaired} /> : <Ways state={state} onRepaired={setRepaired} />}
      </div>
    </main>
  );
};

const Ways = ({ state, onRepaired }: { state: RepairState; onRepaired: (done: Repaired) => void }) => {
  const newest = state.backups.find(({ holds }) => holds !== null);
  const [chosen, setChosen] = useState<string | null>(newest?.name ?? null);
  const [doing, setDoing] = useState<'repair' | 'restore' | null>(null);
  const { trouble, attempt } = useAttempt(() => undefined);
  const first = useRef<HTMLButtonElement>(null);
  // Before the paint: whoever sees it may press Enter.
  useLayoutEffect(() => first.current?.focus(), []);

  const run = async (what: 'repair' | 'restore', job: () => Promise<unknown>): Promise<void> => {
    setDoing(what);
    await attempt(async () => {
      await job();
      return null;
    });
    setDoing(null);
  };
  return (
    <>
      <h1 className={styles.title}>The desk’s file is damaged</h1>
      <p>{state.why}</p>
      <p>
        Nothing was changed, nothing was sent. What the networks have is still there. Whatever you choose, the
        damaged file is kept.
      </p>
      <section aria-label="Repair" className={form.field}>
        <h2 className={form.label}>Repair it</h2>
        <p className={form.hint}>
          Everything in it that can be read is brought over to a new file: drafts, what waits to leave, notes,
          settings, threads. The rest is fetched again from the networks, as far as they still have it. Takes
          a minute or two on a large desk.
        </p>
        {doing === 'repair' && <HowFar />}
        <div className={styles.buttons}>
          <button
            ref={first}
            type="button"
            className={form.primary}
            disabled={doing !== null}
            onClick={() => void run('repair', async () => onRepaired(await call('repair.begin', {})))}
          >
            {doing === 'repair' ? 'Repairing…' : 'Repair the file'}
          </button>
        </div>
      </section>
      <section aria-label="Restore" className={form.field}>
        <h2 className={form.label}>Or go back to a backup</h2>
        <p className={form.hint}>
          {state.backups.length === 0
            ? 'There is none in the folder for backups.'
            : 'What was done on the desk since then is lost; messages are fetched again. Nothing leaves by itself.'}
        </p>
        {state.backups.length > 0 && (
          <>
            <Copies backups={state.backups} chosen={chosen} onChoose={setChosen} />
            <div className={styles.buttons}>
              <button
                type="button"
                className={form.plain}
                disabled={doing !== null || chosen === null}
                onClick={() =>
                  void run('restore', () =>
                    call('backup.restore', { name: chosen ?? '', confirmed: 'restore' }),
                  )
                }
              >
                {doing === 'restore' ? 'Restoring…' : 'Restore this backup'}
              </button>
            </div>
          </>
        )}
      </section>
      <Trouble words={trouble} />
      <div className={styles.buttons}>
        <button type="button" className={form.plain} onClick={() => void call('repair.quit', {})}>
          Quit Earshot
        </button>
      </div>
    </>
  );
};

/** So often it is asked how far the repair is. */
const askMs = 300;

const HowFar = () => {
  const [progress, setProgress] = useState<RepairProgress | null>(null);
  useEffect(() => {
    const ask = (): void => void call('repair.progress', {}).then(setProgress, () => undefined);
    const timer = setInterval(ask, askMs);
    return () => clearInterval(timer);
  }, []);
  const { done, of } = progress ?? { done: null, of: null };
  const isRead = done !== null && done === of;
  return (
    <>
      <Bar aria-label="Repair" done={isRead ? null : done} of={isRead ? null : of} />
      <p className={form.hint} aria-live="polite">
        {isRead ? 'All is read. What was found is being put together.' : readWords(done, of)}
      </p>
    </>
  );
};

const readWords = (done: number | null, of: number | null): string =>
  done === null || of === null
    ? 'Begun.'
    : `${done.toLocaleString('en')} of ${of.toLocaleString('en')} pages read.`;

const Done = ({ repaired }: { repaired: Repaired }) => {
  const { trouble, attempt } = useAttempt(() => undefined);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <>
      <h1 className={styles.title}>The desk is repaired</h1>
      <ul className={styles.words} aria-label="What was saved">
        {repaired.words.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={styles.file}>The damaged file was set aside: {repaired.aside}</p>
      <Trouble words={trouble} />
      <div className={styles.buttons}>
        <button
          ref={button}
          type="button"
          className={form.primary}
          onClick={() =>
            void attempt(async () => {
              await call('repair.open', {});
              return null;
            })
          }
        >
          Open the desk
        </button>
      </div>
    </>
  );
};
