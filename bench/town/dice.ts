/** Chance that repeats: the same town every run, so that two runs measure the same work (mulberry32). */
export const createDice = (seed: number) => {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    roll,
    below: (end: number): number => Math.floor(roll() * end),
    pick: <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T,
  };
};
export type Dice = ReturnType<typeof createDice>;
