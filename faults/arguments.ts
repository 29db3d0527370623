import { parseArgs } from 'node:util';
import type { Scheme } from './desk/order.ts';

const schemes: readonly Scheme[] = ['ours', 'naive', 'forget', 'hoard'];

const trials = ['deaths', 'clocks', 'sleeps', 'weather'] as const;
export type Trial = (typeof trials)[number];

export type Asked = {
  /** Repeats the same story: the same messages, the same deaths, the same weather. */
  seed: string;
  /** Answers that the agents write. */
  sends: number;
  /** Long enough that the desk must have died at every point. */
  isWhole: boolean;
  scheme: Scheme;
  /** So many times faster than the clock on the wall do the desk and its network live. */
  speed: number;
  /** So many lives may pass in that weather until what is still in doubt is left to the fine day at the end. */
  lastLives: number;
  /** So long may the fine day at the end take until all is right. */
  patienceS: number;
  /** What is spared the desk, to find out which of them it was. */
  without: readonly Trial[];
  /** Keeps the folder of the desk, to look into. */
  isKept: boolean;
};

const whole = { sends: 2000, speed: 40, lastLives: Infinity, patienceS: 180 };
const short = { sends: 60, speed: 40, lastLives: 2, patienceS: 30 };

/** `--short` for every push; without it some minutes. Throws with a sentence for people. */
export const readArguments = (args: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      sends: { type: 'string' },
      scheme: { type: 'string' },
      speed: { type: 'string' },
      without: { type: 'string', multiple: true },
      short: { type: 'boolean' },
      keep: { type: 'boolean' },
    },
  });
  const size = values.short ? short : whole;
  const scheme = schemes.find((name) => name === (values.scheme ?? 'ours'));
  if (scheme === undefined) throw new Error(`--scheme is one of ${schemes.join(', ')}`);
  const sends = positive('sends', values.sends, size.sends);
  return {
    seed: values.seed ?? String(Date.now() % 1_000_000),
    sends,
    isWhole: sends >= whole.sends && !(values.without?.includes('deaths') ?? false),
    scheme,
    speed: positive('speed', values.speed, size.speed),
    lastLives: size.lastLives,
    patienceS: size.patienceS,
    without: trials.filter((trial) => values.without?.includes(trial)),
    isKept: values.keep ?? false,
  };
};

const positive = (name: string, value: string | undefined, otherwise: number): number => {
  const number = value === undefined ? otherwise : Number(value);
  if (!(Number.isFinite(number) && number > 0)) throw new Error(`--${name} is a number, not "${value}"`);
  return number;
};
