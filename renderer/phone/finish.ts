import type { NextStep } from '../../shared/api.ts';
import type { CallId } from '../../shared/ids.ts';
import type { CallOutcome, Escalation } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { edit, nothingYet, write } from '../store/drafts.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { openThread } from '../store/thread.ts';
import { keepNote } from './notes-saved.ts';
import { closeLine, outcomeWords } from './words.ts';

/** Wraps a call up. A talk that ends the promise leaves a line for the public in the composer, never sent by itself. */
export const finishCall = async (
  { threadId, name }: Escalation,
  callId: CallId,
  outcome: CallOutcome,
  next: NextStep,
): Promise<void> => {
  await keepNote.now(callId);
  const isDone = await attempt(() => asOwn(threadId, () => call('call.end', { callId, outcome, next })));
  if (!isDone) return;
  notify(`${name}: ${outcomeWords[outcome].toLowerCase()}.`);
  if (next.do === 'done') await proposeClose(threadId, name);
};

/** Where something is written already, nothing is touched. */
const proposeClose = async (threadId: Escalation['threadId'], name: string): Promise<void> => {
  if (get().thread?.id !== threadId) await openThread(threadId);
  const { thread, composing } = get();
  if (thread?.id !== threadId || thread.phase !== 'ready') return;
  const { texts } = composing[threadId] ?? nothingYet;
  if (texts.post !== '' || texts.dm !== '') return;
  // What was never said in public is not answered there either.
  const kind = thread.messages.some((message) => message.kind === 'post') ? 'post' : 'dm';
  edit(threadId, (current) => ({ ...current, kind }));
  write(threadId, kind, closeLine(name));
  set({ wantsFocus: 'composer' });
};
