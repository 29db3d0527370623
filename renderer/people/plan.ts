import type { HandOverLine } from '../../shared/api/people.ts';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Ms } from '../../shared/model.ts';

export type Plan = { to: AgentId | null; reason: string; lines: HandOverLine[] };

/** A line of the sheet as it is shown. */
export type Line = {
  about: HandOverLine['about'];
  id: string;
  /** `@mayaok`, or the account. */
  what: string;
  /** What is known of it, in words. */
  facts: readonly string[];
};
export type LineGroup = { title: string; lines: readonly Line[] };

/** What a line was set to; absent: as everything else. `''` in a form is "back". */
export type Choices = Readonly<Record<string, AgentId | null>>;

export const keyOf = ({ about, id }: Pick<Line, 'about' | 'id'>): string => `${about} ${id}`;

const draftWords = { post: 'a public reply', dm: 'a direct message', note: 'a note' } as const;

export const groupsOf = (sheet: HandOverSheet, time: (at: Ms) => string): LineGroup[] => {
  const threads = (title: string, kind: HandOverSheet['threads'][number]['kind']): LineGroup => ({
    title,
    lines: sheet.threads
      .filter((thread) => thread.kind === kind)
      .map((thread) => ({
        about: 'thread',
        id: thread.threadId,
        what: `@${thread.handle}`,
        facts: [
          ...(thread.kind === 'promise' && thread.snoozedUntil !== null
            ? [`promised ${time(thread.snoozedUntil)}`]
            : []),
          ...(thread.waitingSince === null ? [] : [`waits since ${time(thread.waitingSince)}`]),
          ...thread.drafts.map((draft) => `a draft of ${draftWords[draft]} stays with its author`),
        ],
      })),
  });
  return [
    threads('Customers waiting', 'waiting'),
    threads('Promises', 'promise'),
    {
      title: 'Callbacks',
      lines: sheet.callbacks.map(({ id, handle, dueAt, isTheirs }) => ({
        about: 'callback',
        id,
        what: `@${handle}`,
        facts: [`due ${time(dueAt)}`, ...(isTheirs ? [] : ['nobody has taken it yet'])],
      })),
    },
    {
      title: 'Questions',
      lines: sheet.questions.map(({ id, handle, dueAt }) => ({
        about: 'question',
        id,
        what: `@${handle}`,
        facts: [`answer due ${time(dueAt)}`],
      })),
    },
    threads('Waiting for others', 'open'),
    {
      title: 'Duty baton',
      lines: sheet.batons.map(({ accountId, handle }) => ({
        about: 'baton',
        id: accountId,
        what: `@${handle}`,
        facts: ['always with a person'],
      })),
    },
  ].filter(({ lines }) => lines.length > 0) as LineGroup[];
};

/** Where a line goes: its own choice, else where everything does. A baton goes to a person only. */
export const goesTo = (line: Line, choices: Choices, to: AgentId | null): AgentId | null =>
  choices[keyOf(line)] === undefined ? to : (choices[keyOf(line)] ?? null);

/** How many more open threads each successor would have. */
export const gainsOf = (
  groups: readonly LineGroup[],
  choices: Choices,
  to: AgentId | null,
): Map<AgentId, number> => {
  const gains = new Map<AgentId, number>();
  for (const line of groups.flatMap(({ lines }) => lines)) {
    const id = line.about === 'thread' ? goesTo(line, choices, to) : null;
    if (id !== null) gains.set(id, (gains.get(id) ?? 0) + 1);
  }
  return gains;
};

/** What is sent: only lines that go elsewhere than everything does. */
export const linesOf = (groups: readonly LineGroup[], choices: Choices): HandOverLine[] =>
  groups
    .flatMap(({ lines }) => lines)
    .filter((line) => choices[keyOf(line)] !== undefined)
    .map(({ about, id }) => ({ about, id, to: choices[keyOf({ about, id })] ?? null }) as HandOverLine);
