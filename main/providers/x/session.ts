import type { RemoteIdentity, SecretBox } from '../provider.ts';
import type { Api } from './api.ts';
import type { Directory } from './identities.ts';
import type { Meter } from './meter.ts';
import type { XSettings } from './options.ts';

/** What one signed-in account works with. */
export type Session = {
  api: Api;
  me: RemoteIdentity;
  settings: XSettings;
  directory: Directory;
  meter: Meter;
  secrets: SecretBox;
};

/** Of these, what the person did not allow when signing in; nothing when that is not known. */
export const missingScopes = async (
  { secrets }: Session,
  scopes: readonly string[],
): Promise<readonly string[]> => {
  // A locked keyring says nothing about the network: the call itself will tell.
  const granted = await secrets.read().then(
    (held) => held.scopes,
    (): readonly string[] => [],
  );
  // An empty list: X did not say what it granted.
  return granted.length === 0 ? [] : scopes.filter((scope) => !granted.includes(scope));
};
