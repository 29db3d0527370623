import type { ThreadId } from '../../shared/ids.ts';
import type { MessageKind } from '../../shared/model.ts';
import { set } from '../store/desk.ts';
import { edit, leaveDrafts } from '../store/drafts.ts';

/** The other of two texts: what was written in the one stays there. */
export const chooseKind = (threadId: ThreadId, kind: MessageKind): void => {
  leaveDrafts();
  edit(threadId, (composing) => ({ ...composing, kind }));
  set({ wantsFocus: 'composer' });
};
