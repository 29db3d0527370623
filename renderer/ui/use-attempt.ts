import { useState } from 'react';
import { failureOf } from '../../shared/errors.ts';
import { notify } from '../store/notices.ts';

/** What a form tried last, and what kept it from working. */
export type Attempt = {
  trouble: string | null;
  /** Something that is wrong before anything is tried; null: nothing any more. */
  setTrouble: (words: string | null) => void;
  /**
   * Runs the job. Done: its words are said in the status line, and the form is left. Not done: what is typed stays, with
   * the reason below it.
   */
  attempt: (job: () => Promise<string | null>) => Promise<void>;
};

export const useAttempt = (onDone: () => void): Attempt => {
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = async (job: () => Promise<string | null>): Promise<void> => {
    setTrouble(null);
    try {
      const words = await job();
      onDone();
      if (words !== null) notify(words);
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  return { trouble, setTrouble, attempt };
};
