import { call } from '../call.ts';
import { get } from '../store/desk.ts';
import { isQuiet, type Alert } from './decide.ts';

/** Who looks at the window needs nothing from outside it. */
export const raise = ({ tag, title, body, threadId }: Alert): void => {
  const { notify } = get().settings;
  const time = new Date();
  if (notify.tier === 'off' || document.hasFocus()) return;
  if (isQuiet(notify, time.getHours() * 60 + time.getMinutes())) return;
  void call('notice.show', { tag, title, body: body.slice(0, 300), threadId }).catch(() => undefined);
};
