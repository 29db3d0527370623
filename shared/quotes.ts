/** So many characters in a row, word for word: less is how people happen to say things. */
export const quoteLength = 40;
const block = quoteLength / 2;

/**
 * Finds long passages of some texts inside others. Every passage of the length contains a whole block of the text that is
 * searched, so only each twentieth place is looked up; what is found is then followed in both directions.
 */
export const createQuotes = (
  texts: readonly string[],
): {
  isIn(text: string): boolean;
  /** Each passage is replaced; a text without any comes back as it was. */
  cut(text: string, instead: string): string;
} => {
  const long = texts.filter((text) => text.length >= quoteLength);
  const places = new Map<string, { text: string; at: number }[]>();
  for (const text of long) {
    for (let at = 0; at + block <= text.length; at += 1) {
      const key = text.slice(at, at + block);
      const known = places.get(key);
      if (known) known.push({ text, at });
      else places.set(key, [{ text, at }]);
    }
  }

  /** The longest passage around this block, if one is long enough. */
  const passageAt = (text: string, at: number): { from: number; to: number } | null => {
    let best: { from: number; to: number } | null = null;
    for (const place of places.get(text.slice(at, at + block)) ?? []) {
      let before = 0;
      while (
        before < at &&
        before < place.at &&
        text[at - before - 1] === place.text[place.at - before - 1]
      ) {
        before += 1;
      }
      let after = block;
      while (
        at + after < text.length &&
        place.at + after < place.text.length &&
        text[at + after] === place.text[place.at + after]
      ) {
        after += 1;
      }
      if (before + after < quoteLength) continue;
      if (best === null || before + after > best.to - best.from) best = { from: at - before, to: at + after };
    }
    return best;
  };

  const first = (text: string): { from: number; to: number } | null => {
    if (places.size === 0 || text.length < quoteLength) return null;
    for (let at = 0; at + block <= text.length; at += block) {
      const passage = passageAt(text, at);
      if (passage) return passage;
    }
    return null;
  };

  return {
    isIn: (text) => first(text) !== null,
    cut(text, instead) {
      let rest = text;
      const done: string[] = [];
      for (let found = first(rest); found; found = first(rest)) {
        done.push(rest.slice(0, found.from).toWellFormed(), instead);
        rest = rest.slice(found.to).toWellFormed();
      }
      return done.length === 0 ? text : [...done, rest].join('');
    },
  };
};
