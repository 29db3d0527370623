/** With fewer conversations than this an agreement says little, and is shown as saying little. */
export const fewUnits = 10;

/** The answers of several people to one question about one conversation each; whoever has not answered is left out. */
export type Units = readonly (readonly string[])[];

const rated = (units: Units): Units => units.filter(({ length }) => length >= 2);

/** The share of pairs of answers that are the same, each conversation counting alike; null: nobody can be compared. */
export const percentAgreement = (units: Units): number | null => {
  const shares = rated(units).map((answers) => {
    const pairs = (answers.length * (answers.length - 1)) / 2;
    let same = 0;
    for (const n of countsOf(answers).values()) same += (n * (n - 1)) / 2;
    return same / pairs;
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

/**
 * Agreement of two people beyond what chance explains: 1 perfect, 0 as by chance, below 0 worse. J. Cohen, "A Coefficient of
 * Agreement for Nominal Scales", Educational and Psychological Measurement 20 (1960), 37–46. Null without pairs, and where
 * both gave one and the same answer throughout: chance alone explains that whole.
 */
export const cohensKappa = (pairs: readonly (readonly [string, string])[]): number | null => {
  const n = pairs.length;
  if (n === 0) return null;
  const observed = pairs.filter(([a, b]) => a === b).length / n;
  const left = countsOf(pairs.map(([a]) => a));
  const right = countsOf(pairs.map(([, b]) => b));
  let expected = 0;
  for (const [answer, count] of left) expected += (count / n) * ((right.get(answer) ?? 0) / n);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
};

/**
 * The same for any number of people, some of whom may have left some out. K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability" (2011), sections C and D: 1 − observed ÷ expected disagreement, from the coincidences of values.
 * `interval` weighs a difference by its square (a scale), `nominal` takes every difference alike. Null where nothing can be
 * compared or all values are the same.
 */
export const krippendorffsAlpha = (units: Units, metric: 'nominal' | 'interval'): number | null => {
  const pairable = rated(units);
  const distance = (a: string, b: string): number =>
    a === b ? 0 : metric === 'nominal' ? 1 : (Number(a) - Number(b)) ** 2;
  const totals = countsOf(pairable.flat());
  const n = pairable.reduce((sum, { length }) => sum + length, 0);
  let observed = 0;
  for (const answers of pairable) {
    const counts = [...countsOf(answers)];
    for (const [a, of] of counts)
      for (const [b, by] of counts) observed += (of * by * distance(a, b)) / (answers.length - 1);
  }
  let expected = 0;
  for (const [a, of] of totals) for (const [b, by] of totals) expected += of * by * distance(a, b);
  return n === 0 || expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
};

const countsOf = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
