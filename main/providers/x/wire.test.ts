import { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { ProviderFailure, type Connection } from '../provider.ts';
import { createXProvider, type XOptions } from './provider.ts';
import { SimulatorAgent } from './simulator-agent.ts';
import { anySecrets, boxOf } from './testing/box.ts';
import { startStub, type Asked, type Stub } from './testing/stub.ts';

type Answer = Parameters<typeof startStub>[0];

let stub: Stub;
let agent: SimulatorAgent;
const me = { data: { id: '42', name: 'Hallam', username: 'hallam' } };
const isMe = ({ url }: Asked): boolean => url.pathname === '/2/users/me';

const connectTo = async (answer: Answer, options: Partial<XOptions> = {}): Promise<Connection> => {
  stub = await startStub((asked, response) => (isMe(asked) ? me : answer(asked, response)));
  agent = new SimulatorAgent(stub.port);
  return createXProvider({ now: () => 1_800_000_000_000, agent, timeoutMs: 300, ...options }).connect(
    boxOf(anySecrets),
  );
};
const failure = async (call: Promise<unknown>): Promise<ProviderFailure> => {
  const error: unknown = await call.then(
    () => 'no failure',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
};
const reply = { kind: 'post', text: 'On it', inReplyToRemoteId: '7', mediaIds: [] } as const;

afterEach(async () => {
  agent.destroy();
  await stub.close();
});

describe('answers of bad manners', () => {
  test.each([
    ['errors that hold a null, with a refusal', 403, '{"errors":[null]}', 'auth'],
    ['errors that hold a null, with trouble', 503, '{"errors":[null]}', 'network'],
    ['a null', 200, 'null', 'network'],
    ['broken gzip nobody asked for', 200, gzipSync('{"data":[]}').subarray(0, 12), 'network'],
    ['brackets deeper than the stack', 200, `{"data":${'['.repeat(300_000)}`, 'network'],
  ])('%s', async (_, status, body, kind) => {
    const connection = await connectTo((_asked, response) => {
      const encoding = typeof body === 'string' ? {} : { 'content-encoding': 'gzip' };
      response.writeHead(status, { 'content-type': 'application/json', ...encoding }).end(body);
    });
    expect((await failure(connection.poll('mentions', null))).kind).toBe(kind);
  });

  test('a deep but whole answer is read', async () => {
    const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown;
    const connection = await connectTo(() => ({
      data: [{ id: '7', text: 'hi', geo: deep, author_id: deep }],
      meta: {},
    }));
    expect((await connection.poll('mentions', null)).unreadable).toMatchObject([{ remoteId: '7' }]);
  });

  test('an answer without end is given up at 16 MB', async () => {
    const connection = await connectTo(
      (_, response) => {
        const chunk = Buffer.alloc(1024 * 1024, 0x20);
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => void (response.destroyed || response.write(chunk, more));
        more();
      },
      // Both ends of these megabytes are this process: a short patience would be over before a connection stands.
      { timeoutMs: 5000 },
    );
    expect((await failure(connection.poll('mentions', null))).message).toMatch(/too large/);
    expect((await failure(connection.send(reply))).kind).toBe('unknown-outcome');
  });

  test('an answer that drips for ever is given up in the end', async () => {
    const connection = await connectTo(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 700 },
    );
    expect((await failure(connection.poll('mentions', null))).kind).toBe('network');
  });

  test('the account itself may be suspended: a 200 that only holds errors', async () => {
    const connection = await connectTo(() => ({
      errors: [{ detail: 'User has been suspended: [42].', type: 'x' }],
    }));
    expect(await failure(connection.poll('mentions', null))).toMatchObject({ kind: 'auth' });
  });

  test.each([{ data: {} }, { data: { id: 7 } }, { data: null }, { errors: [] }, { meta: {} }])(
    'taken, but the answer names no id: %j',
    async (body) => {
      const connection = await connectTo(() => body);
      expect((await failure(connection.send(reply))).kind).toBe('unknown-outcome');
    },
  );

  test('a post X could not load just now is not gone', async () => {
    const type = (word: string): string => `https://api.x.com/2/problems/${word}`;
    const connection = await connectTo(() => ({
      errors: [
        { resource_id: '1', type: type('resource-not-found') },
        { value: '2', type: type('not-authorized-for-resource') },
        { resource_id: '3', type: type('internal-error') },
        { resource_id: '99', type: type('resource-not-found') },
      ],
    }));
    expect((await connection.lookup(['1', '2', '3', '4'])).gone).toEqual([
      { remoteId: '1', because: 'deleted' },
      { remoteId: '2', because: 'protected' },
    ]);
  });
});

test('who could not be described now is described with a later poll', async () => {
  let isDown = true;
  let data: unknown[] = [{ id: '7', text: 'hi', author_id: '9', created_at: '2026-08-01T10:00:00Z' }];
  const connection = await connectTo((asked, response) => {
    if (asked.url.pathname !== '/2/users') return { data, meta: {} };
    if (isDown) return response.writeHead(503).end() && undefined;
    return { data: [{ id: '9', name: 'Maya', username: 'maya' }] };
  });
  const first = await connection.poll('mentions', null);
  expect(first).toMatchObject({ messages: [{ remoteId: '7' }], identities: [] });
  isDown = false;
  data = [];
  expect((await connection.poll('mentions', first.cursor)).identities).toMatchObject([{ handle: 'maya' }]);
  await connection.poll('mentions', first.cursor);
  expect(stub.asked.filter(({ url }) => url.pathname === '/2/users')).toHaveLength(2);
});

describe('connections', () => {
  test('reading keeps one connection; sending takes a new one', async () => {
    const ports = new Map<string, Set<number>>([
      ['GET', new Set()],
      ['POST', new Set()],
    ]);
    const connection = await connectTo((asked, response) => {
      ports.get(asked.method)!.add(response.socket!.remotePort!);
      return asked.method === 'GET' ? { meta: {} } : { data: { id: '8' } };
    });
    for (let i = 0; i < 15; i++) await connection.poll('mentions', null);
    expect(ports.get('GET')!.size).toBe(1);
    await connection.send(reply);
    expect([...ports.get('POST')!].some((port) => ports.get('GET')!.has(port))).toBe(false);
  });

  test('a connection that never stood sent nothing, whatever the reason', async () => {
    const connection = await connectTo(() => ({}));
    // A connection that hangs while it is made: no error code tells that nothing was sent.
    agent.createConnection = () => Object.assign(new Socket(), { connecting: true });
    expect((await failure(connection.send(reply))).message).toBe(
      'Not sent, X could not be reached: no answer in time.',
    );
    agent.createConnection = () => SimulatorAgent.prototype.createConnection.call(agent);
    await stub.close();
    expect(await failure(connection.send(reply))).toMatchObject({
      kind: 'network',
      message: 'Not sent, X could not be reached: the connection was refused.',
    });
  });
});

describe('401 again and again, with tokens that were just issued', () => {
  test('counts as lost only at the third time in a row, and a POST was never taken', async () => {
    let isDown = true;
    const connection = await connectTo((asked, response) => {
      if (asked.url.pathname === '/2/oauth2/token') return { access_token: 'access-2', refresh_token: 'r2' };
      if (isDown) return response.writeHead(401).end() && undefined;
      return { meta: {} };
    });
    expect((await failure(connection.poll('mentions', null))).kind).toBe('network');
    expect((await failure(connection.send(reply))).kind).toBe('network');
    isDown = false;
    await connection.poll('mentions', null);
    isDown = true;
    const kinds: string[] = [];
    for (let i = 0; i < 3; i++) kinds.push((await failure(connection.poll('mentions', null))).kind);
    expect(kinds).toEqual(['network', 'network', 'auth']);
    expect(stub.asked.filter(({ url }) => url.pathname === '/2/oauth2/token')).toHaveLength(1);
  });
});

describe('the requests', () => {
  test('a reply says what it answers, and nothing else', async () => {
    const connection = await connectTo(() => ({ data: { id: '8', text: 'On it' } }));
    await connection.send(reply);
    await connection
      .send({ kind: 'dm', text: 'Hello', toRemoteId: '9', mediaId: null })
      .catch(() => undefined);
    const [post, dm] = stub.asked.slice(-2) as [Asked, Asked];
    expect(post.url.pathname).toBe('/2/tweets');
    expect(JSON.parse(post.body)).toEqual({ text: 'On it', reply: { in_reply_to_tweet_id: '7' } });
    expect(post.headers.authorization).toBe('Bearer access-1');
    expect(dm.url.pathname).toBe('/2/dm_conversations/with/9/messages');
    expect(JSON.parse(dm.body)).toEqual({ text: 'Hello' });
  });

  test('a post to nobody, with pictures; a direct message with one', async () => {
    const connection = await connectTo(() => ({ data: { id: '8', dm_event_id: '9' } }));
    await connection.send({ kind: 'post', text: 'News', inReplyToRemoteId: null, mediaIds: ['3', '4'] });
    await connection.send({ kind: 'dm', text: '', toRemoteId: '9', mediaId: '3' });
    const [post, dm] = stub.asked.slice(-2) as [Asked, Asked];
    expect(JSON.parse(post.body)).toEqual({ text: 'News', media: { media_ids: ['3', '4'] } });
    expect(JSON.parse(dm.body)).toEqual({ attachments: [{ media_id: '3' }] });
  });

  test('an upload: what it is, its parts as a form, its end, its description', async () => {
    const connection = await connectTo(({ url }, response) => {
      if (url.pathname.endsWith('/append')) return response.writeHead(204).end() && undefined;
      return { data: { id: '5', expires_after_secs: 60 } };
    });
    const file = {
      bytes: 6,
      mime: 'image/png',
      kind: 'photo',
      altText: 'a mast',
      for: 'dm',
      read: () => Promise.resolve(Buffer.from('pixels')),
    } as const;
    const { expiresAt } = await connection.upload(file, { begun: () => {}, progress: () => {} });
    expect(expiresAt).toBe(1_800_000_060_000);
    const [begun, part, end, words] = stub.asked.slice(-4) as [Asked, Asked, Asked, Asked];
    expect(begun.url.pathname).toBe('/2/media/upload/initialize');
    expect(JSON.parse(begun.body)).toEqual({
      media_type: 'image/png',
      total_bytes: 6,
      media_category: 'dm_image',
    });
    expect(part.url.pathname).toBe('/2/media/upload/5/append');
    expect(part.headers['content-type']).toMatch(/^multipart\/form-data/);
    expect(part.body).toMatch(/name="segment_index"\s+0\s/);
    expect(part.body).toContain('pixels');
    expect(end.url.pathname).toBe('/2/media/upload/5/finalize');
    expect(words.url.pathname).toBe('/2/media/metadata');
    expect(JSON.parse(words.body)).toEqual({ id: '5', metadata: { alt_text: { text: 'a mast' } } });
  });

  test('a film X cannot work with is refused; one it works on too long is left for later', async () => {
    let state = 'failed';
    const connection = await connectTo(
      ({ method }) => ({
        data: { id: '5', processing_info: { state: method === 'GET' ? state : 'pending' } },
      }),
      { wait: () => Promise.resolve() },
    );
    const file = {
      bytes: 1,
      mime: 'video/mp4',
      kind: 'video',
      altText: '',
      for: 'post',
      read: () => Promise.resolve(Buffer.from('f')),
    } as const;
    const on = { begun: () => {}, progress: () => {} };
    expect((await failure(connection.upload(file, on))).kind).toBe('rejected');
    state = 'in_progress';
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect((await failure(connection.upload(file, on, undefined, stop.signal))).kind).toBe('network');
  });

  test('the same since_id on every page and in every poll, until the round has come down to it', async () => {
    const since = '1900000000000000000';
    let left = 5;
    const connection = await connectTo(
      () => ({
        data: [{ id: String(1_900_000_000_000_000_100n + BigInt(left)) }],
        meta: --left > 0 ? { next_token: `t${left}` } : {},
      }),
      { pagesPerPoll: 2 },
    );
    let at: string | null = JSON.stringify({ v: 1, since, start: 0, round: null });
    for (let i = 0; i < 3; i++) {
      const { cursor, hasMore } = await connection.poll('mentions', at);
      expect(hasMore).toBe(i < 2);
      at = cursor;
    }
    const asked = stub.asked.filter(({ url }) => url.pathname.endsWith('/mentions'));
    expect(asked.map(({ url }) => url.searchParams.get('since_id'))).toEqual(Array(5).fill(since));
    await connection.poll('mentions', at);
    expect(stub.asked.at(-1)!.url.searchParams.get('since_id')).toBe('1900000000000000105');
  });

  test('the newer words are one switch', async () => {
    const connection = await connectTo(() => ({ meta: {} }), { vocabulary: 'post' });
    await connection.poll('mentions', null);
    const { searchParams } = stub.asked.at(-1)!.url;
    expect(searchParams.has('post.fields')).toBe(true);
    expect([...searchParams.values(), ...searchParams.keys()].join().includes('tweet')).toBe(false);
  });

  test('a dead page token: the oldest id serves in its place', async () => {
    const page = (from: number) => Array.from({ length: 100 }, (_, i) => String(from - i));
    const connection = await connectTo(
      ({ url }, response) => {
        const { searchParams: asked } = url;
        if (asked.has('pagination_token')) {
          response.writeHead(400, { 'content-type': 'application/json' });
          return response.end('{"title":"Invalid Request","type":"x/invalid-request"}') && undefined;
        }
        const top = Number(asked.get('until_id') ?? 2001) - 1;
        return { data: page(top).map((id) => ({ id })), meta: top > 1800 ? { next_token: 't' } : {} };
      },
      { pagesPerPoll: 1 },
    );
    const first = await connection.poll('mentions', null);
    const second = await connection.poll('mentions', first.cursor);
    expect(second.unreadable.map(({ remoteId }) => remoteId)).toEqual(page(1900));
    expect(stub.asked.at(-1)!.url.searchParams.get('until_id')).toBe('1901');
  });

  test('a since_id that X takes no more: its time serves in its place', async () => {
    const since = '1900000000000000000';
    const connection = await connectTo(({ url }, response) => {
      if (!url.searchParams.has('since_id')) return { meta: {} };
      return (
        response.writeHead(400, { 'content-type': 'application/json' }).end('{"title":"Invalid"}') &&
        undefined
      );
    });
    const cursor = JSON.stringify({ v: 1, since, start: 0, round: null });
    await connection.poll('mentions', cursor);
    expect(stub.asked.at(-1)!.url.searchParams.get('start_time')).toBe('2025-03-13T01:44:34Z');
  });

  test('a direct message that names its sender only: the other is known by the conversation, and asked for', async () => {
    const connection = await connectTo(({ url }) => {
      if (url.pathname === '/2/users') return { data: [{ id: '9', name: 'Maya', username: 'maya' }] };
      const event = {
        id: '1900000000000000007',
        event_type: 'MessageCreate',
        text: 'hi',
        sender_id: '42',
        created_at: '2027-01-15T08:00:00.000Z',
        dm_conversation_id: '9-42',
      };
      return { data: [event], includes: { users: [me.data] }, meta: { result_count: 1 } };
    });
    const { messages, identities } = await connection.poll('direct', null);
    expect(messages).toMatchObject([{ authorRemoteId: '42', toRemoteId: '9' }]);
    expect(identities.map(({ handle }) => handle).toSorted()).toEqual(['hallam', 'maya']);
  });

  test('direct messages older than 30 days cannot be fetched: a gap', async () => {
    const now = 1_800_000_000_000;
    const connection = await connectTo(() => ({ data: [], meta: { result_count: 0 } }));
    const cursor = JSON.stringify({ v: 1, since: '1900000000000000000', start: 0, round: null });
    const { gap } = await connection.poll('direct', cursor);
    expect(gap).toEqual({ from: 1_741_830_274_949, to: now - 30 * 86_400_000 });
  });
});
