/** The choice that was probably meant: a letter or two wrong, too many, missing or swapped. Null: none is near. */
export const nearest = (typed: string, choices: readonly string[]): string | null => {
  const word = typed.toLowerCase();
  if (word.length < 2 || word.length > 24) return null;
  let best: string | null = null;
  let least = word.length <= 3 ? 2 : 3;
  for (const choice of choices) {
    const far = distance(word, choice);
    if (far < least && far < choice.length - 1) [best, least] = [choice, far];
  }
  return best;
};

/** Optimal string alignment: swapped neighbours count once. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
};
