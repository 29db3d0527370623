import type { Session } from 'electron';
import type { Dictionary, Spelling } from '../../shared/api/spelling.ts';
import { log } from './log.ts';

export type SpellChecker = {
  /** From now on words are checked in these; empty: in the system's own language. */
  use(languages: readonly string[]): void;
  state(): Spelling;
};

/** The dictionaries come with the system, or are fetched once by the browser underneath: what is missing is said to be. */
export const createSpellChecker = (session: Session, platform: NodeJS.Platform): SpellChecker => {
  const isBySystem = platform === 'darwin';
  const own = session.getSpellCheckerLanguages();
  const known = new Map<string, Dictionary>();
  const learn = (dictionary: Dictionary) => (_event: unknown, code: string) => {
    known.set(code, dictionary);
    if (dictionary === 'missing') log.warn(`no dictionary for ${code}: spelling is not checked in it`);
  };
  session.on('spellcheck-dictionary-initialized', learn('ready'));
  session.on('spellcheck-dictionary-download-begin', learn('coming'));
  session.on('spellcheck-dictionary-download-success', learn('ready'));
  session.on('spellcheck-dictionary-download-failure', learn('missing'));
  return {
    use(languages) {
      if (isBySystem) return;
      const possible = languages.filter((code) => session.availableSpellCheckerLanguages.includes(code));
      const wanted = possible.length > 0 ? possible : own;
      const present = session.getSpellCheckerLanguages();
      if (wanted.join() !== present.join()) session.setSpellCheckerLanguages([...wanted]);
    },
    state: () => {
      const chosen = new Set(session.getSpellCheckerLanguages());
      return {
        isBySystem,
        languages: session.availableSpellCheckerLanguages.map((code) => ({
          code,
          isChosen: chosen.has(code),
          dictionary: known.get(code) ?? 'unknown',
        })),
      };
    },
  };
};
