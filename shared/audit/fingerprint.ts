/** Letters and digits that are not taken for one another when they are written down (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = 16;

/**
 * What stands for the log up to one row, short enough to be written down or mailed: eighty bits of its hash, `7KQ4-M2XD-…`.
 *
 * @param hash hex, as a head has it.
 */
export const fingerprintOf = (hash: string): string => {
  let bits = BigInt(`0x${hash.slice(0, (signs * 5) / 4)}`);
  let text = '';
  for (let at = 0; at < signs; at += 1) {
    text = `${alphabet[Number(bits & 31n)] ?? ''}${text}`;
    bits >>= 5n;
  }
  return (text.match(/.{4}/gu) ?? []).join('-');
};

/** The beginning of the hash, hex; null: it is no fingerprint. Read kindly: spaces, small letters, O for 0. */
export const hashBegins = (typed: string): string | null => {
  const text = typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  if (text.length !== signs) return null;
  let bits = 0n;
  for (const sign of text) {
    const value = alphabet.indexOf(sign);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits.toString(16).padStart((signs * 5) / 4, '0');
};
