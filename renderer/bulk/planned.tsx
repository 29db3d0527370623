import { useEffect, useRef, useState } from 'react';
import { applyAction } from '../commands/apply.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Preview } from './preview.tsx';
import { usePreview } from './use-preview.ts';
import { doWords } from './words.ts';
import form from '../ui/form.module.css';

/** Before something is done to everything of a filter: what it would do. One undo takes all of it back. */
export const Planned = () => {
  const [planned] = useState(() => get().planned);
  const title = useDesk((desk) => (planned ? doWords(desk, planned.action) : ''));
  const known = usePreview(planned);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  if (!planned) return null;
  const { preview } = known;
  const go = (): void => {
    if (!preview || preview.changes === 0) return;
    set({ overlay: null, planned: null });
    void applyAction(
      planned.action,
      { target: planned.target, count: preview.total, only: null },
      { expected: preview.changes },
    );
  };
  return (
    <Dialog title={title}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Preview known={known} />
        <div className={form.buttons}>
          <button type="button" className={form.plain} onClick={() => set({ overlay: null, planned: null })}>
            Leave as it is
          </button>
          <button
            ref={confirm}
            type="submit"
            className={form.primary}
            aria-disabled={!preview || preview.changes === 0}
          >
            {preview ? `${title}: ${preview.changes.toLocaleString('en')}` : title}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
