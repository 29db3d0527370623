/**
 * Numbers of payment cards have no place on a desk (PCI DSS 3.4: at most the first six and the last four digits may be
 * shown): a customer who writes one is read with its middle covered. What remains is as long as what was written, so every
 * place in the text stays where it was.
 *
 * A number is taken for a card's when its length and first digits are those of an issuer (ISO/IEC 7812, as the card schemes
 * publish them) and its check digit is right (Luhn): of other long numbers, orders and parcels, one in some hundreds is.
 */
export const coverCards = (text: string): string =>
  mayHoldOne.test(text)
    ? text.replace(candidate, (found) => (isCard(digitsOf(found)) ? covered(found) : found))
    : text;

/** Quick to say no: nearly every text has none. */
const mayHoldOne = /\d(?:[ .\u00a0\u2009-]?\d){12}/u;
/** Groups of digits, by one space, hyphen or point at most, and no digit before or after. */
const candidate = /(?<!\d)\d(?:[ .\u00a0\u2009-]?\d){12,18}(?!\d)/gu;

const shown = { first: 6, last: 4 };

const covered = (found: string): string => {
  const count = digitsOf(found).length;
  let at = 0;
  return found.replace(/\d/gu, (digit) => {
    at += 1;
    return at <= shown.first || at > count - shown.last ? digit : '•';
  });
};

const digitsOf = (found: string): string => found.replace(/\D/gu, '');

const isCard = (digits: string): boolean =>
  issuers.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits)) &&
  isChecked(digits);

const issuers: readonly { begins: RegExp; lengths: readonly number[] }[] = [
  // Visa, Mastercard, American Express
  { begins: /^4/u, lengths: [13, 16, 19] },
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)/u, lengths: [16] },
  { begins: /^3[47]/u, lengths: [15] },
  // Diners Club, Discover, JCB, UnionPay, Maestro
  { begins: /^3(?:0[0-5]|[68])/u, lengths: [14, 16, 19] },
  { begins: /^6(?:011|4[4-9]|5)/u, lengths: [16, 19] },
  { begins: /^35(?:2[89]|[3-8])/u, lengths: [16, 19] },
  { begins: /^62/u, lengths: [16, 17, 18, 19] },
  { begins: /^(?:50|5[6-9]|6)/u, lengths: [16, 18, 19] },
];

/** Luhn's check (ISO/IEC 7812-1, annex B). */
const isChecked = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const weighed = at % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
};
