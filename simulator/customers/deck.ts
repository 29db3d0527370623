import type { Random } from '../random.ts';

/** Draws from a list without repeating a card before all were seen: people seldom say the same twice in a row. */
export class Decks {
  readonly #random: Random;
  readonly #decks = new Map<string, number[]>();

  constructor(random: Random) {
    this.#random = random;
  }

  draw<T>(name: string, cards: readonly T[]): T {
    let deck = this.#decks.get(name);
    if (!deck || deck.length === 0) {
      deck = shuffled(cards.length, this.#random);
      this.#decks.set(name, deck);
    }
    return cards[deck.pop() as number] as T;
  }
}

function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
