/** What X asks for, in millionths of a US dollar (docs of 2026-08; self-serve). */
export const prices = {
  /** An answer to a post that summoned the brand. */
  summonedReply: 10_000,
  post: 15_000,
  /** With a link in it. X does not say what a summoned answer with a link costs: this is the most it can be. */
  postWithLink: 200_000,
  direct: 15_000,
  /** Once in a day for each, however often it is looked at. */
  readPost: 5_000,
  readUser: 10_000,
} as const;

/** `0.20 USD`, `0.015 USD`: as many figures as it takes, two at least. */
export const usd = (micros: number): string => {
  const [whole, part = ''] = (micros / 1_000_000).toFixed(6).split('.');
  return `${whole}.${part.replace(/0{1,4}$/u, '')} USD`;
};
