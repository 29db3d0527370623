import { dialog, type BrowserWindow } from 'electron';
import type { Ms } from '../../shared/model.ts';

const clock = new Intl.DateTimeFormat(undefined, { weekday: 'long', hour: '2-digit', minute: '2-digit' });

/**
 * Only this machine sends what was scheduled on it: whoever switches it off within a day of that is told, and may stay.
 * Another machine of the team can take a message over before.
 */
export const mayLeave = (window: BrowserWindow | undefined, soon: readonly { at: Ms }[]): boolean => {
  const [first] = soon;
  if (!first) return true;
  const what = soon.length === 1 ? 'One scheduled message' : `${soon.length} scheduled messages`;
  const question = {
    type: 'question' as const,
    message: `${what} would not leave`,
    detail:
      `This machine was to send ${soon.length === 1 ? 'it' : 'them'}, the next ${clock.format(first.at)}. ` +
      'What is not sent at its time waits here until somebody looks at it. Nothing is lost.',
    buttons: ['Keep Earshot running', 'Quit anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const answer = window ? dialog.showMessageBoxSync(window, question) : dialog.showMessageBoxSync(question);
  return answer === 1;
};
