import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Stream } from '../../shared/model.ts';
import type { Connection, Lookup, Poll, Provider, RemoteMessage } from './provider.ts';
import { ProviderFailure } from './provider.ts';
import { startXRig } from './x/testing/rig.ts';

/** Every provider, against its simulator, in each of its dialects. A new network adds its rig here and nothing else. */
const rigs = [
  { name: 'x, tweet words', start: () => startXRig({ vocabulary: 'tweet' }) },
  { name: 'x, post words', start: () => startXRig({ vocabulary: 'post' }) },
];

describe.each(rigs)('$name', ({ start }) => {
  let rig: Awaited<ReturnType<typeof start>>;
  let provider: Provider;
  let connection: Connection;

  beforeEach(async () => {
    rig = await start();
    provider = rig.provider();
    connection = await provider.connect(rig.box);
  });
  afterEach(() => rig.close());

  test('connecting proves whose account it is', () => {
    expect(connection.account).toMatchObject({ remoteId: rig.brand.remoteId, handle: rig.brand.handle });
    expect(provider.can.streams).toContain('mentions');
  });

  describe('polling', () => {
    test('the first poll brings the recent past, the second only what is new', async () => {
      const one = mention(rig, 'maya', 'help');
      const first = await connection.poll('mentions', null);
      expect(ids(first)).toEqual([one]);
      expect(first).toMatchObject({ hasMore: false, gap: null, unreadable: [] });
      const two = mention(rig, 'omar', 'help too');
      const second = await connection.poll('mentions', first.cursor);
      expect(ids(second)).toEqual([two]);
      expect(ids(await connection.poll('mentions', second.cursor))).toEqual([]);
    });

    test('a quiet stream keeps its place: what comes later is not skipped', async () => {
      const { cursor } = await connection.poll('mentions', null);
      rig.advance(40 * 60 * 60_000);
      const late = mention(rig, 'maya', 'hello');
      rig.advance(30 * 60 * 60_000);
      expect(ids(await connection.poll('mentions', cursor))).toEqual([late]);
    });

    test.each(['mentions', 'own', 'direct'] as const)(
      '%s: many pages, nothing lost and nothing twice',
      async (stream) => {
        const { cursor } = await connection.poll(stream, null);
        const written = write(rig, stream, 450);
        const polls = await drain(connection, stream, cursor);
        expect(polls.length).toBeGreaterThan(1);
        expect(polls.flatMap(ids).toSorted()).toEqual(written.toSorted());
        expect(polls.map(({ gap }) => gap).filter((gap) => gap !== null)).toEqual([]);
      },
    );

    test.each(['mentions', 'direct'] as const)(
      '%s: what arrives while pages are read comes in its turn',
      async (stream) => {
        const { cursor } = await connection.poll(stream, null);
        const written = write(rig, stream, 350);
        const seen: string[] = [];
        let at = cursor;
        for (let i = 0; i < 8; i++) {
          const poll = await connection.poll(stream, at);
          seen.push(...ids(poll));
          at = poll.cursor;
          if (i < 3) written.push(...write(rig, stream, 20));
        }
        expect(seen.toSorted()).toEqual(written.toSorted());
      },
    );

    test('another process goes on from the cursor alone', async () => {
      const { cursor } = await connection.poll('mentions', null);
      const written = write(rig, 'mentions', 420);
      const first = await connection.poll('mentions', cursor);
      expect(first.hasMore).toBe(true);
      const other = await rig.provider().connect(rig.box);
      const rest = await drain(other, 'mentions', first.cursor);
      expect([first, ...rest].flatMap(ids).toSorted()).toEqual(written.toSorted());
    });

    test('faults in between lose nothing and double nothing', async () => {
      connection = await rig.provider({ timeoutMs: 150 }).connect(rig.box);
      const { cursor } = await connection.poll('mentions', null);
      const written = write(rig, 'mentions', 620);
      for (const kind of [
        'status',
        'cut-json',
        'reset-before',
        'bad-json',
        'html',
        '429',
        'redirect',
        'late',
      ]) {
        rig.fault({ kind, path: '*/mentions', times: 2, skip: 1, ms: 100 });
      }
      const seen: string[] = [];
      const kinds = new Set<string>();
      let at = cursor;
      for (let i = 0; i < 60; i++) {
        try {
          const poll = await connection.poll('mentions', at);
          at = poll.cursor;
          seen.push(...ids(poll));
        } catch (error) {
          kinds.add((error as ProviderFailure).kind);
        }
      }
      expect(seen.toSorted()).toEqual(written.toSorted());
      expect([...kinds].toSorted()).toEqual(['network', 'rate-limited']);
    });

    test('a cursor of another version begins anew instead of failing', async () => {
      const one = mention(rig, 'maya', 'help');
      expect(ids(await connection.poll('mentions', '{"v":99}'))).toEqual([one]);
      expect(ids(await connection.poll('mentions', 'not json'))).toEqual([one]);
    });

    test('more than the network keeps within reach is told as a gap', async () => {
      mention(rig, 'maya', 'first');
      const { cursor } = await connection.poll('mentions', null);
      rig.advance(3_600_000);
      const written = write(rig, 'mentions', 900);
      const polls = await drain(connection, 'mentions', cursor);
      const seen = polls.flatMap(ids);
      expect(seen.toSorted()).toEqual(written.slice(100).toSorted());
      const { gap } = polls.at(-1)!;
      expect(gap!.from).toBeLessThan(gap!.to);
      expect(gap!.to).toBeLessThanOrEqual(rig.net.now());
    }, 20_000);

    test('direct messages beyond what the network keeps are told as a gap; all that it has is read', async () => {
      const day = 24 * 3_600_000;
      rig.direct('maya', 'long ago');
      const knownAt = rig.net.now();
      const { cursor } = await connection.poll('direct', null);
      rig.advance(3 * day);
      write(rig, 'direct', 20);
      rig.advance(20 * day);
      const kept = write(rig, 'direct', 230);
      rig.advance(20 * day);
      const polls = await drain(connection, 'direct', cursor);
      expect(polls.flatMap(ids).toSorted()).toEqual(kept.toSorted());
      const { gap } = polls.at(-1)!;
      expect(Math.abs(gap!.from! - knownAt)).toBeLessThan(1000);
      expect(Math.abs(gap!.to - (rig.net.now() - 30 * day))).toBeLessThan(5000);
      expect(polls.slice(0, -1).every((poll) => poll.gap === null)).toBe(true);
      expect((await connection.poll('direct', polls.at(-1)!.cursor)).gap).toBeNull();
    });

    test('everyone named is described, with reach', async () => {
      mention(rig, 'maya', 'help');
      const { identities, messages } = await connection.poll('mentions', null);
      const author = identities.find(({ remoteId }) => remoteId === messages[0]!.authorRemoteId);
      expect(author).toMatchObject({ handle: 'maya', name: 'maya Smith' });
      expect(author!.reach).toBeTypeOf('number');
    });

    test('the post above comes along as context, its author too, and is no summons', async () => {
      const above = rig.say('zoe', 'My train is late again');
      const under = rig.say('maya', `@${rig.brand.handle} yours too?`, { replyTo: above });
      const poll = await connection.poll('mentions', null);
      expect(ids(poll)).toEqual([above, under]);
      const [context, answer] = poll.messages as [RemoteMessage, RemoteMessage];
      expect(context).toMatchObject({ isSummons: false, text: 'My train is late again' });
      expect(answer).toMatchObject({
        isSummons: true,
        inReplyToRemoteId: above,
        toRemoteId: rig.idOf('zoe'),
      });
      expect(poll.identities.map(({ handle }) => handle)).toEqual(expect.arrayContaining(['maya', 'zoe']));
    });

    test('an edit keeps its id and names its version', async () => {
      const first = mention(rig, 'maya', 'brokn');
      const { cursor } = await connection.poll('mentions', null);
      const second = rig.edit(first, `@${rig.brand.handle} broken`);
      const { messages } = await connection.poll('mentions', cursor);
      expect(messages).toMatchObject([
        { remoteId: first, versionId: first, text: `@${rig.brand.handle} brokn` },
        { remoteId: first, versionId: second, text: `@${rig.brand.handle} broken` },
      ]);
    });

    test('an edited post that was never seen brings what it said before; trouble with that costs only that', async () => {
      const first = mention(rig, 'maya', 'one');
      const second = rig.edit(first, `@${rig.brand.handle} two`);
      const third = rig.edit(second, `@${rig.brand.handle} three`);
      const { messages } = await connection.poll('mentions', null);
      expect(messages.map(({ remoteId, versionId }) => [remoteId, versionId])).toEqual([
        [first, first],
        [first, second],
        [first, third],
      ]);
      rig.fault({ kind: 'status', path: '/2/tweets' });
      expect((await connection.poll('mentions', null)).messages).toMatchObject([{ versionId: third }]);
    });

    test('an answer to an edited post names the post, whatever version was answered', async () => {
      const first = mention(rig, 'maya', 'brokn');
      const second = rig.edit(first, `@${rig.brand.handle} broken`);
      rig.say('omar', `@${rig.brand.handle} here too`, { replyTo: second });
      const { messages } = await connection.poll('mentions', null);
      expect(messages.find(({ text }) => text.endsWith('here too'))!.inReplyToRemoteId).toBe(first);
    });

    test('a repost points to its post, a quote of the brand is a summons', async () => {
      const ours = rig.say(rig.brand.handle, 'We are back');
      const theirs = mention(rig, 'maya', 'thanks');
      rig.repost('omar', theirs);
      rig.say('zoe', `really? @${rig.brand.handle}`, { quoteOf: ours });
      const { messages } = await connection.poll('mentions', null);
      expect(messages.find(({ repostOfRemoteId }) => repostOfRemoteId === theirs)).toMatchObject({
        isSummons: false,
      });
      expect(messages.find(({ text }) => text.startsWith('really?'))).toMatchObject({ isSummons: true });
    });

    test('long and awkward text arrives whole', async () => {
      const text = `@${rig.brand.handle} ${'Ölöß 👩‍👩‍👧 <b>&amp; "q" </b> '.repeat(60)}end`;
      rig.say('maya', text);
      const { messages } = await connection.poll('mentions', null);
      expect(messages[0]).toMatchObject({ text, isCut: false });
    });

    test('text over the cap is cut between characters and says so', async () => {
      connection = await rig.provider({ textCap: 15 }).connect(rig.box);
      rig.say('maya', `@${rig.brand.handle} ${'😀'.repeat(40)}`);
      const { text, isCut } = (await connection.poll('mentions', null)).messages[0]!;
      expect(isCut).toBe(true);
      expect([...text]).toHaveLength(15);
      expect(text.isWellFormed()).toBe(true);
    });

    test('a message that cannot be read is put aside with its reason; the rest goes on', async () => {
      const good = mention(rig, 'maya', 'good');
      const bad = mention(rig, 'omar', 'bad');
      const { provider, close } = await rig.tampered((body, path) => {
        if (!path.endsWith('/mentions')) return body;
        const json = JSON.parse(body) as { data?: { id: string; author_id?: unknown }[] };
        for (const post of json.data ?? []) if (post.id === bad) post.author_id = { odd: true };
        return JSON.stringify(json);
      });
      connection = await provider.connect(rig.box);
      const poll = await connection.poll('mentions', null);
      expect(ids(poll)).toEqual([good]);
      expect(poll.unreadable).toMatchObject([
        { remoteId: bad, reason: 'A post without a readable author_id.' },
      ]);
      expect(poll.unreadable[0]!.raw).toContain('"odd":true');
      // Put aside for good: it does not hold the stream up, nor come again.
      expect(ids(await connection.poll('mentions', poll.cursor))).toEqual([]);
      await close();
    });

    test('direct messages tell both parties, in both directions', async () => {
      const from = rig.direct('maya', 'my number is 555');
      const to = rig.direct(rig.brand.handle, 'thank you', 'maya');
      const { messages, identities } = await connection.poll('direct', null);
      const [maya, us] = [rig.idOf('maya'), rig.brand.remoteId];
      expect(messages).toMatchObject([
        { kind: 'dm', remoteId: from, authorRemoteId: maya, toRemoteId: us, isSummons: true },
        { kind: 'dm', remoteId: to, authorRemoteId: us, toRemoteId: maya },
      ]);
      expect(identities.map(({ handle }) => handle)).toContain('maya');
    });

    test('answers sent elsewhere are seen in the own stream', async () => {
      const asked = mention(rig, 'maya', 'help');
      const said = rig.say(rig.brand.handle, '@maya done', { replyTo: asked });
      const poll = await connection.poll('own', null);
      expect(poll.messages.find(({ remoteId }) => remoteId === said)).toMatchObject({
        authorRemoteId: rig.brand.remoteId,
        inReplyToRemoteId: asked,
        toRemoteId: rig.idOf('maya'),
      });
    });

    test('the budget comes from the network', async () => {
      rig.limit(1);
      const { budget } = await connection.poll('mentions', null);
      expect(budget).toMatchObject({ limit: 300, left: 299 });
      expect(budget.resetAt).toBeGreaterThan(rig.net.now());
    });

    test('a call that is stopped ends at once', async () => {
      rig.fault({ kind: 'slow', path: '*/mentions', ms: 90_000 });
      // Longer than this test may take: it does not wait for the answer.
      await failure(connection.poll('mentions', null, AbortSignal.timeout(50)));
    });
  });

  describe('looking up', () => {
    test('posts by id; deleted, hidden and nonsense ids come back as gone', async () => {
      const here = rig.say('zoe', 'still here');
      const deleted = rig.say('zoe', 'gone soon');
      const hidden = rig.say('mallory', 'spam');
      rig.remove(deleted);
      rig.become('mallory', 'suspended');
      const answer = await connection.lookup([here, deleted, hidden, 'nonsense', here]);
      expect(answer.messages.map(({ remoteId }) => remoteId)).toEqual([here]);
      expect(whyGone(answer)).toEqual({ [deleted]: 'deleted', [hidden]: 'protected', nonsense: 'deleted' });
    });

    test('an edited post comes in its newest version, by whichever it was asked for', async () => {
      const first = mention(rig, 'maya', 'brokn');
      const second = rig.edit(first, `@${rig.brand.handle} broken`);
      const third = rig.edit(second, `@${rig.brand.handle} broken again`);
      for (const asked of [first, second, third]) {
        const { messages, gone } = await connection.lookup([asked]);
        expect(gone).toEqual([]);
        expect(messages).toMatchObject([
          { remoteId: first, versionId: third, text: `@${rig.brand.handle} broken again` },
        ]);
      }
      rig.withhold(third);
      for (const asked of [first, second, third]) {
        const { messages, gone } = await connection.lookup([asked]);
        expect(messages).toEqual([]);
        expect(gone).toEqual([{ remoteId: asked, because: 'withheld' }]);
      }
    });

    test('why a post is gone, as far as the network tells; who wrote it tells the rest', async () => {
      const [one, two, three] = [rig.say('zoe', 'a'), rig.say('mallory', 'b'), rig.say('trent', 'c')];
      rig.become('zoe', 'protected');
      rig.become('mallory', 'suspended');
      rig.withhold(three);
      const authors = new Map([
        [one, rig.idOf('zoe')],
        [two, rig.idOf('mallory')],
      ]);
      const answer = await connection.lookup([one, two, three], undefined, authors);
      expect(answer.messages).toEqual([]);
      expect(whyGone(answer)).toEqual({ [one]: 'protected', [two]: 'suspended', [three]: 'withheld' });
    });

    test('more than a hundred', async () => {
      const written = write(rig, 'mentions', 230);
      const { messages } = await connection.lookup(written);
      expect(messages.map(({ remoteId }) => remoteId).toSorted()).toEqual(written.toSorted());
    });
  });

  describe('sending', () => {
    test('a reply is posted once, under the post it answers', async () => {
      const asked = mention(rig, 'maya', 'help');
      const { remoteId } = await connection.send({
        kind: 'post',
        text: 'On it ^AB',
        inReplyToRemoteId: asked,
        mediaIds: [],
      });
      expect(rig.posted()).toMatchObject([{ id: remoteId, replyTo: { postId: asked } }]);
    });

    test('a direct message is sent once', async () => {
      rig.direct('maya', 'hi');
      const { remoteId } = await connection.send({
        kind: 'dm',
        text: 'Hello ^AB',
        toRemoteId: rig.idOf('maya'),
        mediaId: null,
      });
      expect(rig.directed()).toMatchObject([{ id: remoteId, text: 'Hello ^AB' }]);
    });

    test.each([
      ['without the reply right', 'rejected', /author did not mention/],
      ['an identical text', 'rejected', /identical to an earlier post/],
      ['too long', 'rejected', /too long/],
      ['to a deleted post', 'gone', /deleted/],
      ['to nothing', 'rejected', /nothing on X/],
    ])('refused: %s', async (why, kind, reason) => {
      const target =
        why === 'without the reply right' ? rig.say('zoe', 'nobody asked') : mention(rig, 'maya', 'help');
      const item = {
        kind: 'post',
        text: why === 'too long' ? 'x '.repeat(200) : 'On it',
        inReplyToRemoteId: target,
        mediaIds: [],
      } as const;
      if (why === 'an identical text') await connection.send(item);
      if (why === 'to a deleted post') rig.remove(target);
      const before = rig.posted().length;
      const error = await failure(
        connection.send(why === 'to nothing' ? { ...item, inReplyToRemoteId: '' } : item),
      );
      expect(error).toMatchObject({ kind });
      expect(error.message).toMatch(reason);
      expect(rig.posted()).toHaveLength(before);
    });

    const doubtful = [
      ['reset after it was taken', { kind: 'reset-after' }, 1],
      ['reset before it was taken', { kind: 'reset-before' }, 0],
      ['5xx after it was taken', { kind: 'status', status: 503, after: true }, 1],
      ['5xx before it was taken', { kind: 'status', status: 500 }, 0],
      ['answer cut short', { kind: 'cut-json' }, 1],
      ['answer that is no JSON', { kind: 'bad-json' }, 1],
      ['a page instead of an answer', { kind: 'html', status: 200, after: true }, 1],
      ['a redirect', { kind: 'redirect', after: true }, 1],
      ['no answer in time', { kind: 'late', ms: 700 }, 1],
    ] as const;
    test.each(doubtful)('nobody can know: %s', async (_, fault, posted) => {
      connection = await rig.provider({ timeoutMs: 300 }).connect(rig.box);
      const asked = mention(rig, 'maya', 'help');
      rig.direct('maya', 'hi');
      rig.fault({ ...fault, method: 'POST', path: '/2/*' });
      const post = await failure(
        connection.send({ kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] }),
      );
      const dm = await failure(
        connection.send({ kind: 'dm', text: 'On it', toRemoteId: rig.idOf('maya'), mediaId: null }),
      );
      expect([post.kind, dm.kind]).toEqual(['unknown-outcome', 'unknown-outcome']);
      await expect.poll(() => [rig.posted().length, rig.directed().length]).toEqual([posted, posted]);
      // One attempt each, however doubtful.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect([rig.posted().length, rig.directed().length]).toEqual([posted, posted]);
    });

    test('a network that is not there took nothing', async () => {
      const asked = mention(rig, 'maya', 'help');
      await rig.close();
      const error = await failure(
        connection.send({ kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] }),
      );
      expect(error.kind).toBe('network');
    });

    test('out of calls: when to come back', async () => {
      const asked = mention(rig, 'maya', 'help');
      rig.exhaust('POST /2/tweets', 300_000);
      const error = await failure(
        connection.send({ kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] }),
      );
      expect(error).toMatchObject({ kind: 'rate-limited' });
      expect(error.retryAt! - rig.net.now()).toBeGreaterThan(290_000);
      expect(rig.posted()).toHaveLength(0);
    });
  });

  describe('signing in', () => {
    test('an access token that ran out is renewed, stored, then used', async () => {
      rig.advance(3 * 60 * 60_000);
      mention(rig, 'maya', 'help');
      expect(ids(await connection.poll('mentions', null))).toHaveLength(1);
      expect(rig.box.writes).toHaveLength(1);
      expect(rig.refreshed()).toBe(1);
    });

    test('one 401 signs nobody out: it is renewed once, for reading and for sending', async () => {
      const asked = mention(rig, 'maya', 'help');
      rig.expireAccess();
      expect(ids(await connection.poll('mentions', null))).toEqual([asked]);
      rig.advance(120_000);
      rig.expireAccess();
      await connection.send({ kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] });
      expect(rig.posted()).toHaveLength(1);
      expect(rig.refreshed()).toBe(2);
    });

    test('many calls at once renew once', async () => {
      const other = await provider.connect(rig.box);
      rig.expireAccess();
      await Promise.all(
        [connection, other].flatMap((one) => streams.map((stream) => one.poll(stream, null))),
      );
      expect(rig.refreshed()).toBe(1);
    });

    test('a withdrawn app is told as auth, and nothing was sent', async () => {
      const asked = mention(rig, 'maya', 'help');
      rig.revoke();
      expect((await failure(connection.poll('mentions', null))).kind).toBe('auth');
      const error = await failure(
        connection.send({ kind: 'post', text: 'On it', inReplyToRemoteId: asked, mediaIds: [] }),
      );
      expect(error.kind).toBe('auth');
      expect(rig.posted()).toHaveLength(0);
    });

    test('trouble while renewing is trouble with the network, not a lost sign-in', async () => {
      rig.fault({ kind: 'status', path: '/2/oauth2/token', times: 1 });
      rig.expireAccess();
      expect((await failure(connection.poll('mentions', null))).kind).toBe('network');
      expect((await connection.poll('mentions', null)).messages).toEqual([]);
    });

    test('a missing permission is told as auth', async () => {
      const box = await rig.signIn(['tweet.read', 'users.read', 'offline.access']);
      connection = await provider.connect(box);
      expect((await failure(connection.poll('direct', null))).kind).toBe('auth');
    });
  });
});

const streams: readonly Stream[] = ['mentions', 'own', 'direct'];
type Rig = Awaited<ReturnType<(typeof rigs)[number]['start']>>;

const whyGone = ({ gone }: Lookup): Record<string, string> =>
  Object.fromEntries(gone.map(({ remoteId, because }) => [remoteId, because]));

const ids = ({ messages }: Poll): string[] => messages.map(({ remoteId }) => remoteId);

const mention = (rig: Rig, from: string, text: string): string =>
  rig.say(from, `@${rig.brand.handle} ${text}`);

const write = (rig: Rig, stream: Stream, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    if (stream === 'direct') return rig.direct(`user${i % 7}`, `message ${i}`);
    if (stream === 'own') return rig.say(rig.brand.handle, `news ${i}`);
    return mention(rig, `user${i % 7}`, `please ${i}`);
  });

const drain = async (connection: Connection, stream: Stream, from: string | null): Promise<Poll[]> => {
  const polls: Poll[] = [];
  let cursor = from;
  do {
    const poll = await connection.poll(stream, cursor);
    polls.push(poll);
    cursor = poll.cursor;
  } while (polls.at(-1)?.hasMore === true && polls.length < 50);
  return polls;
};

const failure = async (call: Promise<unknown>): Promise<ProviderFailure> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
};
