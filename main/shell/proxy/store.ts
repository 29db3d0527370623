import path from 'node:path';
import { safeStorage, session } from 'electron';
import { proxySettings, type ProxySettings, type ProxyState } from '../../../shared/proxy.ts';
import { readJson, writeJson } from '../json-file.ts';
import { hasKeyring } from '../signin/keyring.ts';
import type { Ways } from './agent.ts';
import { rulesOf } from './rules.ts';

type Kept = { proxy: unknown; password: string | null };

export type ProxyStore = {
  read(): ProxyState;
  save(proxy: ProxySettings, password: string | undefined): Promise<ProxyState>;
  ways: Ways;
};

/**
 * How this machine reaches the networks, in a file of its own. Chromium applies it to itself and tells Node's https the ways.
 * The password is sealed by the keyring; where there is none it is kept for this run only. After `ready`.
 */
export const openProxyStore = (folder: string): ProxyStore => {
  const file = path.join(folder, 'network.json');
  const kept = readJson<Kept>(file);
  const read = proxySettings.safeParse(kept?.proxy ?? {});
  let proxy = read.success ? read.data : proxySettings.parse({});
  let password = unsealed(kept?.password ?? null);
  let isForThisRun = false;
  let applied = apply(proxy);

  const state = (): ProxyState => ({
    ...proxy,
    hasPassword: password !== '',
    isPasswordForThisRun: isForThisRun && password !== '',
  });
  return {
    read: state,
    async save(next, typed) {
      proxy = next;
      if (typed !== undefined) {
        password = typed;
        isForThisRun = !hasKeyring();
      }
      // Of a password that came before there was no keyring nothing may stay behind.
      writeJson(file, { proxy, password: isForThisRun ? null : sealed(password) } satisfies Kept);
      applied = apply(proxy);
      await applied;
      return state();
    },
    ways: {
      async to(url) {
        await applied;
        return session.defaultSession.resolveProxy(url);
      },
      credentials: () => (proxy.user === '' ? null : { user: proxy.user, password }),
    },
  };
};

/** Connections that stand already go on; the next ones take the new way. */
const apply = async (proxy: ProxySettings): Promise<void> => {
  await session.defaultSession.setProxy(rulesOf(proxy));
  await session.defaultSession.forceReloadProxyConfig();
};

const sealed = (password: string): string | null =>
  password === '' || !hasKeyring() ? null : safeStorage.encryptString(password).toString('base64');

const unsealed = (password: string | null): string => {
  if (password === null) return '';
  try {
    return safeStorage.decryptString(Buffer.from(password, 'base64'));
  } catch {
    // Another keyring than the one that sealed it: the proxy will ask, and so do we.
    return '';
  }
};
