/** One conversation that could be drawn: whose work it is, and which. */
export type Candidate = { threadId: string; agentId: string };

/**
 * A place in [0, 1) that follows from the seed and the id alone: the order of a sample is that of these places, so that the
 * same seed draws the same whatever order the desk reads its threads in. Murmur3's mixing, twice over for 53 bits.
 */
export const placeOf = (seed: number, id: string): number => {
  const high = hash(id, seed >>> 0);
  const low = hash(id, (seed ^ 0x9e3779b9) >>> 0);
  return (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
};

const hash = (text: string, seed: number): number => {
  let h = seed;
  for (let at = 0; at < text.length; at += 1) {
    h = Math.imul(h ^ text.charCodeAt(at), 0xcc9e2d51);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/**
 * The same number from each person's work, or all of it where there is less: whoever answers most is not looked at most.
 * `fits` is asked only as far as it must be, because it may be slow. People come in the order of their ids.
 */
export const drawFrom = (
  candidates: readonly Candidate[],
  { seed, perAgent }: { seed: number; perAgent: number },
  fits: (candidate: Candidate) => boolean = () => true,
): Candidate[] => {
  const byAgent = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const theirs = byAgent.get(candidate.agentId);
    if (theirs) theirs.push(candidate);
    else byAgent.set(candidate.agentId, [candidate]);
  }
  return [...byAgent]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, theirs]) => firstOf(theirs, seed, perAgent, fits));
};

const firstOf = (
  theirs: readonly Candidate[],
  seed: number,
  count: number,
  fits: (candidate: Candidate) => boolean,
): Candidate[] => {
  const placed = theirs.map((candidate) => ({ candidate, place: placeOf(seed, candidate.threadId) }));
  placed.sort((a, b) => a.place - b.place || (a.candidate.threadId < b.candidate.threadId ? -1 : 1));
  const drawn: Candidate[] = [];
  for (const { candidate } of placed) {
    if (drawn.length === count) break;
    if (fits(candidate)) drawn.push(candidate);
  }
  return drawn;
};

/**
 * Who scores what: `each` scorers for every conversation (null: all of them), never its own agent, everybody about equally
 * many. Empty where nobody may.
 */
export const scorersFor = (
  drawn: readonly Candidate[],
  scorers: readonly string[],
  { seed, each }: { seed: number; each: number | null },
): string[][] => {
  const loads = new Map(scorers.map((id) => [id, 0]));
  return drawn.map(({ threadId, agentId }) => {
    const able = scorers
      .filter((id) => id !== agentId)
      .map((id) => ({ id, load: loads.get(id) ?? 0, place: placeOf(seed, `${threadId} ${id}`) }))
      .sort((a, b) => a.load - b.load || a.place - b.place || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    const chosen = each === null ? able : able.slice(0, each);
    for (const id of chosen) loads.set(id, (loads.get(id) ?? 0) + 1);
    return chosen;
  });
};
