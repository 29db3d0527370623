import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coverCards } from './card-numbers.ts';

/** The issuers' own test numbers. */
const cards = [
  '4111111111111111',
  '4222222222222',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3530111333300000',
  '6205500000000000004',
];

it.each(cards)('covers the middle of %s', (card) => {
  const said = coverCards(`My card is ${card}, please refund`);
  expect(said).toHaveLength(`My card is ${card}, please refund`.length);
  expect(said).toContain(`${card.slice(0, 6)}${'•'.repeat(card.length - 10)}${card.slice(-4)}`);
});

it('covers it however it is grouped', () => {
  expect(coverCards('4111 1111 1111 1111')).toBe('4111 11•• •••• 1111');
  expect(coverCards('4111-1111-1111-1111.')).toBe('4111-11••-••••-1111.');
});

it('leaves other long numbers as they are', () => {
  for (const text of [
    'parcel 1234567890123456',
    'order 4111111111111112',
    'call +44 113 496 0000 or 0113 496 0001',
    'post 1790000000000000000',
    'on 2026-03-14 12:30:45.123456',
  ])
    expect(coverCards(text)).toBe(text);
});

it('covers every card in any text, keeps the length, and finds nothing more the second time', () => {
  const plain = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replace(/[\d.\- \u00a0\u2009]/gu, 'x'));
  fc.assert(
    fc.property(
      plain,
      fc.constantFrom(...cards),
      fc.constantFrom('', ' ', '-', '.'),
      plain,
      (before, card, gap, after) => {
        const text = `${before}${card.match(/.{1,4}/gu)?.join(gap)}${after}`;
        const said = coverCards(text);
        expect(said).toHaveLength(text.length);
        expect(said.replace(/[ .-]/gu, '')).not.toContain(card);
        expect(coverCards(said)).toBe(said);
      },
    ),
  );
});
