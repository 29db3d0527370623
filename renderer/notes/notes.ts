import type { AgentId, ThreadId } from '../../shared/ids.ts';
import type { Agent, Note } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { clear, leaveDrafts, nothingYet } from '../store/drafts.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';

/** Threads whose note is on its way: a key pressed twice makes no second one. */
const adding = new Set<ThreadId>();

/** Leaves what is written for colleagues. What stops it leaves the words where they are. */
export const addNote = async (): Promise<void> => {
  const { noteAbout: about, agents, thread, composing } = get();
  const text = thread ? (composing[thread.id] ?? nothingYet).texts.note : '';
  if (!thread || text.trim() === '' || about === null || adding.has(thread.id)) return;
  const threadId = thread.id;
  const mentions = mentionsIn(text, [...agents.values()]);
  adding.add(threadId);
  const isDone = await attempt(() =>
    asOwn(threadId, () => call('note.add', { threadId, about, text, mentions })),
  );
  adding.delete(threadId);
  if (!isDone) return;
  clear(threadId, 'note');
  set({ noteAbout: null, wantsFocus: 'pane' });
  notify(mentions.length > 0 ? `Noted. ${names(mentions)} will see it.` : 'Noted.');
};

/** The words stay, to go on with. */
export const leaveNote = (): void => {
  leaveDrafts();
  set({ noteAbout: null, wantsFocus: 'pane' });
};

export const removeNote = async ({ id }: Note): Promise<void> => {
  if (await attempt(() => call('note.remove', { id }))) notify('Note removed. Undo brings it back.');
};

/** Feedback to me that I do not agree with: somebody else reviews the conversation as well. */
export const askAgain = async ({ id }: Note): Promise<void> => {
  await attempt(async () => {
    const { scorer } = await call('review.lookAgain', { noteId: id });
    notify(`${scorer} takes a second look, without knowing the first.`);
  });
};

/** `@AB` or `@Ada`, by initials or the first word of a name; never in the middle of a word. */
export const mentionsIn = (text: string, agents: readonly Agent[]): AgentId[] => {
  const said = new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{M}\p{N}]+)/gu)].map(([, word = '']) => word.toLowerCase()),
  );
  return agents.filter((agent) => agent.leftAt === null && calledBy(agent, said)).map(({ id }) => id);
};

const calledBy = ({ initials, name }: Agent, said: ReadonlySet<string>): boolean =>
  said.has(initials.toLowerCase()) || said.has((name.split(/\s+/u)[0] ?? '').toLowerCase());

const names = (ids: readonly AgentId[]): string =>
  ids.map((id) => get().agents.get(id)?.name ?? 'somebody').join(' and ');
