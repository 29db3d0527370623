import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDirect } from './direct.ts';
import { indexOf, pageOf, type Reading } from './page.ts';
import { readPost } from './post.ts';
import { inOlderWords } from './vocabulary.ts';

const me = { remoteId: '42', handle: 'Hallam', name: 'Hallam', reach: null };
const readingOf = (body: Record<string, unknown>): Reading => {
  const page = pageOf(body);
  return { me, textCap: 20_000, page, posts: indexOf(page) };
};
const plain = readingOf({ data: [] });
const good = { id: '7', text: 'hi', author_id: '9', created_at: '2026-08-01T10:00:00.000Z' };
const directGood = {
  id: '7',
  event_type: 'MessageCreate',
  text: 'hi',
  sender_id: '9',
  created_at: good.created_at,
  dm_conversation_id: '9-42',
};

/** Arbitrary JSON that often uses the right words, so that it comes past the first check. */
const keys = [
  ...Object.keys(good),
  ...Object.keys(directGood),
  'data',
  'includes',
  'tweets',
  'posts',
  'users',
  'meta',
  'referenced_tweets',
  'referenced_posts',
  'entities',
  'mentions',
  'attachments',
  'media_keys',
  'poll_ids',
  'polls',
  'options',
  'label',
  'votes',
  'urls',
  'url',
  'title',
  'withheld',
  'country_codes',
  'note_tweet',
  'edit_history_tweet_ids',
  'edit_history_post_ids',
  'username',
  'type',
  '__proto__',
  'constructor',
];
const leaf = fc.oneof(
  fc.constantFrom<unknown>(...Object.values(good), ...Object.values(directGood), 'quoted', 'retweeted', '42'),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);
const json = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 12 }),
}));
const nearly = fc
  .tuple(fc.constantFrom(good, directGood), fc.dictionary(fc.constantFrom(...keys), json.any, { maxKeys: 6 }))
  .map(([base, odd]) => ({ ...base, ...odd }));

describe('reading is total', () => {
  test.each([
    ['posts', readPost],
    ['direct messages', readDirect],
  ] as const)('%s: whatever arrives is a message or put aside', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(json.any, nearly), json.object, (raw, body) => {
        const result = read(raw, readingOf(body));
        if (result.at === 'message') {
          expect(result.message.remoteId).toMatch(/^\d{1,19}$/);
          expect(result.message.text.isWellFormed()).toBe(true);
          expect(Number.isFinite(result.message.createdAt)).toBe(true);
        } else if (result.at === 'unreadable') {
          expect(result.unreadable.reason).not.toBe('');
          expect(result.unreadable.raw.length).toBeLessThanOrEqual(65_536);
        } else {
          expect((raw as { event_type: unknown }).event_type).not.toBe('MessageCreate');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('deeper than the stack', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
    expect(readPost({ ...good, author_id: deep }, plain)).toMatchObject({
      at: 'unreadable',
      unreadable: { remoteId: '7' },
    });
    expect(readPost({ ...good, entities: deep, geo: deep }, plain).at).toBe('message');
    expect(pageOf({ data: deep, includes: { tweets: deep, users: deep, media: deep } }).data).toHaveLength(1);
  });

  test('a thousand media become fifty, a huge raw becomes 64 KB', () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `3_${i}`);
    const read = readPost({ ...good, attachments: { media_keys: keys } }, plain);
    expect(read).toMatchObject({ at: 'message' });
    expect(read.at === 'message' && read.message.attachments).toHaveLength(50);
    const huge = readPost({ text: 'x'.repeat(1_000_000) }, plain);
    expect(huge.at === 'unreadable' && huge.unreadable.raw.length).toBe(65_536);
  });
});

describe('posts', () => {
  test('what is missing or odd beside the four needed parts costs nothing', () => {
    const read = readPost(
      { ...good, lang: 7, entities: 'none', referenced_tweets: [{}, null, { type: 'quoted', id: '5' }] },
      plain,
    );
    expect(read).toMatchObject({ at: 'message', message: { text: 'hi', lang: null, isSummons: false } });
  });

  test.each(Object.keys(good))('without %s it is put aside', (key) => {
    const read = readPost({ ...good, [key]: undefined }, plain);
    expect(read).toMatchObject({
      at: 'unreadable',
      unreadable: { reason: `A post without a readable ${key}.` },
    });
  });

  test.each([
    ['by id', { entities: { mentions: [{ id: '42', username: 'Renamed' }] } }, true],
    ['by handle, however written', { entities: { mentions: [{ username: 'hALLAM' }] } }, true],
    ['in the long part only', { note_tweet: { text: 'long', entities: { mentions: [{ id: '42' }] } } }, true],
    ['somebody else', { entities: { mentions: [{ id: '43', username: 'Hallamshire' }] } }, false],
    ['by the brand itself', { author_id: '42', entities: { mentions: [{ id: '42' }] } }, false],
    [
      'in a repost',
      { entities: { mentions: [{ id: '42' }] }, referenced_tweets: [{ type: 'retweeted', id: '5' }] },
      false,
    ],
    ['a quote of the brand', { referenced_tweets: [{ type: 'quoted', id: '5' }] }, true],
    ['a quote of somebody', { referenced_tweets: [{ type: 'quoted', id: '6' }] }, false],
    [
      'a reply to the brand without a mention',
      { referenced_tweets: [{ type: 'replied_to', id: '5' }] },
      false,
    ],
  ])('the reply right: %s', (_, odd, isSummons) => {
    const reading = readingOf({
      data: [],
      includes: {
        tweets: [
          { id: '5', author_id: '42' },
          { id: '6', author_id: '9' },
        ],
      },
    });
    expect(readPost({ ...good, ...odd }, reading)).toMatchObject({ message: { isSummons } });
  });

  test('both vocabularies read alike', () => {
    const tweet = {
      ...good,
      referenced_tweets: [{ type: 'replied_to', id: '5' }],
      note_tweet: { text: 'all of it' },
      edit_history_tweet_ids: ['3', '7'],
    };
    const post = {
      ...good,
      referenced_posts: [{ type: 'replied_to', id: '5' }],
      note_post: { text: 'all of it' },
      edit_history_post_ids: ['3', '7'],
    };
    const read = readPost(tweet, plain);
    expect(read).toMatchObject({
      message: { remoteId: '3', versionId: '7', text: 'all of it', inReplyToRemoteId: '5' },
    });
    expect(readPost(inOlderWords(post), plain)).toEqual(read);
  });

  test('media: a still for a film, https only, and what is not described is still there', () => {
    const media = [
      { media_key: '3_1', type: 'photo', url: 'https://x.example/1.jpg', alt_text: 'a &amp; b' },
      { media_key: '7_2', type: 'video', preview_image_url: 'https://x.example/2.jpg' },
      { media_key: '3_3', type: 'photo', url: 'http://x.example/3.jpg' },
    ];
    const reading = readingOf({ data: [], includes: { media } });
    const read = readPost({ ...good, attachments: { media_keys: ['3_1', '7_2', '3_3', '3_4'] } }, reading);
    expect(read.at === 'message' && read.message.attachments).toEqual([
      { kind: 'photo', url: 'https://x.example/1.jpg', altText: 'a & b' },
      { kind: 'video', url: 'https://x.example/2.jpg', altText: null },
      { kind: 'photo', url: null, altText: null },
      { kind: 'other', url: null, altText: null },
    ]);
  });
});

describe('what goes with a text', () => {
  const extrasOf = (odd: Record<string, unknown>, includes: Record<string, unknown> = {}) => {
    const read = readPost({ ...good, ...odd }, readingOf({ data: [], includes }));
    return read.at === 'message' ? read.message.extras : 'no message';
  };

  test('cards: only of pages with a title, by addresses of the web, a few of them', () => {
    const urls = [
      { url: 'https://t.co/1', expanded_url: 'javascript:alert(1)', title: 'by the short address' },
      { url: 'javascript:alert(1)', title: 'no' },
      { url: 'https://t.co/2' },
      { url: 7, title: 'no' },
      { expanded_url: 'https://example.com/3', title: ' a &amp; b ', description: {} },
      { expanded_url: 'https://example.com/3', title: 'again' },
      ...Array.from({ length: 50 }, (_, i) => ({ url: `https://example.com/${i}0`, title: 'more' })),
    ];
    const extras = extrasOf({ entities: { urls } });
    expect(extras).toMatchObject({ poll: null, quoted: null });
    expect(extras !== 'no message' && extras!.cards).toHaveLength(4);
    expect(extras !== 'no message' && extras!.cards.slice(0, 2)).toEqual([
      { url: 'https://t.co/1', title: 'by the short address', description: '' },
      { url: 'https://example.com/3', title: 'again', description: '' },
    ]);
  });

  test('polls: what is missing costs only itself; one that X did not describe is none', () => {
    const attachments = { poll_ids: ['1'] };
    const options = [{ label: 'B', position: 2, votes: 3 }, { label: 'A', position: 1, votes: -1 }, null];
    expect(extrasOf({ attachments }, { polls: [{ id: '1', options, end_datetime: 'soon' }] })).toEqual({
      poll: {
        options: [
          { label: 'A', votes: 0 },
          { label: 'B', votes: 3 },
        ],
        endsAt: null,
      },
      cards: [],
      quoted: null,
    });
    expect(extrasOf({ attachments })).toBeNull();
    expect(extrasOf({ attachments }, { polls: [{ id: '1', options: 'none' }] })).toBeNull();
  });

  test('withheld: put aside without its words', () => {
    const read = readPost({ ...good, withheld: { country_codes: ['DE'] } }, plain);
    expect(read).toMatchObject({ at: 'unreadable', unreadable: { remoteId: '7', raw: '{"id":"7"}' } });
    expect(extrasOf({ withheld: { copyright: false, country_codes: [] } })).toBeNull();
    expect(extrasOf({ withheld: 'odd' })).toBeNull();
  });
});

describe('direct messages', () => {
  test('people coming and going are no messages', () => {
    expect(readDirect({ id: '7', event_type: 'ParticipantsJoin' }, plain)).toEqual({ at: 'nothing' });
  });
  test('a picture without a word is one', () => {
    const { text: _, ...rest } = directGood;
    expect(readDirect({ ...rest, attachments: { media_keys: ['3_1'] } }, plain)).toMatchObject({
      message: { text: '' },
    });
    expect(readDirect(rest, plain)).toMatchObject({
      unreadable: { reason: 'A direct message without a readable text.' },
    });
  });
  test('a group is put aside, and so is what does not say where it went', () => {
    expect(readDirect({ ...directGood, dm_conversation_id: '1234' }, plain)).toMatchObject({
      unreadable: { remoteId: '7' },
    });
    expect(readDirect({ ...directGood, sender_id: '42', dm_conversation_id: undefined }, plain).at).toBe(
      'unreadable',
    );
    expect(readDirect({ ...directGood, dm_conversation_id: undefined }, plain).at).toBe('message');
  });
});
