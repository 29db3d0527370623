import { parseArgs } from 'node:util';

/** What the command line may ask. Anything else on it (Chromium's own switches, a deep link) is passed over. */
export type Asked = {
  /** Straight to practice. */
  isPractice: boolean;
  /** Another folder for this desk's data; each folder is a desk of its own. */
  dataFolder: string | null;
  /** A simulator that already runs on this machine, by port, instead of one of our own. */
  simulatorPort: number | null;
  /** A simulator that stands in for X on the live desk, by port: for tests of what only the live desk does. Said in the title. */
  standInPort: number | null;
  /** A database whose log is verified, on the terminal; nothing else is done then. */
  verifyLog: string | null;
  /** Handed to our own simulator: `--rate`, `--seed`, `--replay`, `--speed` … */
  simulatorFlags: string[];
};

const forSimulator = [
  'rate',
  'seed',
  'opening',
  'replay',
  'speed',
  'brand',
  'rate-limits',
  'max-gap',
] as const;
const text = { type: 'string' } as const;

export const readArguments = (argv: readonly string[]): Asked => {
  const { values } = parseArgs({
    args: argv.slice(1).filter((word) => word.startsWith('--')),
    strict: false,
    options: {
      practice: { type: 'boolean' },
      'data-folder': text,
      simulator: text,
      'stand-in': text,
      'verify-log': text,
      ...Object.fromEntries(forSimulator.map((name) => [name, text])),
    },
  });
  const given = forSimulator.filter((name) => typeof values[name] === 'string');
  const simulatorPort = portIn(values['simulator']);
  return {
    isPractice: values['practice'] === true || simulatorPort !== null || given.includes('replay'),
    dataFolder: typeof values['data-folder'] === 'string' ? values['data-folder'] : null,
    simulatorPort,
    standInPort: portIn(values['stand-in']),
    verifyLog: typeof values['verify-log'] === 'string' ? values['verify-log'] : null,
    simulatorFlags: given.map((name) => `--${name}=${String(values[name])}`),
  };
};

const portIn = (value: unknown): number | null => {
  const port = Number(value);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
};
