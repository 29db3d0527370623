import { createHash, randomBytes } from 'node:crypto';

export type Pkce = { verifier: string; challenge: string };

/** Proof that the program that asks for the tokens is the one that opened the browser: no secret is shipped. */
export const createPkce = (random: (bytes: number) => Uint8Array = randomBytes): Pkce => {
  const verifier = Buffer.from(random(32)).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

/** Ties the answer in the browser to the question asked here. */
export const createState = (random: (bytes: number) => Uint8Array = randomBytes): string =>
  Buffer.from(random(24)).toString('base64url');
