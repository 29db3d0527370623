import { describe, expect, test } from 'vitest';
import type { Kept, KeptMessage } from '../e2e/kept.ts';
import type { Truth } from '../e2e/truth.ts';
import type { Intent, Picture } from './desk/order.ts';
import type { Disk, Item } from './disk.ts';
import { tokenOf } from './plan.ts';
import { isClean, judge, type Evidence, type Verdict } from './verdict.ts';
import { wordsIn } from './words.ts';

const brand = 'b1';
const [first, second] = [tokenOf(1), tokenOf(2)];

type Post = Truth['posts'][number];
const post = (id: string, change: Partial<Post> = {}): Post =>
  ({
    ...{ id, authorId: 'c1', text: '@brand help', versions: [id], reaches: [brand], origin: 'control' },
    ...{ isDeleted: false, supersededBy: null, media: [] },
    ...change,
  }) as Post;
const answer = (id: string, token: string, change: Partial<Post> = {}): Post =>
  post(id, { text: `@ada ${token} on it ^AB`, reaches: [], origin: 'api', ...change });

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
  ...{ id: 'i1', kind: 'post', text: `${first} on it ^AB`, state: 'sent', code: null, remote_id: 'r1' },
  ...{ in_reply_to: 'p1', after_id: null },
  ...change,
});
const diskOf = (change: Partial<Disk> = {}): Disk => ({
  ...{
    items: [],
    words: new Set<string>(),
    traces: new Set<string>(),
    standing: new Set<string>(),
    leftFiles: [],
  },
  ...change,
});
const judged = (evidence: Partial<Omit<Evidence, 'disk'>> & { items?: Item[]; disk?: Disk }): Verdict =>
  judge({
    ...{ taken: new Set<string>(), intents: [], kept: keptOf(), truth: truthOf() },
    ...evidence,
    disk: evidence.disk ?? diskOf({ items: evidence.items ?? [] }),
  });

describe('what must never happen is seen', () => {
  test('nothing of it: clean', () => {
    const verdict = judged({
      taken: new Set(['i1']),
      items: [item()],
      kept: keptOf({ remote_id: 'p1' }),
      truth: truthOf(post('p1'), answer('r1', first)),
    });
    expect(verdict).toMatchObject({ twice: [], lost: [], wrong: [], missing: [], undead: [], odd: [] });
    expect(isClean(verdict)).toBe(true);
    expect(verdict.counts).toMatchObject({ sent: 1, refused: 0, inbound: 1 });
  });

  test('a post that stands there twice', () => {
    const truth = truthOf(answer('r1', first), answer('r2', first));
    expect(judged({ items: [item()], truth }).twice).toEqual([`${first}: r1, r2`]);
  });

  test('an answer that was promised and is not in the outbox', () => {
    expect(judged({ taken: new Set(['i9']) }).lost).toEqual(['i9']);
  });

  test('an answer that is given up, or left to people, though the network never refused it', () => {
    const failed = item({ state: 'failed', code: 'rejected', remote_id: null });
    const open = item({ id: 'i2', text: second, state: 'uncertain', remote_id: null });
    expect(judged({ items: [failed, open], truth: truthOf(post('p1')) }).lost).toHaveLength(2);
    const { lost, counts } = judged({
      items: [failed],
      truth: truthOf(post('p1', { isDeleted: true })),
    });
    expect(lost).toEqual([]);
    expect(counts.refused).toBe(1);
  });

  test('“sent” without a post, “sent” as another post, “failed” with one', () => {
    const wrongOf = (one: Item, ...posts: Post[]) => judged({ items: [one], truth: truthOf(...posts) }).wrong;
    expect(wrongOf(item())).toHaveLength(1);
    expect(wrongOf(item({ remote_id: 'r7' }), answer('r1', first))).toHaveLength(1);
    expect(wrongOf(item({ state: 'failed' }), answer('r1', first))).toHaveLength(1);
    expect(wrongOf(item(), answer('r1', first))).toEqual([]);
  });

  test('a message of a customer that never came; a deleted one may be missing', () => {
    expect(judged({ truth: truthOf(post('p1')) }).missing).toEqual([`${brand} post p1`]);
    expect(judged({ truth: truthOf(post('p1', { isDeleted: true })) }).missing).toEqual([]);
  });

  test('a message that the network never had, and one kept as it was before its edit', () => {
    const edited = truthOf(
      post('p1', { versions: ['p1', 'p2'], supersededBy: 'p2' }),
      post('p2', { versions: ['p1', 'p2'] }),
    );
    expect(judged({ kept: keptOf({ remote_id: 'p9' }) }).odd).toEqual(['invented: p9']);
    expect(judged({ kept: keptOf({ remote_id: 'p1' }), truth: edited }).odd).toHaveLength(1);
    const current = keptOf({ remote_id: 'p1', version_id: 'p2' });
    expect(judged({ kept: current, truth: edited })).toMatchObject({ odd: [], missing: [] });
  });
});

describe('pictures', () => {
  const picture: Picture = { bytes: 2001, altText: 'The mast' };
  const intent = (change: Partial<Intent> = {}): Intent => ({
    ...{ id: 'i1', brand: 'brand', customer: 'ada', kind: 'post', text: `${first} on it`, rest: [] },
    ...{ picture: null, isQuoting: false },
    ...change,
  });
  const hung = (media: Picture[]): Post =>
    answer('r1', first, {
      media: media.map((one, at) => ({ ...one, id: `m${at}` }) as Post['media'][number]),
    });
  const wrongOf = (wanted: Picture | null, ...media: Picture[]): number =>
    judged({
      items: [item()],
      intents: [intent({ picture: wanted })],
      truth: truthOf(hung(media)),
    }).wrong.length;

  test('its own, once, with its words', () => {
    expect(wrongOf(picture, picture)).toBe(0);
    expect(wrongOf(null)).toBe(0);
  });

  test('none, another’s, one too many, without its words', () => {
    expect(wrongOf(picture)).toBe(1);
    expect(wrongOf(picture, { ...picture, bytes: 2002 })).toBe(1);
    expect(wrongOf(picture, picture, picture)).toBe(1);
    expect(wrongOf(picture, { ...picture, altText: '' })).toBe(1);
    expect(wrongOf(null, picture)).toBe(1);
  });

  test('a file that stays when its message has left', () => {
    expect(judged({ disk: diskOf({ leftFiles: ['u1'] }) }).odd).toHaveLength(1);
  });
});

describe('chains', () => {
  const part = (n: number, change: Partial<Item> = {}): Item =>
    item({
      ...{ id: n === 1 ? 'i1' : `i1/${n}`, text: tokenOf(1, n), remote_id: `r${n}` },
      ...{ in_reply_to: n === 1 ? 'p1' : null, after_id: n === 1 ? null : n === 2 ? 'i1' : `i1/${n - 1}` },
      ...change,
    });
  const stands = (n: number, answers: string): Post =>
    answer(`r${n}`, tokenOf(1, n), { replyTo: { postId: answers, authorId: 'x' } });
  const parts = [part(1), part(2), part(3)];

  test('each part after the one before', () => {
    const verdict = judged({
      items: parts,
      truth: truthOf(stands(1, 'p1'), stands(2, 'r1'), stands(3, 'r2')),
    });
    expect(verdict.wrong).toEqual([]);
    expect(verdict.counts.chains).toBe(1);
  });

  test('a part that hangs elsewhere, or stands without the one before', () => {
    const astray = truthOf(stands(1, 'p1'), stands(2, 'r1'), stands(3, 'r1'));
    expect(judged({ items: parts, truth: astray }).wrong).toHaveLength(1);
    const waiting = [part(1, { state: 'queued', remote_id: null }), part(2)];
    expect(judged({ items: waiting, truth: truthOf(stands(2, 'p1')) }).wrong).toHaveLength(1);
  });

  test('one that was begun anew, or stopped in the middle', () => {
    const anew = truthOf(stands(1, 'p1'), answer('r8', tokenOf(1)), stands(2, 'r1'), stands(3, 'r2'));
    expect(judged({ items: parts, truth: anew }).twice).toHaveLength(1);
    const stopped = [part(1), part(2, { state: 'queued', code: 'held', remote_id: null })];
    expect(judged({ items: stopped, truth: truthOf(stands(1, 'p1')) }).lost).toHaveLength(1);
  });

  test('the rest of one that nobody could answer with any more is refused with its first part', () => {
    const refused = [
      part(1, { state: 'failed', code: 'gone', remote_id: null }),
      part(2, { state: 'queued', code: 'held', remote_id: null }),
    ];
    const { lost, counts } = judged({
      items: refused,
      truth: truthOf(post('p1', { isDeleted: true })),
    });
    expect(lost).toEqual([]);
    expect(counts.refused).toBe(2);
  });
});

describe('what customers deleted', () => {
  const [before, after] = ['abcdefghijklqzx', 'mnopqrstuvwxqzx'];
  const versions = ['p1', 'p2'];
  const truth = truthOf(
    post('p1', { versions, text: `@brand ${before}`, isDeleted: true, supersededBy: 'p2' }),
    post('p2', { versions, text: `@brand ${after}`, isDeleted: true }),
    post('p3', { text: '@brand yzyzyzyzyzyzqzx' }),
  );
  const undead = (change: Partial<Disk>): string[] => judged({ disk: diskOf(change), truth }).undead;
  const found = (text: string): Set<string> => wordsIn(Buffer.from(text));

  test('gone is gone; what others said stays', () => {
    expect(undead({ standing: new Set(['p3']), words: found('\0yzyzyzyzyzyzqzx\0') })).toEqual([]);
  });

  test('bytes that nothing refers to are counted, and are no words', () => {
    const { undead: left, counts } = judged({ disk: diskOf({ traces: found(before) }), truth });
    expect([left, counts.traces]).toEqual([[], 1]);
  });

  test('a post that stands here, and words of any version on the disk', () => {
    expect(undead({ standing: new Set(['p1']) })).toHaveLength(1);
    expect(undead({ words: found(`\0They say: ${before}\0`) })).toHaveLength(1);
    // As an index of words has it, which leaves out how the word before it began.
    expect(undead({ words: found(`\0${after.slice(4)}\0`) })).toHaveLength(1);
  });
});
