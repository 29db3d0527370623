import { describe, expect, it } from 'vitest';
import { outboxItem } from '../testing/cards.ts';
import { clockTime } from '../ui/time.ts';
import { outboxWords } from './outbox-words.ts';

const at = new Date(2026, 10, 21, 14, 3).getTime();

describe('what is on its way', () => {
  it('is said in plain words', () => {
    const say = (state: Parameters<typeof outboxItem>[1]) => outboxWords(outboxItem('maya', state), at).words;
    expect(say({ at: 'queued', notBefore: 0 })).toBe('Waiting to be sent');
    expect(say({ at: 'queued', notBefore: at + 5000 })).toBe('Goes out in 5s');
    expect(say({ at: 'sending', since: at })).toBe('Being sent');
    expect(say({ at: 'sent', remoteId: '1', acceptedAt: at })).toBe(`Sent ${clockTime(at)} by AB`);
    expect(say({ at: 'failed', code: 'rejected', reason: 'X says this account is locked' })).toBe(
      'Not sent: X says this account is locked. Your text is kept.',
    );
    expect(
      say({ at: 'uncertain', since: at, reason: 'X did not answer in time.', nextCheckAt: at, checks: 2 }),
    ).toBe(
      `Not known yet whether X took this: X did not answer in time. Not found there yet, after 2 looks. Looking again at ${clockTime(at)}.`,
    );
  });

  it('can be undone while it can, and not a moment longer', () => {
    const can = (state: Parameters<typeof outboxItem>[1]) => outboxWords(outboxItem('maya', state), at).can;
    expect(can({ at: 'queued', notBefore: 0 })).toEqual(['edit', 'cancel']);
    expect(can({ at: 'sending', since: at })).toEqual([]);
    expect(can({ at: 'failed', code: 'x', reason: 'y' })).toEqual(['retry', 'edit', 'cancel']);
  });
});
