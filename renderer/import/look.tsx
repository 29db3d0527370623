import { useEffect, useRef } from 'react';
import type { ImportPreview } from '../../shared/api/import.ts';
import { useDesk } from '../store/desk.ts';
import { Field } from '../ui/field.tsx';
import { Mark } from '../ui/mark.tsx';
import { Mapping } from './mapping.tsx';
import { Talks } from './talks.tsx';
import type { Import } from './use-import.ts';
import { kindWords, many, refusedWords, spanWords, threadWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './import.module.css';

type Props = { importing: Import; preview: ImportPreview; name: string };

/** What the file would become, and how it is read. */
export const Look = ({ importing, preview, name }: Props) => {
  const { isReading, read, start, again } = importing;
  const accounts = useDesk((desk) => desk.accounts);
  const go = useRef<HTMLButtonElement>(null);
  useEffect(() => go.current?.focus(), []);
  const fresh = preview.messages - preview.known;
  const action = fresh > 0 ? `Import ${many(fresh, 'message')}` : 'Nothing new to import';
  return (
    <form
      className={form.form}
      aria-busy={isReading}
      onSubmit={(event) => {
        event.preventDefault();
        if (fresh > 0 && !isReading) void start();
      }}
    >
      <p>
        <strong dir="auto">{name}</strong> · {kindWords[preview.kind]}
      </p>
      {preview.kind !== 'earshot-archive' && accounts.length > 1 && (
        <Field label="Whose conversations these are">
          {(worn) => (
            <select
              {...worn}
              className={form.input}
              value={preview.accountId ?? ''}
              onChange={({ target }) =>
                void read(
                  null,
                  accounts.find(({ account }) => account.id === target.value)?.account.id ?? null,
                )
              }
            >
              {!accounts.some(({ account }) => account.id === preview.accountId) && (
                <option value={preview.accountId ?? ''}>One that is not connected any more</option>
              )}
              {accounts.map(({ account }) => (
                <option key={account.id} value={account.id}>
                  @{account.handle}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {preview.mapping && (
        <Mapping preview={preview} mapping={preview.mapping} onChange={(to) => void read(to)} />
      )}
      <Facts preview={preview} />
      <Talks talks={preview.conversations} />
      <div className={form.buttons}>
        <p className={styles.reading} aria-live="polite">
          {isReading ? 'Reading it anew…' : ''}
        </p>
        <button type="button" className={form.plain} onClick={again}>
          Another file
        </button>
        <button ref={go} type="submit" className={form.primary} aria-disabled={fresh === 0 || isReading}>
          {action}
        </button>
      </div>
    </form>
  );
};

const Facts = ({ preview }: { preview: ImportPreview }) => (
  <section aria-labelledby="import-facts">
    <h3 id="import-facts" className={form.label}>
      What it would become
    </h3>
    <ul className={styles.facts}>
      <li>
        {many(preview.messages, 'message')} of {many(preview.people, 'customer')}, {spanWords(preview)}
      </li>
      <li>{threadWords(preview)}</li>
      {preview.known > 0 && <li>{many(preview.known, 'message')} here already: nothing changes for them</li>}
      {preview.leftOut > 0 && <li>{many(preview.leftOut, 'row')} left out: not to or from this account</li>}
      {preview.refused.map(({ reason, count, firstRow }) => (
        <li key={reason}>
          <Mark shape="soon" /> {refusedWords(count, firstRow)}: {reason}
        </li>
      ))}
      {preview.problems.map((problem) => (
        <li key={problem}>
          <Mark shape="soon" /> {problem}
        </li>
      ))}
    </ul>
  </section>
);
