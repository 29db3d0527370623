import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deepLinkIn, parseDeepLink } from './deep-link.ts';

it.each([
  ['earshot://call?from=+441134960017', '+441134960017'],
  ['earshot://call?from=%2B441134960017', '+441134960017'],
  ['earshot://call/?from=01134960017', '01134960017'],
  ['earshot://call?from=101', '101'],
])('reads %s', (link, from) => {
  expect(parseDeepLink(link)).toEqual({ from });
});

it.each([
  'earshot://call',
  'earshot://call?from=',
  'earshot://call?from=12',
  'earshot://call?from=+44&x=1',
  'earshot://call?to=+441134960017',
  'earshot://call?from=+441134960017&from=1',
  'earshot://call?from=<b>1</b>',
  'earshot://call?from=%3Cscript%3E',
  'earshot://call?from=+44 113 496 0017',
  'earshot://call?from=123456789012345678901',
  'earshot://call?from=+0123456789',
  'earshot://call?from=١٢٣٤٥',
  'earshot://call#?from=101',
  'earshot://call.evil?from=101',
  'earshot://user@call?from=101',
  'earshot://open?from=101',
  'earshot:call?from=101',
  'EARSHOT://call?from=101',
  'https://call?from=101',
  `earshot://call?from=${'1'.repeat(100_000)}`,
  ' earshot://call?from=101',
  'earshot://call?from=101\n',
])('refuses %s', (link) => {
  expect(parseDeepLink(link)).toBeNull();
});

it('finds the last link among the words of a command line', () => {
  expect(deepLinkIn(['earshot', '--no-sandbox', 'earshot://call?from=101', '--flag'])).toEqual({
    from: '101',
  });
  expect(deepLinkIn(['earshot', 'earshot://call?from=101', 'earshot://nonsense'])).toBeNull();
  expect(deepLinkIn(['earshot', '--data-folder=earshot://call?from=101'])).toBeNull();
});

it('never throws, and never lets anything but digits through', () => {
  const near = fc
    .tuple(
      fc.constantFrom('earshot://call?from=', 'earshot://', 'earshot:', ''),
      fc.string({ unit: 'binary' }),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(near, (link) => {
      const call = parseDeepLink(link);
      if (call) expect(call.from).toMatch(/^\+?\d{3,20}$/u);
    }),
  );
});
