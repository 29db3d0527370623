/** X compares redirect addresses to the letter, so these must be registered with the brand's app, and stay. */
export const loopbackPorts = [47_321, 47_322, 47_323] as const;

export const redirectAddress = (port: number): string => `http://127.0.0.1:${port}/callback`;

/** A shorter passphrase is guessed too soon. */
export const passphraseLeast = 8;
