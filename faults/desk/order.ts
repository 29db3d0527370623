import type { FastTime } from '../fast-time.ts';

/**
 * `naive` sends again whatever it does not know the fate of; `forget` takes every unknown fate for a refusal; `hoard`
 * keeps what customers deleted. All three are wrong, and the comparison at the end has to say so.
 */
export type Scheme = 'ours' | 'naive' | 'forget' | 'hoard';

/** Where a life of the desk may end, besides at any moment from outside. */
export type Death = { at: string; afterPassing: number };

/** What one life of the desk is started with. */
export type Order = {
  folder: string;
  port: number;
  brands: readonly string[];
  time: FastTime;
  /** Where a life that ends at a point says so. */
  tombstones: string;
  /** So far is the desk's clock from the network's. */
  wrongByMs: number;
  scheme: Scheme;
  death: Death | null;
  seed: string;
};

/** An answer that an agent has decided to send. Its id is made once, whatever happens to the program meanwhile. */
export type Intent = {
  id: string;
  brand: string;
  customer: string;
  kind: 'post' | 'dm';
  text: string;
  /** The further parts of a chain; of most answers none. */
  rest: readonly string[];
  /** Goes with the first part. */
  picture: Picture | null;
  /** Its author keeps what the customer said in a note they are writing. */
  isQuoting: boolean;
};

/** Told from all others, on both sides, by its size and by what it says to those who don't see it. */
export type Picture = { bytes: number; altText: string };

export type ToDesk =
  | { say: 'send'; intent: Intent }
  /** The clock of this machine was set, or it slept. */
  | { say: 'clock'; wrongByMs: number }
  | { say: 'close' };

export type FromDesk =
  | { say: 'open' }
  /** The desk has promised to send it. */
  | { say: 'taken'; id: string }
  /** The customer's message is not there yet. */
  | { say: 'not-yet'; id: string }
  | { say: 'refused'; id: string; why: string }
  | { say: 'state'; unsettled: number; signedIn: number }
  | { say: 'trouble'; text: string };
