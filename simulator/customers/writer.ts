import type { Random } from '../random.ts';
import type { Brand } from './brands.ts';
import { Decks } from './deck.ts';
import { expand, type Slots } from './grammar.ts';
import type { Persona } from './persona.ts';
import { BOOKS } from './phrases/books.ts';
import { HOSTILE, LETTERS, SPAM } from './phrases/odd.ts';
import type { Phrasebook } from './phrases/phrasebook.ts';
import { addressed, inVoice, type Mood } from './voice.ts';

export type Act = Exclude<keyof Phrasebook, 'slots'>;
export type Oddity = 'spam' | 'hostile' | 'letter';

const ODD = { spam: SPAM, hostile: HOSTILE, letter: LETTERS } as const;
const MOODS: Readonly<Partial<Record<Act, Mood>>> = {
  complaint: 'bad',
  grumble: 'bad',
  stillBroken: 'bad',
  outage: 'bad',
  nudge: 'bad',
  praise: 'good',
  thanks: 'good',
  fixedNow: 'good',
  restored: 'good',
};
const PRIVATE: ReadonlySet<Act> = new Set(['directOpening', 'directDetail', 'phoneGiven']);

/** Puts words into people's mouths: a phrase of their language, filled in, in their voice, to that brand. */
export class Writer {
  readonly #random: Random;
  readonly #decks: Decks;

  constructor(random: Random) {
    this.#random = random;
    this.#decks = new Decks(random.fork('decks'));
  }

  say(act: Act, persona: Persona, brand: Brand, more: Slots = {}): string {
    const book = BOOKS[persona.language][brand.trade];
    const template = this.#decks.draw(`${persona.language}/${brand.trade}/${act}`, book[act]);
    const slots = { ...book.slots, ...more, brand: [`@${brand.user.handle}`], phone: [persona.phone] };
    const text = inVoice(
      expand(template, slots, this.#random),
      persona,
      MOODS[act] ?? 'neutral',
      this.#random,
    );
    return PRIVATE.has(act) ? text : addressed(text, brand.user.handle, this.#random);
  }

  odd(kind: Oddity, brand: Brand): string {
    const text = this.#decks.draw(kind, ODD[kind]);
    return expand(text, { brand: [`@${brand.user.handle}`] }, this.#random);
  }
}
