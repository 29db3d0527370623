const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** `pl` → `Polish`; what no language is called stays as it is. */
export const languageName = (lang: string): string => nameOf(lang) ?? lang;

/** The language a customer writes in, as the network guesses it from this text; null when it says none, or can't know. */
export const customersLanguage = (lang: string | null, text: string): string | null =>
  // X marks what it can't tell (links, emoji, names) with codes of its own: und, qme, zxx, art.
  lang === null || /^(?:und|zxx|art|q[a-t][a-z])$/u.test(lang) || !isTelling(text)
    ? null
    : (nameOf(lang) ?? null);

/**
 * "DM sent" is no language: of care tweets with fewer letters a good guesser puts one in six into a wrong one, of the longer
 * ones none. A script of its own says it with a few.
 */
const isTelling = (text: string): boolean => {
  const bare = text.replaceAll(/https?:\S+|[@#][\p{L}\p{N}_]+/gu, ' ');
  const letters = bare.match(/\p{L}/gu)?.length ?? 0;
  return letters >= leastLetters || letters - (bare.match(/\p{Script=Latin}/gu)?.length ?? 0) >= leastOwn;
};
const leastLetters = 18;
const leastOwn = 3;

const nameOf = (lang: string): string | undefined => {
  try {
    return names.of(lang);
  } catch {
    return undefined;
  }
};
