import { expect, it } from 'vitest';
import { blanksIn, fill, firstName, whyUnfilled } from './snippet.ts';

it('puts in what is known and leaves the rest to be seen', () => {
  const text = 'Hi {first}, {brand} here. Your order {order} left {today}.';
  const filled = fill(text, { first: 'Maya', brand: 'Hallam Mobile' });
  expect(filled).toBe('Hi Maya, Hallam Mobile here. Your order {order} left {today}.');
  expect(blanksIn(filled)).toEqual(['{order}', '{today}']);
  expect(whyUnfilled(filled)).toBe(
    'Not sent: {order} and {today} are still to be filled in. Write what belongs there, or take it out.',
  );
  expect(whyUnfilled(fill('Hi {first}', { first: '{first}' }))).toContain('{first}');
});

it('takes nothing for a blank that is none', () => {
  for (const text of ['{}', '{ name }', '{1}', 'a } b { c', '{{', ''])
    expect(whyUnfilled(text), text).toBeNull();
  expect(blanksIn('{name} and {name}')).toEqual(['{name}']);
});

it('calls by a first name only who has one', () => {
  expect(firstName('Maya Okafor')).toBe('Maya');
  expect(firstName('  Jean-Luc P.')).toBe('Jean-Luc');
  expect(firstName('Łukasz')).toBe('Łukasz');
  for (const name of ['', '🔥🔥', '1337', 'J.', '@maya']) expect(firstName(name), name).toBeUndefined();
});
