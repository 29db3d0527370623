import {
  AsYouType,
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';
import { masked } from './phone-mask.ts';

// The `min` tables (83 KB; the whole file is fetched when it is first needed, by window and main alike): they know the
// lengths and prefixes of every country, not which of them are mobile. We call; what kind of line answers is no matter.

/** The longest that is looked at: a number with its spaces, brackets and an extension. */
export const numberCap = 40;

export type CheckedNumber = {
  e164: string;
  /** As people write it abroad: `+44 113 496 0000`. */
  shown: string;
  /** Two letters; null where the beginning of the number is shared by several. */
  country: string | null;
  /** Why it may be wrong although it can be dialled; null when its country really gives out such numbers. */
  warning: string | null;
};

/**
 * What was typed, as a number that can be dialled; null when it is none. A number that no country gives out is taken with
 * a warning: tables are older than numbers, and 07700 900xxx, kept for films, must work too.
 */
export const checkNumber = (typed: string, country: string): CheckedNumber | null => {
  const read = parsePhoneNumberFromString(typed.slice(0, numberCap), countryOf(country));
  if (!read?.isPossible() || read.ext !== undefined) return null;
  return {
    e164: read.number,
    shown: read.formatInternational(),
    country: read.country ?? null,
    warning: read.isValid() ? null : 'Nobody has such a number as far as is known. Read it back once more.',
  };
};

/** `01134960000` → `0113 496 0000`, while it is typed. */
export const formatTyped = (typed: string, country: string): string =>
  new AsYouType(countryOf(country)).input(typed.slice(0, numberCap));

/** E.164 as people read it. */
export const readable = (e164: string): string =>
  parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;

/** Every number in what somebody wrote, in its order: "my number is 0113 496 0000". */
export const numbersIn = (text: string, country: string): string[] => [
  ...new Set(found(text, country).map(({ number }): string => number.number)),
];

/** The same words with every number masked: what is copied out of a message must not carry the number along. */
export const maskNumbers = (text: string, country: string): string =>
  found(text, country).reduceRight(
    (before, { number, startsAt, endsAt }) =>
      `${before.slice(0, startsAt)}${masked(number.number)}${before.slice(endsAt)}`,
    text,
  );

const found = (text: string, country: string): ReturnType<typeof findPhoneNumbersInText> =>
  findPhoneNumbersInText(text.slice(0, textCap), {
    defaultCountry: countryOf(country),
    // Possible ones too, not only those a country gives out.
    extended: true,
  });

/** Two capital letters that the tables know. */
export const isCountry = (country: string): boolean => isSupportedCountry(country);

// Searching is linear, but a number further down than this was not given to be called on.
const textCap = 10_000;

const fallback: CountryCode = 'GB';
const countryOf = (country: string): CountryCode => (isSupportedCountry(country) ? country : fallback);
