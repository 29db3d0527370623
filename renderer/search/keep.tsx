import { useState, type FormEvent } from 'react';
import type { ColumnDefinition } from '../../shared/filter.ts';
import { columnCap, newColumnId } from '../commands/columns.ts';
import { save } from '../commands/settings.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { plainText } from './plain.ts';
import { search } from './store.ts';
import form from '../ui/form.module.css';

const titleCap = 60;
/** As shared/filter.ts has it. */
const textCap = 500;

/** A search that stays: a column of what it finds, now and from now on. */
export const KeepSearch = () => {
  const text = useState(() => plainText(search()))[0];
  const [title, setTitle] = useState('');
  const [on, setOn] = useState('');
  const desks = useDesk((desk) => desk.settings.desks);
  const count = useDesk(({ settings }) => columnsOf(settings, on).length);
  const why =
    text === ''
      ? 'There is nothing in this search that could be looked for.'
      : text.length > textCap
        ? `This search is longer than ${textCap} characters.`
        : count >= columnCap
          ? `There are ${columnCap} columns there, which is the most. Remove one first.`
          : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (why !== null) return;
    set({ overlay: null });
    void keep(
      {
        id: newColumnId(),
        title: title.trim() || text.slice(0, titleCap),
        filter: { search: text },
        order: 'newest',
      },
      on,
    );
  };
  return (
    <Dialog title="Keep this search as a column">
      <form className={form.form} onSubmit={submit}>
        <p className={form.hint}>
          It shows the threads in which <code>{text}</code> is found, by when it was said last, and takes in
          what comes from now on.
        </p>
        <Field label="Name">
          {(worn) => (
            <input
              {...worn}
              className={form.input}
              value={title}
              maxLength={titleCap}
              autoComplete="off"
              placeholder={text.slice(0, titleCap)}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        {desks.length > 0 && (
          <Field label="On">
            {(worn) => (
              <select
                {...worn}
                className={form.input}
                value={on}
                onChange={({ target }) => setOn(target.value)}
              >
                <option value="">Triage</option>
                {desks.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {why !== null && <p className={form.trouble}>{why}</p>}
        <div className={form.buttons}>
          <button type="button" className={form.plain} onClick={() => set({ overlay: null })}>
            Cancel
          </button>
          <button type="submit" className={form.primary} disabled={why !== null}>
            Keep
          </button>
        </div>
      </form>
    </Dialog>
  );
};

type Kept = ReturnType<typeof get>['settings'];

/** Of the desk with this id; empty: of Triage. */
const columnsOf = ({ columns, desks }: Kept, deskId: string): readonly ColumnDefinition[] =>
  deskId === '' ? columns : (desks.find(({ id }) => id === deskId)?.columns ?? []);

const keep = async (column: ColumnDefinition, deskId: string): Promise<void> => {
  const { settings } = get();
  const columns = [...columnsOf(settings, deskId), column];
  const desks = settings.desks.map((desk) => (desk.id === deskId ? { ...desk, columns } : desk));
  const where =
    deskId === '' ? 'Triage' : (settings.desks.find(({ id }) => id === deskId)?.name ?? 'that desk');
  if (await save(deskId === '' ? { columns } : { desks })) {
    notify(`Kept: ${column.title} is the last column of ${where}.`);
  }
};
