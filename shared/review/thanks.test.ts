import { expect, it } from 'vitest';
import { isOnlyThanks, isThanks } from './thanks.ts';

it.each([
  'Thanks, works now',
  '@hallam thank you so much 🙏',
  'cheers Ada!',
  'Vielen Dank!',
  'merci beaucoup',
  'dziękuję',
  'ありがとうございます',
  'شكرا جزيلا',
])('hears thanks: %s', (text) => expect(isThanks(text)).toBe(true));

it.each([
  'thanks for nothing',
  'No thanks, I will switch',
  'Thanks in advance for looking',
  'still no signal',
  'is this the tank?',
  'Thanks, but this is the worst, still broken and useless',
])('hears none: %s', (text) => expect(isThanks(text)).toBe(false));

it('tells thanks alone from thanks and a matter', () => {
  expect(isOnlyThanks('@hallam Thanks for that, all good now')).toBe(true);
  expect(isOnlyThanks('Thanks. And when will the bill be right?')).toBe(false);
});
