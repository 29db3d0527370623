import type { QueueId, TagId } from '../ids.ts';
import type { Rule } from '../rule.ts';

export const assignmentModes = ['off', 'round-robin', 'least-loaded'] as const;
export type AssignmentMode = (typeof assignmentModes)[number];

/** How a message sounds: a guess (see sentiment.ts). Apart from rule.ts, so that the window need not load zod for it. */
export const sentiments = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof sentiments)[number];

export type Queue = {
  id: QueueId;
  name: string;
  position: number;
  /** Any of them brings a thread here; queues are asked in the order of their positions, first match wins. */
  rules: readonly Rule[];
  assignment: AssignmentMode;
  /** Null: anybody may get a thread of it. */
  skill: string | null;
  /** Only to somebody who speaks the customer's language. */
  isLanguage: boolean;
  /** First to the agent who last had this customer. */
  isSticky: boolean;
  /** An assignment nobody acted on goes back after so long; null: never. */
  returnAfterMs: number | null;
  revision: number;
};

export const tagColours = [
  'grey',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
] as const;
export type TagColour = (typeof tagColours)[number];
export type Tag = { id: TagId; name: string; colour: TagColour; revision: number };
