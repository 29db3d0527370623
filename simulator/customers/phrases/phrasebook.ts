import type { Slots } from '../grammar.ts';

/** What people say about one trade in one language. `{brand}` is the handle they speak to; a template without it gets it at
 * the front or at the end. */
export interface Phrasebook {
  slots: Slots;
  complaint: readonly string[];
  question: readonly string[];
  praise: readonly string[];
  banter: readonly string[];
  /** Somebody else under a complaint. */
  chimeIn: readonly string[];
  /** The same person again, still without an answer. */
  nudge: readonly string[];
  /** `{city}` is out. */
  outage: readonly string[];
  restored: readonly string[];
  directOpening: readonly string[];
  /** After what the agent wrote. */
  thanks: readonly string[];
  stillBroken: readonly string[];
  fixedNow: readonly string[];
  detail: readonly string[];
  grumble: readonly string[];
  goesDirect: readonly string[];
  directDetail: readonly string[];
  /** `{phone}` is given. */
  phoneGiven: readonly string[];
}
