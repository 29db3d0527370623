import { describe, expect, test } from 'vitest';
import type { Kept, KeptMessage } from '../e2e/kept.ts';
import type { Truth } from '../e2e/truth.ts';
import { tokenOf } from './plan.ts';
import { isClean, judge, type Item } from './verdict.ts';

const brand = 'b1';
const [first, second] = [tokenOf(1), tokenOf(2)];

type Post = Truth['posts'][number];
const post = (id: string, change: Partial<Post> = {}): Post =>
  ({
    ...{ id, authorId: 'c1', text: '@brand help', versions: [id], reaches: [brand], origin: 'control' },
    ...{ isDeleted: false, supersededBy: null },
    ...change,
  }) as Post;
const answer = (id: string, token: string): Post =>
  post(id, { text: `@ada ${token} on it ^AB`, reaches: [], origin: 'api' });

const truthOf = (...posts: Post[]): Truth => ({
  brands: [{ id: brand, handle: 'brand', name: 'Brand' }],
  counts: { users: 0, posts: posts.length, directs: 0 },
  replay: null,
  users: [],
  posts,
  directs: [],
});
const keptOf = (...messages: Partial<KeptMessage>[]): Kept => ({
  messages: messages.map((message) => ({
    ...{ account: brand, kind: 'post', role: 'in', thread_id: 't1', text: '', reposts: 0 },
    ...{ remote_id: 'p1', version_id: message.remote_id ?? 'p1' },
    ...message,
  })),
  reposts: [],
  threads: [],
});
const item = (change: Partial<Item> = {}): Item => ({
  ...{ id: 'i1', text: `${first} on it ^AB`, state: 'sent', code: null, remote_id: 'r1', in_reply_to: 'p1' },
  ...change,
});
const nothing = keptOf();

describe('what must never happen is seen', () => {
  test('nothing of it: clean', () => {
    const verdict = judge(
      new Set(['i1']),
      [item()],
      keptOf({ remote_id: 'p1' }),
      truthOf(post('p1'), answer('r1', first)),
    );
    expect(verdict).toMatchObject({ twice: [], lost: [], wrong: [], missing: [], odd: [] });
    expect(isClean(verdict)).toBe(true);
    expect(verdict.counts).toEqual({ sent: 1, refused: 0, inbound: 1 });
  });

  test('a post that stands there twice', () => {
    const { twice } = judge(new Set(), [item()], nothing, truthOf(answer('r1', first), answer('r2', first)));
    expect(twice).toEqual([`${first}: r1, r2`]);
  });

  test('an answer that was promised and is not in the outbox', () => {
    expect(judge(new Set(['i9']), [], nothing, truthOf()).lost).toEqual(['i9']);
  });

  test('an answer that is given up, or left to people, though the network never refused it', () => {
    const failed = item({ state: 'failed', code: 'rejected', remote_id: null });
    const open = item({ id: 'i2', text: second, state: 'uncertain', remote_id: null });
    expect(judge(new Set(), [failed, open], nothing, truthOf(post('p1'))).lost).toHaveLength(2);
    const { lost, counts } = judge(new Set(), [failed], nothing, truthOf(post('p1', { isDeleted: true })));
    expect(lost).toEqual([]);
    expect(counts.refused).toBe(1);
  });

  test('“sent” without a post, “sent” as another post, “failed” with one', () => {
    const wrongOf = (one: Item, ...posts: Post[]) =>
      judge(new Set(), [one], nothing, truthOf(...posts)).wrong;
    expect(wrongOf(item())).toHaveLength(1);
    expect(wrongOf(item({ remote_id: 'r7' }), answer('r1', first))).toHaveLength(1);
    expect(wrongOf(item({ state: 'failed' }), answer('r1', first))).toHaveLength(1);
    expect(wrongOf(item(), answer('r1', first))).toEqual([]);
  });

  test('a message of a customer that never came; a deleted one may be missing', () => {
    expect(judge(new Set(), [], nothing, truthOf(post('p1'))).missing).toEqual([`${brand} post p1`]);
    expect(judge(new Set(), [], nothing, truthOf(post('p1', { isDeleted: true }))).missing).toEqual([]);
  });

  test('a message that the network never had, and one kept as it was before its edit', () => {
    const edited = [
      post('p1', { versions: ['p1', 'p2'], supersededBy: 'p2' }),
      post('p2', { versions: ['p1', 'p2'] }),
    ];
    expect(judge(new Set(), [], keptOf({ remote_id: 'p9' }), truthOf()).odd).toEqual(['invented: p9']);
    expect(judge(new Set(), [], keptOf({ remote_id: 'p1' }), truthOf(...edited)).odd).toHaveLength(1);
    const current = keptOf({ remote_id: 'p1', version_id: 'p2' });
    expect(judge(new Set(), [], current, truthOf(...edited))).toMatchObject({ odd: [], missing: [] });
  });
});
