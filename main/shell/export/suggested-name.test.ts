import { expect, it } from 'vitest';
import { suggestedName } from './suggested-name.ts';

it('says what and when, and of whom not a word', () => {
  const at = new Date(2026, 2, 5, 4, 7);
  expect(suggestedName('thread', 'csv', at)).toBe('Earshot thread 2026-03-05 0407.csv');
  expect(suggestedName('search', 'pdf', at)).toBe('Earshot search 2026-03-05 0407.pdf');
});
