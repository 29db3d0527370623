import { useMemo, useState, type FormEvent } from 'react';
import type { ColumnDefinition } from '../../shared/filter.ts';
import { parseSearch } from '../../shared/search/parse.ts';
import { changeColumn } from '../commands/columns.ts';
import { set } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { reading } from './plain.ts';
import form from '../ui/form.module.css';

/** Another name or another text for a column made of a search. */
export const ChangeKept = ({ column }: { column: ColumnDefinition }) => {
  const [title, setTitle] = useState(column.title);
  const [text, setText] = useState(column.filter.search ?? '');
  const { query, problems } = useMemo(() => parseSearch(text, reading()), [text]);
  const hint = query === null ? 'There is nothing in this that could be looked for.' : problems[0]?.says;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (query === null) return;
    set({ overlay: null });
    // After the dialog has given the focus back.
    requestAnimationFrame(
      () =>
        void changeColumn({
          ...column,
          title: title.trim() || text.trim().slice(0, 60),
          filter: { search: text.trim() },
        }),
    );
  };
  return (
    <Dialog title="Change the column">
      <form className={form.form} onSubmit={submit}>
        <Field label="Name">
          {(worn) => (
            <input
              {...worn}
              className={form.input}
              value={title}
              maxLength={60}
              autoComplete="off"
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <Field
          label="Shows what this search finds"
          hint={hint ?? 'As in the Archive: words, “phrases”, from:, is:, has: …'}
        >
          {(worn) => (
            <input
              {...worn}
              className={form.input}
              value={text}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={query === null}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div className={form.buttons}>
          <button type="button" className={form.plain} onClick={() => set({ overlay: null })}>
            Cancel
          </button>
          <button type="submit" className={form.primary} disabled={query === null}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
};
