import type { Budget } from './report/figure.ts';

/** What must hold, in one place. A miss is answered by a faster program, never by a larger number here. */
export const budgets = {
  ingest: { of: 'ratio', atLeast: 0.5 },
  // Against only folding the text, which every machine does at its own pace: a hundred rules cost about as much again.
  // 10,000 messages a second are then had wherever 22,000 texts are folded in one.
  routing: { of: 'ratio', atLeast: 0.45 },
  firstPage: { of: 'value', atMost: 5 },
  deepPage: { of: 'value', atMost: 5 },
  openThread: { of: 'value', atMost: 20 },
  /** Ten thousand threads, and again for taking it back. */
  bulkMove: { of: 'value', atMost: 1000 },
  answerToPaint: { of: 'value', atMost: 150 },
  keyToPaint: { of: 'value', atMost: 50 },
  eventLoopDelay: { of: 'value', atMost: 20 },
  start: { of: 'ratio', atMost: 2 },
  /** Each of twenty against one alone, which pays for all that a desk does anyway. */
  processorOfAccounts: { of: 'ratio', atMost: 0.6 },
  memoryOfAccounts: { of: 'ratio', atMost: 1.6 },
  memory: { of: 'ratio', atMost: 1.6 },
  search: { of: 'value', atMost: 30 },
  /** Against the same asked of FTS5 by hand. */
  searchStatement: { of: 'ratio', atMost: 1.5 },
  import: { of: 'ratio', atLeast: 0.5 },
  /** Of twice as many messages against half of them: what is gathered before it is written would double. */
  exportMemory: { of: 'ratio', atMost: 1.25 },
  /** A frame. */
  replayStep: { of: 'value', atMost: 16 },
} as const satisfies Record<string, Budget>;
