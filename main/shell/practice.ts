import { get } from 'node:http';
import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import { loopbackPorts, redirectAddress } from '../../shared/sign-in.ts';
import type { Provider, Secrets } from '../providers/provider.ts';
import { log } from './log.ts';

/** A simulated network: its own process, a real socket of this machine. */
export type Practice = { port: number; brands: readonly { handle: string }[]; stop(): void };

/** Starts the simulator and waits until it listens. Its world is kept in `folder`, so practice goes on where it was left. */
export const startPractice = async (folder: string, extra: readonly string[]): Promise<Practice> => {
  const script = path.join(import.meta.dirname, 'simulator.cjs');
  const journal = path.join(folder, 'practice.journal');
  const child = utilityProcess.fork(script, ['--journal', journal, ...extra], {
    stdio: 'pipe',
    serviceName: 'Earshot practice network',
  });
  child.stderr?.on('data', (chunk: Buffer) => log.info(chunk.toString().trim()));
  const { port, brands } = await firstLine(child);
  return { port, brands, stop: () => void child.kill() };
};

/** A simulator that somebody else started, on this machine only. */
export const joinPractice = async (port: number): Promise<Practice> => {
  const { brands } = JSON.parse(await fetchLocal(port, '/control/summary')) as Pick<Practice, 'brands'>;
  return { port, brands, stop: () => {} };
};

/** Signs in to a simulated brand without a person: the same steps, with the page's button pressed by us. */
export const signInToPractice = async (
  provider: Provider,
  { port }: Practice,
  handle: string,
): Promise<Secrets> => {
  const redirectUri = redirectAddress(loopbackPorts[0]);
  const signIn = provider.signIn({ clientId: 'earshot-practice', redirectUri });
  const { pathname, search } = new URL(signIn.url);
  const answer = await followOnce(port, `${pathname}${search}&approve=${encodeURIComponent(handle)}`);
  return signIn.finish(new URL(answer).searchParams.get('code') ?? '');
};

const firstLine = (child: UtilityProcess): Promise<Pick<Practice, 'port' | 'brands'>> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`The practice network ended at once (${code}).`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end === -1) return;
      const { listening } = JSON.parse(text.slice(0, end)) as {
        listening: Pick<Practice, 'port' | 'brands'>;
      };
      resolve(listening);
    });
  });

const followOnce = (port: number, address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: address }, (response) => {
      response.resume();
      const { location } = response.headers;
      if (location) resolve(location);
      else reject(new Error(`The practice network refused the sign-in (${response.statusCode}).`));
    }).on('error', reject);
  });

const fetchLocal = (port: number, address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: address }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve(body));
    }).on('error', reject);
  });
