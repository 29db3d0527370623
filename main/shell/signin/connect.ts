import type { Provider, Secrets } from '../../providers/provider.ts';
import { openExternalSafe } from '../security/external.ts';
import { openLoopback, type Loopback } from './loopback.ts';

/** One sign-in at a time: asking again ends the one before. */
let pending: Loopback | undefined;

export const cancelConnect = (): void => {
  pending?.close();
  pending = undefined;
};

/**
 * Sends the person to the network's own page in the system's browser and comes back with tokens.
 * Throws AppError or ProviderFailure; nothing is stored here.
 */
export const signInThroughBrowser = async (provider: Provider, clientId: string): Promise<Secrets> => {
  cancelConnect();
  const loopback = await openLoopback();
  pending = loopback;
  try {
    const signIn = provider.signIn({ clientId, redirectUri: loopback.redirectUri });
    const code = loopback.code(signIn.state);
    await openExternalSafe(signIn.url);
    return await signIn.finish(await code);
  } finally {
    loopback.close();
    if (pending === loopback) pending = undefined;
  }
};
