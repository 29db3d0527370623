import { expect, it } from 'vitest';
import { daysOf, spanOf } from './days-field.tsx';
import { lastWords, previewWords } from './words.ts';

const oldestAt = Date.UTC(2024, 2, 3, 12);

it('says in one sentence what would go, and what stays of it', () => {
  expect(previewWords({ threads: 1204, messages: 9311, directs: 0, oldestAt, held: 12 })).toBe(
    'Would remove 1,204 threads, 9,311 messages, the oldest of 3 March 2024. 12 are on hold and stay.',
  );
  expect(previewWords({ threads: 0, messages: 0, directs: 1, oldestAt: null, held: 1 })).toBe(
    'Would remove the words of 1 direct message. 1 is on hold and stays.',
  );
  expect(previewWords({ threads: 0, messages: 0, directs: 0, oldestAt: null, held: 0 })).toBe(
    'Would remove nothing now.',
  );
});

it('says when it looked last, and what came of it', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  expect(lastWords(null, now)).toContain('so far');
  expect(lastWords({ beganAt: now, endedAt: now, threads: 2, messages: 9, directs: 0 }, now)).toBe(
    'Looked last today: removed 2 threads with 9 messages.',
  );
});

it('knows the usual spans, days of one’s own, and what is none', () => {
  for (const days of [null, 90, 365, 730, 17]) expect(daysOf(spanOf(days))).toBe(days);
  for (const typed of ['', '0', '-1', '1.5', 'ten'])
    expect(daysOf({ choice: 'own', days: typed })).toBeUndefined();
});
