import { useId, useState, type FormEvent } from 'react';
import { renameDesk, saveDesk } from '../../commands/own-desks.ts';
import { get, set } from '../../store/desk.ts';
import { namedDeskOf } from '../../store/own-desks.ts';
import { Dialog } from '../../ui/dialog.tsx';
import form from '../../ui/form.module.css';

/** The name of a desk of one's own: a new one made of the columns on screen, or the one on screen. */
export const DeskNameDialog = () => {
  const id = useId();
  const own = useState(() => (get().editedColumn === null ? undefined : namedDeskOf(get())))[0];
  const [name, setName] = useState(own?.name ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isDone = await (own ? renameDesk(name.trim()) : saveDesk(name.trim()));
    if (isDone) set({ overlay: null });
  };
  return (
    <Dialog title={own ? 'Rename this desk' : 'Save these columns as a desk'}>
      <form className={form.form} onSubmit={(event) => void submit(event)}>
        <div className={form.field}>
          <label className={form.label} htmlFor={id}>
            Name
          </label>
          <input
            id={id}
            className={form.input}
            value={name}
            maxLength={40}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
          <p className={form.hint}>
            {own ? 'Its columns stay as they are.' : 'The columns are copied; Triage keeps its own.'}
          </p>
        </div>
        <div className={form.buttons}>
          <button type="button" className={form.plain} onClick={() => set({ overlay: null })}>
            Cancel
          </button>
          <button type="submit" className={form.primary} disabled={name.trim() === ''}>
            {own ? 'Rename' : 'Save'}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
