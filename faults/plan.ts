import type { Random } from '../simulator/random.ts';
import type { Intent } from './desk/order.ts';

/** What people on both sides are going to do, decided before anything goes wrong. */
export type Plan = { customers: readonly Customer[]; intents: readonly Intent[] };
export type Customer = { handle: string; brand: string; kind: Intent['kind'] };

/** So many answers go to one customer, one after the other. */
const answersEach = 3;

export const makePlan = (sends: number, brands: readonly string[], random: Random): Plan => {
  const customers = Array.from({ length: Math.ceil(sends / answersEach) }, (_, at): Customer => {
    const brand = random.pick(brands);
    return { handle: `c${at}x`, brand, kind: random.chance(0.7) ? 'post' : 'dm' };
  });
  const intents = Array.from({ length: sends }, (_, at): Intent => {
    const { handle, brand, kind } = random.pick(customers);
    const id = `0190f000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    return { id, brand, customer: handle, kind, text: `${tokenOf(at)} ${random.pick(answers)}` };
  });
  return { customers, intents };
};

/** By this word one answer is told from all others, on both sides. */
export const tokenOf = (at: number): string => `ref${String(at).padStart(5, '0')}z`;
export const tokenIn = (text: string): string | undefined => /ref\d{5}z/u.exec(text)?.[0];

// Some are what a network is known to change on the way: links, entities, composed letters.
const answers = [
  'We are on our way',
  'Which town are you in? Then we can see the mast from here',
  'See https://status.hallam.example/leeds?from=here for the masts & the times',
  'Cafe\u0301 Leeds is < 5 min away',
  'A new card goes out tonight, first post 📬',
];
