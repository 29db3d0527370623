import type { Ms } from '../../../shared/model.ts';
import type { Spool } from './spool.ts';
import type { TalkMessage } from './units.ts';

/** What was seen while a file was read. */
export type Reading = {
  spool: Spool;
  /** Ends the reading when somebody stops it. */
  step(rows: number): void;
  refuse(row: number, reason: string): void;
  stats: Stats;
};

export type Stats = {
  rows: number;
  leftOut: number;
  refused: [number, string][];
  /** How many were refused; of very many only the first are kept. */
  refusedCount: number;
  reasons: Map<string, { count: number; firstRow: number }>;
  from: Ms | null;
  to: Ms | null;
  problems: string[];
};

/** A file of which everything is refused is the wrong file: so many rows are enough to see that. */
export const refusedCap = 100_000;

export const emptyStats = (): Stats => ({
  rows: 0,
  leftOut: 0,
  refused: [],
  refusedCount: 0,
  reasons: new Map(),
  from: null,
  to: null,
  problems: [],
});

export const noteTime = (stats: Stats, at: Ms): void => {
  stats.from = stats.from === null ? at : Math.min(stats.from, at);
  stats.to = stats.to === null ? at : Math.max(stats.to, at);
};

/** A group of the spool: the customer, or nobody. */
export type Who = { remoteId: string; handle: string; name: string };

export const addTalk = ({ spool, stats }: Reading, who: Who | null, message: TalkMessage): void => {
  noteTime(stats, message.at);
  spool.add(who?.remoteId ?? '', message.at, JSON.stringify([who, message]));
};
