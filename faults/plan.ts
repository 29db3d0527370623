import type { Random } from '../simulator/random.ts';
import type { Intent, Picture } from './desk/order.ts';

/** What people on both sides are going to do, decided before anything goes wrong. */
export type Plan = { customers: readonly Customer[]; intents: readonly Intent[] };
export type Customer = { handle: string; brand: string; kind: Intent['kind'] };

/** So many answers go to one customer, one after the other. */
const answersEach = 3;
/** So many answers carry a picture, are a chain, are written beside a note that quotes; some are all of it. */
const shares = { picture: 0.2, chain: 0.15, quoting: 0.25 };
const longestChain = 4;
/** Most pictures are small; some go up in two parts, between which the desk may die. */
const largeShare = 0.15;
const sizes = { small: 2_000, large: 4_300_000 };

export const makePlan = (sends: number, brands: readonly string[], random: Random): Plan => {
  const customers = Array.from({ length: Math.ceil(sends / answersEach) }, (_, at): Customer => {
    const brand = random.pick(brands);
    return { handle: `c${at}x`, brand, kind: random.chance(0.7) ? 'post' : 'dm' };
  });
  const intents = Array.from({ length: sends }, (_, at): Intent => {
    const { handle, brand, kind } = random.pick(customers);
    const id = `0190f000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    const [text = '', ...rest] = textsOf(at, random);
    const picture = pictureOf(at, random);
    const isQuoting = random.chance(shares.quoting);
    return { id, brand, customer: handle, kind, text, rest, picture, isQuoting };
  });
  return { customers, intents };
};

/** By this word one part of one answer is told from all others, on both sides. */
export const tokenOf = (at: number, part = 1): string => `ref${String(at).padStart(5, '0')}z${part}`;
export const tokenIn = (text: string): string | undefined => /ref\d{5}z\d/u.exec(text)?.[0];

/** No two parts of a chain say the same: that would leave it to people which of them arrived. */
const textsOf = (at: number, random: Random): string[] => {
  const parts = random.chance(shares.chain) ? random.int(2, longestChain) : 1;
  const first = random.int(0, answers.length - 1);
  return Array.from({ length: parts }, (_, index) => {
    const text = `${tokenOf(at, index + 1)} ${answers[(first + index) % answers.length]}`;
    return parts === 1 ? text : `${text} ${index + 1}/${parts}`;
  });
};

const pictureOf = (at: number, random: Random): Picture | null => {
  if (!random.chance(shares.picture)) return null;
  const bytes = (random.chance(largeShare) ? sizes.large : sizes.small) + at;
  return { bytes, altText: `The mast as it stands, ${tokenOf(at)}` };
};

// Some are what a network is known to change on the way: links, entities, composed letters.
const answers = [
  'We are on our way',
  'Which town are you in? Then we can see the mast from here',
  'See https://status.hallam.example/leeds?from=here for the masts & the times',
  'Cafe\u0301 Leeds is < 5 min away',
  'A new card goes out tonight, first post 📬',
];
