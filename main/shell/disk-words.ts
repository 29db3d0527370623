import type { RequestName } from '../../shared/api.ts';

/** What was asked when the disk did not take it; `background` is what the desk does by itself. */
export type Asked = RequestName | 'background';

/** What happened, what is safe and what to do, in the terms of what was asked: who claims a thread has sent nothing. */
export const diskWords = (asked: Asked, isFull: boolean): string => {
  const what = isFull ? 'The disk is full.' : 'The disk did not answer.';
  if (asked === 'background')
    return `${what} What was under way is tried again.${isFull ? ' Free some space.' : ''}`;
  const safe = sends.has(asked) ? 'Nothing was sent and your text is kept.' : 'Nothing was changed.';
  return `${what} ${safe} ${isFull ? 'Free some space, then try again.' : 'Try again.'}`;
};

/** The same of a page of the desk's file that is not as it should be: trying again would meet it again. */
export const damageWords = (asked: Asked): string => {
  const safe =
    asked !== 'background' && sends.has(asked)
      ? 'Nothing was sent and your text is kept.'
      : 'Nothing was changed.';
  return `Part of the desk’s file is damaged. ${safe} Settings, Backup and repair, says what can be done.`;
};

const sends: ReadonlySet<RequestName> = new Set([
  'message.reply',
  'message.direct',
  'outbox.retry',
  'outbox.sendNow',
  'schedule.add',
  'schedule.change',
  'schedule.sendNow',
]);
