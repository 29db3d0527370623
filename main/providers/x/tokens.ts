import { ProviderFailure, type SecretBox, type Secrets } from '../provider.ts';
import { refresh, type OauthNet } from './oauth.ts';

const minuteMs = 60_000;

export type Tokens = {
  /** An access token believed good; renewed beforehand when it is about to run out. Throws ProviderFailure. */
  current(): Promise<string>;
  /** After the network refused `refused`: another token, or null when a renewal would not help. */
  another(refused: string): Promise<string | null>;
};

const known = new WeakMap<SecretBox, Tokens>();

/** One per box, however many connections share it: two refreshers would kill each other's tokens. */
export const tokensOf = (box: SecretBox, net: OauthNet): Tokens => {
  const tokens = known.get(box) ?? createTokens(box, net);
  known.set(box, tokens);
  return tokens;
};

const createTokens = (box: SecretBox, net: OauthNet): Tokens => {
  let held: Secrets | null = null;
  /** Rotated, but the box would not take it yet: never used before it is stored, never forgotten either. */
  let unsaved: Secrets | null = null;
  let renewedAt: number | null = null;
  let renewing: Promise<Secrets> | null = null;

  const read = (): Promise<Secrets> => box.read().catch((error: unknown) => fail('read', error));

  const save = async (secrets: Secrets): Promise<Secrets> => {
    unsaved = secrets;
    await box.write(secrets).catch((error: unknown) => fail('stored', error));
    unsaved = null;
    held = secrets;
    return secrets;
  };

  const renewNow = async (from: Secrets): Promise<Secrets> => {
    if (unsaved !== null) return save(unsaved);
    // Somebody else may have rotated since (a second window signing in): theirs is the living one.
    const stored = await read();
    if (stored.accessToken !== from.accessToken) return (held = stored);
    const renewed = await refresh(net, stored);
    renewedAt = net.now();
    return save(renewed);
  };

  const renew = (from: Secrets): Promise<Secrets> => {
    renewing ??= renewNow(from).finally(() => (renewing = null));
    return renewing;
  };

  const current = async (): Promise<string> => {
    const secrets = (held ??= await read());
    const leftMs = secrets.expiresAt - net.now();
    if (unsaved === null && (leftMs > minuteMs || secrets.refreshToken === null)) return secrets.accessToken;
    try {
      return (await renew(secrets)).accessToken;
    } catch (error) {
      const isPassing = error instanceof ProviderFailure && error.kind !== 'auth';
      if (isPassing && leftMs > 0) return secrets.accessToken;
      throw error;
    }
  };

  const another = async (refused: string): Promise<string | null> => {
    const secrets = (held ??= await read());
    if (secrets.accessToken !== refused) return secrets.accessToken;
    const isYoung = renewedAt !== null && Math.abs(net.now() - renewedAt) < minuteMs;
    if (secrets.refreshToken === null || isYoung) return null;
    return (await renew(secrets)).accessToken;
  };

  return { current, another };
};

/** A full disk or a locked keyring passes: the call was not made, and the next one tries again. */
const fail = (what: 'read' | 'stored', error: unknown): never => {
  const why = error instanceof Error ? error.message : 'unknown reason';
  throw new ProviderFailure('network', `The sign-in could not be ${what} on this machine: ${why}`);
};
