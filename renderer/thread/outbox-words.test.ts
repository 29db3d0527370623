import { describe, expect, it } from 'vitest';
import type { OutboxId } from '../../shared/ids.ts';
import type { OutboxState } from '../../shared/model.ts';
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

  it('is for a person to settle only when nothing else can: never sent again on a guess', () => {
    const doubt = (isUpToYou: boolean): OutboxState => ({
      ...{ at: 'uncertain', since: at, reason: 'The line broke.', nextCheckAt: at, checks: 3 },
      facts: { endedAt: at, readUntil: at, checksNeeded: 3, near: [], isUpToYou },
    });
    expect(outboxWords(outboxItem('maya', doubt(false)), at).can).toEqual([]);
    expect(outboxWords(outboxItem('maya', doubt(true)), at).can).toEqual(['arrived', 'lost']);
  });

  it('says what a part of a chain waits for', () => {
    const part = { part: 2, parts: 3, afterId: 'outbox-0' as OutboxId };
    const say = (state: OutboxState) => outboxWords(outboxItem('maya', state, part), at).words;
    expect(say({ at: 'queued', notBefore: 0 })).toBe('Waits until part 1 has arrived');
    expect(say({ at: 'queued', notBefore: at + 5000, because: 'The limit is used up' })).toBe(
      'The limit is used up. Goes on in 5s.',
    );
  });
});
