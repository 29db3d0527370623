import { useRef, useState } from 'react';
import type { ChosenFile, ImportPreview } from '../../shared/api/import.ts';
import { failureOf } from '../../shared/errors.ts';
import type { AccountId, ImportId, JobId } from '../../shared/ids.ts';
import type { CsvMapping } from '../../shared/import/mapping.ts';
import { call } from '../call.ts';

/** Where the dialog is: nothing chosen, a file that is looked at, or one that is being brought in. */
export type Step =
  | { at: 'choose' }
  | { at: 'look'; file: ChosenFile; preview: ImportPreview | null }
  | { at: 'run'; id: ImportId; jobId: JobId; name: string };

export type Import = {
  step: Step;
  trouble: string | null;
  /** The file is being read: what is shown is what was asked for before. */
  isReading: boolean;
  choose(): Promise<void>;
  /** Reads the file anew, as somebody wants it read. */
  read(mapping: CsvMapping | null, accountId?: AccountId | null): Promise<void>;
  start(): Promise<void>;
  resume(id: ImportId, name: string): Promise<void>;
  again(): void;
};

export const useImport = (): Import => {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  /** What was chosen; null: as the file suggests. */
  const [accountId, setAccountId] = useState<AccountId | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  /** Only the last reading that was asked for is shown. */
  const asked = useRef(0);

  const attempt = async (job: () => Promise<void>): Promise<void> => {
    setTrouble(null);
    try {
      await job();
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  const look = async (file: ChosenFile, mapping: CsvMapping | null, of: AccountId | null): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    setIsReading(true);
    await attempt(async () => {
      try {
        const preview = await call('import.look', { file: file.file, accountId: of, mapping });
        if (asked.current === mine) setStep({ at: 'look', file, preview });
      } catch (error) {
        if (asked.current === mine) throw error;
      }
    });
    if (asked.current === mine) setIsReading(false);
  };

  return {
    ...{ step, trouble, isReading },
    choose: () =>
      attempt(async () => {
        const file = await call('import.choose', {});
        if (!file) return;
        setStep({ at: 'look', file, preview: null });
        setAccountId(null);
        await look(file, null, null);
      }),
    async read(mapping, of = accountId) {
      setAccountId(of);
      if (step.at === 'look') await look(step.file, mapping, of);
    },
    start: () =>
      attempt(async () => {
        if (step.at !== 'look' || !step.preview) return;
        const { file, name } = step.file;
        const { mapping, accountId } = step.preview;
        const begun = await call('import.start', { file, accountId, mapping });
        setStep({ at: 'run', ...begun, name });
      }),
    resume: (id, name) =>
      attempt(async () => {
        const begun = await call('import.resume', { id });
        setStep({ at: 'run', ...begun, name });
      }),
    again() {
      asked.current += 1;
      setIsReading(false);
      setTrouble(null);
      setStep({ at: 'choose' });
    },
  };
};
