import { parseArgs } from 'node:util';
import { DEFAULTS, type Settings } from './settings.ts';

export interface CommandLine {
  settings: Settings;
  exitWithParent: boolean;
}

export const USAGE = `simulator: a local X API v2 with invented customers

  --port N              0 takes any free port (default)
  --seed TEXT           repeats the same day (default ${DEFAULTS.seed})
  --rate N              customer messages per minute (default ${DEFAULTS.rate}; 0 is silence)
  --opening N           messages of the last hour that are there at the start (default ${DEFAULTS.opening})
  --no-customers        an empty world: two brands and nobody else
  --vocabulary V        tweet (description 2.166, default) or post (2.167)
  --access-token-ttl S  seconds an access token lives (default 7200)
  --rate-limits L       on (default), off, or a factor such as 10
  --no-reply-right      lets a brand answer anybody
  --redirect-uri URI    registered redirect address, may be repeated (default: any loopback address)
  --journal FILE        keeps the world in FILE; a restart goes on with it
  --replay FILE         plays the conversations of a CSV file instead of the invented customers
  --speed N             how much faster than in the file (default 1)
  --brand NAME          a brand of the file, several with commas, or all (default: the one with most threads)
  --max-gap S           silences of the file longer than this are shortened to it (default 120)
  --exit-with-parent    ends when standard input closes
`;

/** Throws with a sentence for people when an option makes no sense. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      seed: { type: 'string' },
      rate: { type: 'string' },
      opening: { type: 'string' },
      'no-customers': { type: 'boolean' },
      vocabulary: { type: 'string' },
      'access-token-ttl': { type: 'string' },
      'rate-limits': { type: 'string' },
      'no-reply-right': { type: 'boolean' },
      'redirect-uri': { type: 'string', multiple: true },
      journal: { type: 'string' },
      replay: { type: 'string' },
      speed: { type: 'string' },
      brand: { type: 'string' },
      'max-gap': { type: 'string' },
      'exit-with-parent': { type: 'boolean' },
    },
  });
  const vocabulary = values.vocabulary ?? DEFAULTS.vocabulary;
  if (vocabulary !== 'tweet' && vocabulary !== 'post') throw new Error('--vocabulary is tweet or post');
  return {
    exitWithParent: values['exit-with-parent'] ?? false,
    settings: {
      ...DEFAULTS,
      port: amount('port', values.port, DEFAULTS.port),
      seed: values.seed ?? DEFAULTS.seed,
      rate: amount('rate', values.rate, DEFAULTS.rate),
      opening: amount('opening', values.opening, DEFAULTS.opening),
      customers: !values['no-customers'],
      vocabulary,
      accessTokenTtlMs:
        amount('access-token-ttl', values['access-token-ttl'], DEFAULTS.accessTokenTtlMs / 1000) * 1000,
      rateLimitScale: scaleOf(values['rate-limits']),
      replyRight: !values['no-reply-right'],
      redirectUris: values['redirect-uri'] ?? [],
      journal: values.journal,
      replay: values.replay,
      speed: amount('speed', values.speed, DEFAULTS.speed),
      brand: values.brand,
      maxGapMs: amount('max-gap', values['max-gap'], DEFAULTS.maxGapMs / 1000) * 1000,
    },
  };
}

function scaleOf(value: string | undefined): number {
  if (value === undefined || value === 'on') return 1;
  return value === 'off' ? 0 : amount('rate-limits', value, 1);
}

function amount(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number) || number < 0)
    throw new Error(`--${name} is a number, not "${value}"`);
  return number;
}
