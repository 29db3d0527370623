import { describe, expect, test } from 'vitest';
import { ProviderFailure } from '../provider.ts';
import { classify } from './classify.ts';
import type { Method, Outcome } from './outcome.ts';

const now = 1_800_000_000_000;
const headers = (all: Record<string, number>) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]));
const answered = (status: number, body: unknown, extra: Record<string, number> = {}): Outcome => ({
  at: 'answered',
  status,
  headers: headers(extra),
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const broken = (isHandedOver: boolean): Outcome => ({
  at: 'broken',
  isHandedOver,
  reason: 'the connection was cut',
});
const problem = (type: string, detail = 'Because.') => ({
  title: 'T',
  detail,
  type: `https://any.host/2/problems/${type}`,
});

const judge = (outcome: Outcome, method: Method): ProviderFailure => {
  try {
    classify(outcome, method, now);
  } catch (error) {
    expect(error).toBeInstanceOf(ProviderFailure);
    return error as ProviderFailure;
  }
  throw new Error('it was no failure');
};

describe('what a doubtful end means', () => {
  test.each([
    ['no connection ever stood', broken(false), 'network', 'network'],
    ['the connection broke', broken(true), 'network', 'unknown-outcome'],
    ['500', answered(500, problem('x')), 'network', 'unknown-outcome'],
    ['503 in HTML', answered(503, '<h1>Over capacity</h1>'), 'network', 'unknown-outcome'],
    ['408', answered(408, ''), 'network', 'unknown-outcome'],
    ['302', answered(302, ''), 'network', 'unknown-outcome'],
    ['no status', answered(0, ''), 'network', 'unknown-outcome'],
    ['200 in HTML', answered(200, '<h1>Hotel</h1>'), 'network', 'unknown-outcome'],
    ['200 cut short', answered(200, '{"data":{"id":"1'), 'network', 'unknown-outcome'],
    ['200 with nothing', answered(200, ''), 'network', 'unknown-outcome'],
    ['200 with null', answered(200, 'null'), 'network', 'unknown-outcome'],
    ['200 with a list', answered(200, '[]'), 'network', 'unknown-outcome'],
    ['200 with another object', answered(200, '{"ok":true}'), 'network', 'unknown-outcome'],
  ])('%s', (_, outcome, get, post) => {
    expect(judge(outcome, 'GET').kind).toBe(get);
    expect(judge(outcome, 'POST').kind).toBe(post);
  });

  test.each([{ data: {} }, { errors: [] }, { meta: { result_count: 0 } }])('an answer: %j', (body) => {
    expect(classify(answered(200, body), 'GET', now).body).toEqual(body);
  });
});

test('a POST may be answered with nothing, if that is whole', () => {
  expect(classify(answered(204, ''), 'POST', now).body).toEqual({});
  expect(classify(answered(200, '', { 'content-length': 0 }), 'POST', now).body).toEqual({});
  expect(judge(answered(204, ''), 'GET').kind).toBe('network');
  expect(judge(answered(201, ''), 'POST').kind).toBe('unknown-outcome');
});

describe('what a refusal was about', () => {
  const said = (detail: string) => problem('about:blank', detail);
  test.each([
    ['You are not allowed to create a Tweet with duplicate content.', 'rejected', 'duplicate'],
    [
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
      'rejected',
      'not-summoned',
    ],
    ['You attempted to reply to a Tweet that is deleted or not visible to you.', 'gone', 'deleted-target'],
    ['You do not have permission to DM one or more participants.', 'rejected', 'dm-closed'],
    ['You cannot send messages to this user.', 'rejected', 'dm-closed'],
    ['You are not permitted to send or read Direct Messages with this user.', 'rejected', 'dm-closed'],
    ['This conversation is encrypted and is not available to this endpoint.', 'rejected', 'encrypted'],
    ['Cannot send message: encrypted conversation.', 'rejected', 'encrypted'],
    ['Your Tweet text is too long.', 'rejected', null],
    ['Because.', 'rejected', null],
  ])('%s', (detail, kind, about) => {
    expect(judge(answered(403, said(detail)), 'POST')).toMatchObject({ kind, detail: about });
  });

  test.each([
    [187, 'duplicate'],
    [385, 'deleted-target'],
    [150, 'dm-closed'],
    [476, 'dm-closed'],
  ])('by the number %i of the older API', (code, about) => {
    const body = { errors: [{ code, message: 'No.' }] };
    expect(judge(answered(403, body), 'POST')).toMatchObject({ detail: about });
  });

  test('what is doubtful or passing is about nothing', () => {
    expect(judge(broken(true), 'POST').detail).toBeNull();
    expect(judge(answered(429, said('x')), 'POST').detail).toBeNull();
    expect(judge(answered(401, said('x')), 'POST').detail).toBeNull();
  });
});

describe('definite refusals', () => {
  test.each([
    [400, problem('invalid-request'), 'rejected', /Because/],
    [400, { errors: [{ message: 'text is odd' }], ...problem('invalid-request') }, 'rejected', /text is odd/],
    [401, problem('about:blank'), 'auth', /sign-in/],
    [402, problem('credits-depleted'), 'rate-limited', /paid for/],
    [403, problem('usage-capped'), 'rate-limited', /paid for/],
    [403, problem('client-forbidden'), 'auth', /permission is missing/],
    [403, problem('unsupported-authentication'), 'auth', /permission is missing/],
    [
      403,
      problem('about:blank', 'You are not allowed to create a Tweet with duplicate content.'),
      'rejected',
      /identical/,
    ],
    [403, { errors: [{ code: 187, message: 'Status is a duplicate.' }] }, 'rejected', /identical/],
    [
      403,
      problem(
        'about:blank',
        'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
      ),
      'rejected',
      /did not mention/,
    ],
    [
      403,
      { errors: [{ code: 433, message: 'The original author restricted who can reply.' }] },
      'rejected',
      /limited who/,
    ],
    [
      403,
      problem('about:blank', 'You attempted to reply to a Tweet that is deleted or not visible to you.'),
      'gone',
      /deleted/,
    ],
    [404, problem('resource-not-found'), 'gone', /no longer/],
    [403, problem('not-authorized-for-resource'), 'gone', /no longer/],
    [404, '<h1>Not found</h1>', 'gone', /no longer/],
    [
      403,
      { errors: [{ code: 349, message: 'You cannot send messages to this user.' }] },
      'rejected',
      /direct messages/,
    ],
    [403, problem('about:blank', 'Your Tweet text is too long.'), 'rejected', /too long/],
    [403, { errors: [{ code: 326, message: 'locked out' }] }, 'auth', /unlock/],
    [
      403,
      { errors: [{ code: 185, message: 'User is over daily status update limit.' }] },
      'rate-limited',
      /daily/,
    ],
    [403, '<h1>Forbidden</h1>', 'rejected', /status 403/],
    [403, { errors: [null, 7, 'x'], type: 7, detail: {} }, 'rejected', /status 403/],
    [413, '', 'rejected', /status 413/],
  ])('%i %j', (status, body, kind, reason) => {
    const failure = judge(answered(status, body), 'POST');
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(reason);
  });

  test('a timeline that may not be read at all is about the account', () => {
    expect(judge(answered(403, problem('about:blank', 'No.')), 'GET').kind).toBe('auth');
  });
});

describe('when to come back', () => {
  const at = (s: number) => now / 1000 + s;
  const quarter = (left: number, s: number) => ({
    'x-rate-limit-remaining': left,
    'x-rate-limit-reset': at(s),
  });
  const day = (who: string, left: number, s: number) => ({
    [`x-${who}-limit-24hour-remaining`]: left,
    [`x-${who}-limit-24hour-reset`]: at(s),
  });

  test.each([
    ['the quarter-hour is used up', quarter(0, 600), 600],
    [
      'calls left, so a day is: the user’s',
      { ...quarter(9, 600), ...day('user', 0, 7200), ...day('app', 40, 9000) },
      7200,
    ],
    [
      'calls left, so a day is: the app’s',
      { ...quarter(9, 600), ...day('user', 3, 7200), ...day('app', 0, 9000) },
      9000,
    ],
    ['both are used up: the later', { ...quarter(0, 600), ...day('user', 0, 7200) }, 7200],
    ['calls left, days untold', quarter(9, 600), 600],
    ['our clock runs ahead', quarter(0, -7200), 30],
    ['our clock runs far behind', quarter(0, 90 * 86_400), 86_400],
    ['only Retry-After', { 'retry-after': 45 }, 45],
    ['nothing said', {}, 60],
  ])('%s', (_, told, seconds) => {
    const failure = judge(answered(429, problem('rate-limit-exceeded'), told), 'GET');
    expect(failure).toMatchObject({ kind: 'rate-limited', retryAt: now + seconds * 1000 });
  });

  test('the older code for it, with another status', () => {
    const failure = judge(answered(403, { errors: [{ code: 88 }] }, quarter(0, 60)), 'POST');
    expect(failure).toMatchObject({ kind: 'rate-limited', retryAt: now + 60_000 });
  });
});
