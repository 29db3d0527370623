import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { expect, it, vi } from 'vitest';
import { createSpellChecker } from './spelling.ts';

vi.mock('./log.ts', () => ({ log: { warn: vi.fn() } }));

const session = () => {
  let languages = ['en-GB'];
  const fake = Object.assign(new EventEmitter(), {
    availableSpellCheckerLanguages: ['en-GB', 'pl', 'de'],
    getSpellCheckerLanguages: () => languages,
    setSpellCheckerLanguages: vi.fn((next: string[]) => (languages = next)),
  });
  return { fake, session: fake as unknown as Session };
};

it('checks in what is chosen, and says which dictionaries are here', () => {
  const { fake, session: given } = session();
  const checker = createSpellChecker(given, 'linux');
  checker.use(['pl', 'xx', 'de']);
  expect(fake.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith(['pl', 'de']);
  fake.emit('spellcheck-dictionary-initialized', {}, 'de');
  fake.emit('spellcheck-dictionary-download-begin', {}, 'pl');
  fake.emit('spellcheck-dictionary-download-failure', {}, 'pl');
  expect(checker.state()).toEqual({
    isBySystem: false,
    languages: [
      { code: 'en-GB', isChosen: false, dictionary: 'unknown' },
      { code: 'pl', isChosen: true, dictionary: 'missing' },
      { code: 'de', isChosen: true, dictionary: 'ready' },
    ],
  });
});

it('goes back to the system’s language when nothing is chosen, and touches nothing that is so already', () => {
  const { fake, session: given } = session();
  const checker = createSpellChecker(given, 'linux');
  checker.use([]);
  expect(fake.setSpellCheckerLanguages).not.toHaveBeenCalled();
  checker.use(['pl']);
  checker.use([]);
  expect(fake.setSpellCheckerLanguages).toHaveBeenLastCalledWith(['en-GB']);
});

it('leaves a Mac to its own settings', () => {
  const { fake, session: given } = session();
  createSpellChecker(given, 'darwin').use(['pl']);
  expect(fake.setSpellCheckerLanguages).not.toHaveBeenCalled();
});
