/** How much each bench does. The short form asks the same questions of a smaller desk, for every push. */
export type Sizes = {
  messages: number;
  openThreads: number;
  /** Messages per answer of the network: a full page. */
  perAnswer: number;
  /** Messages taken in by the desk, then by the bare database, and so on by turns. */
  perTurn: number;
  pages: number;
  starts: number;
  keys: number;
  arrivals: number;
  floodMs: number;
  /** Messages that came while the desk was away. */
  backFill: number;
  /** Of each desk's life, in the comparison of many accounts with one. */
  accountMs: number;
  /** Messages that are searched, beside the desk that is worked with. */
  searched: number;
  imported: number;
  /** Of one customer, in one export. */
  exported: number;
};

const full: Sizes = {
  messages: 1_000_000,
  openThreads: 200_000,
  perAnswer: 100,
  perTurn: 20_000,
  pages: 2_000,
  starts: 7,
  keys: 400,
  arrivals: 60,
  floodMs: 60_000,
  backFill: 100_000,
  accountMs: 900_000,
  searched: 1_000_000,
  imported: 100_000,
  exported: 100_000,
};

const short: Sizes = {
  ...full,
  messages: 100_000,
  openThreads: 20_000,
  perTurn: 5_000,
  pages: 600,
  starts: 6,
  keys: 150,
  arrivals: 20,
  floodMs: 20_000,
  backFill: 8_000,
  accountMs: 300_000,
  searched: 60_000,
  imported: 20_000,
  exported: 20_000,
};

export const sizesFor = (isShort: boolean): Sizes => (isShort ? short : full);
