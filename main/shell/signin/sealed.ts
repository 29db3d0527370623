import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/** What scrypt was asked to do, kept beside what it sealed: a later version may ask for more. */
export type Stretch = { salt: string; cost: number; blockSize: number; parallel: number };

/** 128 MB and about a third of a second: cheap once a start, dear for who guesses. */
export const newStretch = (): Stretch => ({
  salt: randomBytes(16).toString('base64'),
  cost: 2 ** 17,
  blockSize: 8,
  parallel: 1,
});

/** The key that a passphrase opens. Words typed with other code points for the same letters are the same words. */
export const keyOf = (passphrase: string, { salt, cost, blockSize, parallel }: Stretch): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize };
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

/** AES-256-GCM under a nonce of its own; `about` is bound to it, so that one entry can't be put in another's place. */
export const seal = (key: Buffer, text: string, about: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
};

/** Null: another key, another entry, or not as it was written. */
export const unseal = (key: Buffer, sealed: string, about: string): string | null => {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};
