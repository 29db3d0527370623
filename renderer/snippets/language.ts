const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** `pl` → `Polish`; what no language is called stays as it is. */
export const languageName = (lang: string): string => nameOf(lang) ?? lang;

/** The language a customer writes in, as the network guesses it; null when it says none. */
export const customersLanguage = (lang: string | null): string | null =>
  // X marks what it can't tell (links, emoji, names) with codes of its own: und, qme, zxx, art.
  lang === null || /^(?:und|zxx|art|q[a-t][a-z])$/u.test(lang) ? null : (nameOf(lang) ?? null);

const nameOf = (lang: string): string | undefined => {
  try {
    return names.of(lang);
  } catch {
    return undefined;
  }
};
