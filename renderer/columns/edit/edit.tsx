import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { parseFilter, printFilter } from '../../../shared/filter-words.ts';
import type { ColumnDefinition, Filter, Order } from '../../../shared/filter.ts';
import { openness, sortedBy } from '../../../shared/match.ts';
import { presets } from '../../../shared/presets.ts';
import { addColumn, changeColumn } from '../../commands/columns.ts';
import { ChangeKept } from '../../search/change-kept.tsx';
import { get, set, useDesk } from '../../store/desk.ts';
import { ownColumns } from '../../store/own-desks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterForm } from './filter-form.tsx';
import { Looks, type Look } from './looks.tsx';
import { useNames } from './names.ts';
import { useCount } from './use-count.ts';
import { WordsField } from './words-field.tsx';
import form from '../../ui/form.module.css';
import styles from './edit.module.css';

const orders: readonly { value: Order; label: string }[] = [
  { value: 'newest', label: 'newest first' },
  { value: 'oldest', label: 'oldest first' },
  { value: 'due', label: 'next due first' },
];

/** A new column, or another way for one that is there. */
export const EditColumn = () => {
  const known = useState(() =>
    (ownColumns(get()) ?? []).find((column) => column.id === get().editedColumn),
  )[0];
  return known?.filter.search === undefined ? <EditFilter known={known} /> : <ChangeKept column={known} />;
};

const EditFilter = ({ known }: { known: ColumnDefinition | undefined }) => {
  const id = useId();
  const names = useNames();
  const [title, setTitle] = useState(known?.title ?? '');
  const [words, setWords] = useState(() => (known ? printFilter(known.filter, names) : ''));
  const [order, setOrder] = useState<Order>(known?.order ?? 'newest');
  const [look, setLook] = useState<Look>(() => (known ? lookOf(known) : {}));
  const field = useRef<HTMLInputElement>(null);
  const { filter, mistakes } = parseFilter(words, names);
  const count = useCount(filter, mistakes.length === 0);
  const hasDue = openness(filter) === true;
  const isReady = mistakes.length === 0 && (title.trim() !== '' || words.trim() !== '');
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(words.length, words.length);
    // Only when it opens: later the caret is where the person put it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const use = (preset: ColumnDefinition): void => {
    setTitle(preset.title);
    setWords(printFilter(preset.filter, names));
    setOrder(preset.order);
    field.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const definition = {
      title: title.trim() || words.trim().slice(0, 60),
      filter,
      order: sortedBy(filter, order),
      ...look,
    };
    set({ overlay: null });
    // After the dialog has given the focus back: the new column takes it.
    requestAnimationFrame(
      () =>
        void (known
          ? changeColumn({ ...definition, ...widthOf(known), id: known.id })
          : addColumn(definition)),
    );
  };
  return (
    <Dialog title={known ? 'Change the column' : 'Add a column'} size="wide">
      <form className={form.form} onSubmit={submit}>
        {!known && (
          <fieldset className={styles.presets} aria-label="Ready-made columns">
            {presets.map((preset) => (
              <button key={preset.id} type="button" className={styles.preset} onClick={() => use(preset)}>
                {preset.title}
              </button>
            ))}
          </fieldset>
        )}
        <WordsField field={field} words={words} mistakes={mistakes} names={names} onChange={setWords} />
        <FilterForm
          filter={filter}
          names={names}
          onChange={(next: Filter) => setWords(printFilter(next, names))}
        />
        <div className={styles.row}>
          <div className={form.field}>
            <label className={form.label} htmlFor={`${id}-title`}>
              Name
            </label>
            <input
              id={`${id}-title`}
              className={form.input}
              value={title}
              maxLength={60}
              autoComplete="off"
              placeholder={words.trim() === '' ? 'Name' : words.trim().slice(0, 60)}
              onChange={({ target }) => setTitle(target.value)}
            />
          </div>
          <div className={form.field}>
            <label className={form.label} htmlFor={`${id}-order`}>
              Order
            </label>
            <select
              id={`${id}-order`}
              className={form.input}
              value={sortedBy(filter, order)}
              onChange={({ target }) => setOrder(target.value as Order)}
            >
              {orders
                .filter(({ value }) => value !== 'due' || hasDue)
                .map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
            </select>
          </div>
          <Looks look={look} onChange={setLook} />
        </div>
        <div className={styles.foot}>
          <output className={form.hint}>{count}</output>
          <div className={form.buttons}>
            <button type="button" className={form.plain} onClick={() => set({ overlay: null })}>
              Cancel
            </button>
            <button type="submit" className={form.primary} disabled={!isReady}>
              {known ? 'Save' : 'Add the column'}
            </button>
          </div>
        </div>
        <Cap />
      </form>
    </Dialog>
  );
};

/** Said when the twentieth is near: more than that nobody reads. */
const Cap = () => {
  const count = useDesk((desk) => ownColumns(desk)?.length ?? 0);
  return count < 15 ? null : <p className={form.hint}>{count} of 20 columns are in use.</p>;
};

const lookOf = ({ density, isPinned, sound }: ColumnDefinition): Look => ({
  ...(density && { density }),
  ...(isPinned && { isPinned }),
  ...(sound && { sound }),
});

const widthOf = ({ width }: ColumnDefinition): Pick<ColumnDefinition, 'width'> =>
  width === undefined ? {} : { width };
