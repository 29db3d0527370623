import type { Random } from '../random.ts';
import type { Scene, Scenes } from './scenes.ts';

const HOUR_MS = 60 * 60_000;
const FIRST: readonly Scene[] = ['complaint', 'question', 'direct', 'complaint', 'praise', 'chimeIn'];

/** The last hour, as it would be found on opening the desk: more of it just now, a few direct messages, short talks. */
export function playOpening(scenes: Scenes, random: Random, count: number, nowMs: number): void {
  const times = Array.from(
    { length: count },
    () => nowMs - 15_000 - Math.floor(random.next() ** 1.7 * (HOUR_MS - 15_000)),
  );
  times.sort((a, b) => a - b);
  for (const [at, timeMs] of times.entries()) scenes.play(timeMs, at % 9 === 4 ? 'direct' : FIRST[at]);
}
