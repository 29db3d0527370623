import type { SignInBegan } from '../../../shared/api/accounts.ts';
import type { Provider, Secrets } from '../../providers/provider.ts';
import { log } from '../log.ts';
import { openExternalSafe } from '../security/external.ts';
import { openLoopback, type Loopback } from './loopback.ts';

/** One sign-in at a time: asking again ends the one before. */
let pending: Loopback | undefined;

export const cancelConnect = (): void => {
  pending?.close();
  pending = undefined;
};

/**
 * Sends the person to the network's own page in the system's browser and comes back with tokens. The address is told too, for
 * a machine on which no browser opens. Throws AppError or ProviderFailure; nothing is stored here.
 */
export const signInThroughBrowser = async (
  provider: Provider,
  clientId: string,
  tell: (began: SignInBegan) => void,
): Promise<Secrets> => {
  cancelConnect();
  const loopback = await openLoopback();
  pending = loopback;
  try {
    const signIn = provider.signIn({ clientId, redirectUri: loopback.redirectUri });
    const code = loopback.code(signIn.state);
    // Nobody may be listening yet when it is refused below.
    code.catch(() => undefined);
    tell({ address: signIn.url, isBrowserOpen: await opened(signIn.url) });
    return await signIn.finish(await code);
  } finally {
    loopback.close();
    if (pending === loopback) pending = undefined;
  }
};

/** The system says at best whether it knows a browser, never whether one came up. */
const opened = async (url: string): Promise<boolean> => {
  try {
    await openExternalSafe(url);
    return true;
  } catch (error) {
    log.warn(`no browser was opened: ${error instanceof Error ? error.name : 'unknown reason'}`);
    return false;
  }
};
