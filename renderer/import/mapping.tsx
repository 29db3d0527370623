import { useMemo, useState } from 'react';
import type { ImportPreview } from '../../shared/api/import.ts';
import type { CsvField, CsvMapping, TimeForm } from '../../shared/import/mapping.ts';
import { Field } from '../ui/field.tsx';
import { fieldWords, many, timeFormWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './import.module.css';

type Props = { preview: ImportPreview; mapping: CsvMapping; onChange: (to: CsvMapping) => void };

/** In the order in which they are looked for; the first three are needed. */
const fields = Object.keys(fieldWords) as CsvField[];
const forms = Object.keys(timeFormWords) as TimeForm[];

/** What the columns of a table mean, how its times are written, and who in it is we. */
export const Mapping = ({ preview, mapping, onChange }: Props) => {
  const { columns: heads, authors } = preview;
  const { columns } = mapping;
  const isComplete = columns.author !== undefined && columns.text !== undefined && columns.time !== undefined;
  // Where something has to be said it stands open; from then on it is as the person leaves it.
  const [isOpen, setIsOpen] = useState(!isComplete || preview.messages === 0);
  const zones = useMemo(
    () => [...new Set([mapping.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted(),
    [mapping.zone],
  );
  const names = [...new Set([mapping.ours, ...authors.map(({ name }) => name)])].filter(
    (name) => name !== '',
  );
  const setColumn = (field: CsvField, value: string): void => {
    const { [field]: _before, ...others } = columns;
    onChange({ ...mapping, columns: value === '' ? others : { ...others, [field]: Number(value) } });
  };
  return (
    <details
      className={styles.mapping}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>How the table is read</summary>
      <div className={styles.fields}>
        <Field label="Which of them we are">
          {(worn) => (
            <select
              {...worn}
              className={form.input}
              value={mapping.ours}
              onChange={({ target }) => onChange({ ...mapping, ours: target.value })}
            >
              {mapping.ours === '' && <option value="">Choose…</option>}
              {names.map((name) => (
                <option key={name} value={name}>
                  {said(name, authors)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {fields.map((field) => (
          <Field key={field} label={fieldWords[field]}>
            {(worn) => (
              <select
                {...worn}
                className={form.input}
                value={columns[field] ?? ''}
                onChange={({ target }) => setColumn(field, target.value)}
              >
                <option value="">{needed.has(field) ? 'Choose…' : 'Not in this table'}</option>
                {heads.map(({ name, samples }, at) => (
                  <option key={at} value={at}>
                    {samples[0] ? `${name}: ${samples[0].slice(0, 32)}` : name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Field label="How times are written">
          {(worn) => (
            <select
              {...worn}
              className={form.input}
              value={mapping.timeForm}
              onChange={({ target }) => {
                const timeForm = forms.find((one) => one === target.value);
                if (timeForm) onChange({ ...mapping, timeForm });
              }}
            >
              {forms.map((one) => (
                <option key={one} value={one}>
                  {timeFormWords[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Zone of times that name none">
          {(worn) => (
            <select
              {...worn}
              className={form.input}
              value={mapping.zone}
              onChange={({ target }) => onChange({ ...mapping, zone: target.value })}
            >
              {zones.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </details>
  );
};

const needed: ReadonlySet<CsvField> = new Set(['author', 'text', 'time']);

const said = (name: string, authors: ImportPreview['authors']): string => {
  const count = authors.find((one) => one.name === name)?.count;
  return count === undefined ? name : `${name} (${many(count, 'message')})`;
};
