import type { SecretBox, Secrets } from '../../provider.ts';

export type TestBox = SecretBox & { writes: Secrets[]; held: Secrets };

/** Keeps tokens in memory and remembers every write. */
export const boxOf = (secrets: Secrets): TestBox => {
  const box: TestBox = {
    writes: [],
    held: secrets,
    read: () => Promise.resolve(box.held),
    write: (next) => {
      box.writes.push(next);
      box.held = next;
      return Promise.resolve();
    },
  };
  return box;
};

export const anySecrets: Secrets = {
  clientId: 'app',
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresAt: Number.MAX_SAFE_INTEGER,
  scopes: [],
};
