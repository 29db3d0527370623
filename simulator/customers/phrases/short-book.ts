import type { Trade } from '../brands.ts';
import type { Slots } from '../grammar.ts';
import type { Phrasebook } from './phrasebook.ts';

/** A language that is heard less often: one list per act, complaints and questions per trade. */
export interface ShortBook {
  slots?: Slots;
  mobile: readonly string[];
  rail: readonly string[];
  question: readonly string[];
  railQuestion: readonly string[];
  praise: readonly string[];
  chimeIn: readonly string[];
  nudge: readonly string[];
  outage: readonly string[];
  directOpening: readonly string[];
  thanks: readonly string[];
  stillBroken: readonly string[];
  detail: readonly string[];
  grumble: readonly string[];
  goesDirect: readonly string[];
  directDetail: readonly string[];
  phoneGiven: readonly string[];
}

const COMMON: Slots = {
  place: ['Leeds', 'Sheffield', 'York', 'Bradford', 'Harrogate', 'Hull', 'Whitby', 'Skipton'],
  train: ['07:18', '08:04', '17:47', '18:12', '22:41'],
  money: ['£14.50', '£38', '£27', '£9.40'],
  postcode: ['LS6', 'S10', 'BD16', 'YO24', 'HU5'],
  phonemodel: ['iPhone 15', 'Pixel 9', 'Galaxy S24', 'Galaxy A16'],
  hours: ['2', '3', '5', '6'],
};

const REFERENCES = {
  mobile: { ref: ['HM-204417', 'HM-233105', 'HM-198820', 'HM-251003'] },
  rail: { ref: ['DC-55120', 'DC-60234', 'DC-48871', 'DC-51906'] },
} as const;

export function inFull(book: ShortBook): Readonly<Record<Trade, Phrasebook>> {
  const slots = { ...COMMON, ...book.slots };
  const shared = { ...book, banter: book.praise, restored: book.thanks, fixedNow: book.thanks };
  return {
    mobile: { ...shared, slots: { ...slots, ...REFERENCES.mobile }, complaint: book.mobile },
    rail: {
      ...shared,
      slots: { ...slots, ...REFERENCES.rail },
      complaint: book.rail,
      question: book.railQuestion,
      // Nobody asks a railway for help with a telephone.
      detail: book.detail.filter((phrase) => !phrase.includes('{phonemodel}')),
    },
  };
}
