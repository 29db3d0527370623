import type { ComponentType } from 'react';
import type { Ms } from '../../shared/model.ts';
import type { OpenThread } from '../store/state.ts';

/** One thing of the log that is not a message, with what draws it. */
export type LogEntry = { id: string; at: Ms; View: ComponentType<{ row: never }>; row: unknown };
export type LogSource = (thread: OpenThread) => LogEntry[];

/** A kind of entry: which rows of the open thread, when each happened, and how one looks. */
export const logSource =
  <R extends { id: string }>(kind: {
    of: (thread: OpenThread) => readonly R[];
    at: (row: R) => Ms;
    View: ComponentType<{ row: R }>;
  }): LogSource =>
  (thread) =>
    kind.of(thread).map((row) => ({
      id: row.id,
      at: kind.at(row),
      View: kind.View as ComponentType<{ row: never }>,
      row,
    }));
