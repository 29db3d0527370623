import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { Choose } from './choose.tsx';
import { Look } from './look.tsx';
import { Run } from './run.tsx';
import { useImport } from './use-import.ts';
import form from '../ui/form.module.css';

/** Past conversations from a file: choose it, see what it would become, bring it in, read what was not taken. */
export const Import = () => {
  const importing = useImport();
  const { step, trouble, isReading } = importing;
  return (
    <Dialog title="Import past conversations" size="wide">
      <div className={form.form}>
        {step.at === 'choose' && <Choose importing={importing} />}
        {step.at === 'look' && step.preview && (
          <Look importing={importing} preview={step.preview} name={step.file.name} />
        )}
        {step.at === 'look' && !step.preview && (
          <>
            <p aria-live="polite">
              {isReading
                ? `Reading ${step.file.name}…`
                : `${step.file.name} was not read. Nothing was imported.`}
            </p>
            <div className={form.buttons}>
              <button type="button" className={form.plain} onClick={importing.again}>
                Another file
              </button>
            </div>
          </>
        )}
        {step.at === 'run' && <Run key={step.jobId} {...step} importing={importing} />}
        <Trouble words={trouble} />
      </div>
    </Dialog>
  );
};
