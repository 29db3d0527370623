import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  ['en', '@brightline why is there no signal at home?'],
  ['es', '@brightline hola, no me llega el paquete'],
  ['fr', '@brightline bonjour, je suis sans réseau depuis hier'],
  ['de', '@brightline seit heute früh kein Netz, was ist los und wann geht es wieder?'],
  ['pl', '@brightline od rana nie mam zasięgu, co się dzieje'],
  ['ja', 'fire TVが見れないのですが'],
  ['ar', '@brightline الشبكة لا تعمل'],
  ['uk', 'Чому немає зв’язку? Її знову вимкнули, і все її чекають'],
])('knows %s by its letters or its small words', (lang, text) => {
  expect(languageOf(text)).toBe(lang);
});

test.each([
  '@brightline ok thx',
  'https://t.co/the_and_you_your @the_and #what_is_this',
  'Lol',
  '¯\\_(ツ)_/¯',
  '👍👍',
  '',
])('says nothing of %j', (text) => {
  expect(languageOf(text)).toBe('und');
});
