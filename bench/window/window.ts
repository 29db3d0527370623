import path from 'node:path';
import type { Figure } from '../report/figure.ts';
import { say } from '../report/say.ts';
import type { Sizes } from '../sizes.ts';
import { benchArrival } from './arrival.ts';
import { benchBackFill } from './back-fill.ts';
import { benchFlood } from './flood.ts';
import { benchKeys, benchKeysInFlood } from './keys.ts';
import { startNetwork } from './network.ts';
import { benchReplay } from './replay.ts';
import { openSession } from './session.ts';
import { benchStart } from './start/start.ts';

/** Everything that needs the real Electron, on the large desk in `folder`. */
export const benchWindow = async (folder: string, sizes: Sizes): Promise<Figure[]> => {
  const network = await startNetwork();
  const file = path.join(folder, 'practice.db');
  const deskArgs = [`--data-folder=${folder}`, `--simulator=${network.port}`];
  try {
    const start = await benchStart(folder, deskArgs, sizes.starts);
    say('Opening the desk with twelve columns …');
    const session = await openSession(deskArgs);
    try {
      const keys = await benchKeys(session.page, sizes.keys);
      const arrival = await benchArrival(session.page, network, sizes.arrivals);
      const replay = await benchReplay(session.page, sizes.keys);
      say('Two hundred messages a second …');
      const flood = await benchFlood(session, network, file, sizes.floodMs);
      say('Twenty columns, and two hundred messages a second …');
      const many = await benchKeysInFlood(session.page, network, sizes.keys);
      say(`${sizes.backFill.toLocaleString('en')} messages to fetch …`);
      const filled = await benchBackFill(session.page, network, file, {
        messages: sizes.backFill,
        keys: sizes.keys,
      });
      return [...start, arrival, keys, ...replay, ...flood, many, ...filled];
    } finally {
      await session.close();
    }
  } finally {
    await network.close();
  }
};
