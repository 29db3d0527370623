import { useId, useState } from 'react';
import type { ExportFormat } from '../../shared/archive/formats.ts';
import { call } from '../call.ts';
import { Choices, Switch } from '../settings/parts.tsx';
import { set, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import type { ToExport } from './open.ts';
import { aboutWords, formats } from './words.ts';
import form from '../ui/form.module.css';

/** How something leaves the desk; where to is asked by the system. */
export const Export = () => {
  const exporting = useDesk((desk) => desk.exporting);
  return exporting && <Form exporting={exporting} />;
};

const leave = (): void => set({ overlay: null });

const Form = ({ exporting }: { exporting: ToExport }) => {
  const [format, setFormat] = useState<ExportFormat>('pdf');
  const [wantsNotes, setWantsNotes] = useState<boolean | null>(null);
  const [wantsMask, setWantsMask] = useState(false);
  const [hasBom, setHasBom] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { trouble, attempt } = useAttempt(() => undefined);
  const id = useId();
  // What is complete has them; what somebody outside may read has them only when it is asked for.
  const hasNotes = wantsNotes ?? format === 'jsonl';
  const isComplete = format === 'jsonl';
  const start = async (): Promise<void> => {
    setIsAsking(true);
    await attempt(async () => {
      const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
      const { scope } = exporting;
      const isMasked = wantsMask && !isComplete;
      const begun = await call('export.start', { scope, format, zone, hasNotes, isMasked, hasBom });
      // Nowhere was chosen: the dialog stays as it is.
      if (begun.id !== null) leave();
      return null;
    });
    setIsAsking(false);
  };
  return (
    <Dialog title="Export">
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p dir="auto">{aboutWords(exporting)}</p>
        <Choices
          name={`${id}-format`}
          label="As what"
          value={format}
          options={formats}
          onChange={setFormat}
        />
        <div>
          <Switch
            label="With what colleagues wrote"
            hint="Notes, questions and calls, marked as internal. Telephone numbers stay covered."
            isOn={hasNotes}
            onChange={setWantsNotes}
          />
          {!isComplete && (
            <Switch
              label="Without who the customers are"
              hint="Names, handles, addresses and numbers are covered; what else people tell of themselves stays"
              isOn={wantsMask}
              onChange={setWantsMask}
            />
          )}
          {format === 'csv' && (
            <Switch
              label="With a byte order mark"
              hint="For spreadsheets that show letters beyond English wrongly without it"
              isOn={hasBom}
              onChange={setHasBom}
            />
          )}
        </div>
        <p className={form.hint}>Who exports what stays in the log.</p>
        <FormFoot
          trouble={trouble}
          action={format === 'print' ? 'Print…' : 'Export…'}
          isOff={isAsking}
          leave="Leave"
          onLeave={leave}
        />
      </form>
    </Dialog>
  );
};
