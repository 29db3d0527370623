import { isAnswered } from '../experts/my-questions.ts';
import { AnswerEntry, QuestionEntry } from '../experts/question-entry.tsx';
import { NoteEntry } from '../notes/note-entry.tsx';
import { CallEntry } from '../phone/call-entry.tsx';
import { logSource, type LogSource } from './log-entry.ts';

/** What stands between the messages, each at its own time. A new kind is one line here. */
export const logSources: readonly LogSource[] = [
  logSource({
    of: ({ notes }) => notes.filter(({ threadId }) => threadId !== null),
    at: ({ createdAt }) => createdAt,
    View: NoteEntry,
  }),
  logSource({ of: ({ questions }) => questions, at: ({ askedAt }) => askedAt, View: QuestionEntry }),
  logSource({
    of: ({ questions }) =>
      questions.filter(isAnswered).map((question) => ({ id: `${question.id}/answer`, question })),
    at: ({ question }) => question.endedAt ?? question.askedAt,
    View: AnswerEntry,
  }),
  logSource({
    of: ({ escalations }) => escalations,
    at: ({ requestedAt }) => requestedAt,
    View: CallEntry,
  }),
];
