import { request, type Agent } from 'node:https';
import { AppError } from '../../../shared/errors.ts';
import type { Ways } from './agent.ts';
import { hopInWords, hopsIn } from './hops.ts';

const patienceMs = 15_000;

/** One connection to a host the way everything goes; whatever it answers, it was reached. Throws `network`, in words. */
export const tryHost = async (host: string, agent: Agent, ways: Ways): Promise<{ via: string }> => {
  await new Promise<void>((resolve, reject) => {
    const ask = request({ host, method: 'HEAD', path: '/', agent, timeout: patienceMs }, (response) => {
      response.resume();
      resolve();
    });
    const late = setTimeout(() => ask.destroy(new Error('no answer in time')), patienceMs);
    ask.once('timeout', () => ask.destroy(new Error('no answer in time')));
    ask.once('error', ({ message }) =>
      reject(new AppError('network', `${host} was not reached: ${message}. Nothing was sent.`)),
    );
    ask.once('close', () => clearTimeout(late));
    ask.end();
  });
  const [first] = hopsIn(await ways.to(`https://${host}/`));
  return { via: first === undefined ? 'directly' : hopInWords(first) };
};
