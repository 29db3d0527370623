import type { Random } from '../random.ts';
import type { Authoring } from '../world/authoring.ts';
import type { Origin, Post, User } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { Brand } from './brands.ts';
import type { Cast } from './cast.ts';
import type { Persona } from './persona.ts';
import type { Act, Oddity, Writer } from './writer.ts';

export type Scene =
  | 'complaint'
  | 'question'
  | 'praise'
  | 'banter'
  | 'odd'
  | 'chimeIn'
  | 'nudge'
  | 'repost'
  | 'quote'
  | 'direct'
  | 'amend';

const WEIGHTS: Readonly<Record<Scene, number>> = {
  complaint: 38,
  question: 19,
  praise: 7,
  banter: 6,
  odd: 5,
  chimeIn: 8,
  nudge: 4,
  repost: 3,
  quote: 1,
  direct: 7,
  amend: 2,
};
/** What one can do something about: nobody says "same here" to praise. */
const TARGETS: Readonly<Partial<Record<Scene, readonly Act[]>>> = {
  chimeIn: ['complaint', 'outage'],
  nudge: ['complaint', 'question'],
  repost: ['complaint', 'praise', 'banter'],
  quote: ['complaint', 'banter'],
  amend: ['complaint', 'question', 'praise', 'banter'],
};
const ODDITIES: Readonly<Record<Oddity, number>> = { spam: 6, hostile: 3, letter: 2 };

/** One beat of the day: somebody does something, and it is in the world when `play` returns. */
export class Scenes {
  readonly #world: World;
  readonly #authoring: Authoring;
  readonly #random: Random;
  readonly #cast: Cast;
  readonly #writer: Writer;
  readonly #brands: readonly Brand[];
  readonly #bots = new Set<string>();
  /** What people could react to; the last ones only, a timeline is short-lived. */
  readonly #recent: { post: Post; act: Act }[] = [];

  constructor(parts: {
    world: World;
    authoring: Authoring;
    random: Random;
    cast: Cast;
    writer: Writer;
    brands: readonly Brand[];
  }) {
    this.#world = parts.world;
    this.#authoring = parts.authoring;
    this.#random = parts.random;
    this.#cast = parts.cast;
    this.#writer = parts.writer;
    this.#brands = parts.brands;
  }

  play(atMs: number, scene: Scene = this.#random.weighted(WEIGHTS)): void {
    const brand = this.#brand();
    const target = this.#target(TARGETS[scene] ?? ['complaint']);
    switch (scene) {
      case 'direct':
        this.direct(brand, this.#cast.someone(atMs), 'directOpening', atMs);
        return;
      case 'odd':
        this.#odd(brand, atMs);
        return;
      case 'chimeIn':
        if (target) this.#answer(target, this.#cast.someone(atMs), 'chimeIn', atMs);
        else this.#post(brand, 'complaint', atMs);
        return;
      case 'nudge':
        if (target && !this.#isAnswered(target))
          this.#answer(target, this.#cast.authorOf(target), 'nudge', atMs);
        else this.#post(brand, 'complaint', atMs);
        return;
      case 'repost':
        if (target) this.#authoring.repost(this.#cast.someone(atMs).user, target, atMs, 'script');
        else this.#post(brand, 'praise', atMs);
        return;
      case 'quote':
        this.#quote(brand, target, atMs);
        return;
      case 'amend':
        this.#amend(target, brand, atMs);
        return;
      default:
        this.#post(brand, scene, atMs);
    }
  }

  /** In the wave everybody speaks about one thing. */
  outage(city: string, act: 'outage' | 'restored', atMs: number): void {
    const brand = this.#brands[0] as Brand;
    const persona = this.#cast.someone(atMs);
    const target = this.#target(['outage']);
    if (target && act === 'outage' && this.#random.chance(0.08)) {
      this.#authoring.repost(persona.user, target, atMs, 'script');
      return;
    }
    const text = this.#writer.say(act, persona, brand, { city: [city] });
    this.#remember(this.#write(persona, text, atMs), act);
  }

  say(brand: Brand, persona: Persona, act: Act, atMs: number, replyTo: Post): Post {
    return this.#write(persona, this.#writer.say(act, persona, brand), atMs, { replyTo });
  }

  direct(brand: Brand, persona: Persona, act: Act, atMs: number): void {
    const text = this.#writer.say(act, persona, brand);
    this.#authoring.writeDirect({
      sender: persona.user,
      recipient: brand.user,
      text,
      atMs,
      origin: 'script',
    });
  }

  /** Who sells pills does not read the answers. */
  isBot(userId: string): boolean {
    return this.#bots.has(userId);
  }

  /** Just words for this brand, for those who need very many of them. */
  anything(user: User, atMs: number, origin: Origin): void {
    const brand = this.brandOf(user);
    const persona = this.#cast.someone(atMs);
    const act = this.#random.pick(['complaint', 'complaint', 'question', 'praise', 'banter'] as const);
    this.#authoring.writePost({
      author: persona.user,
      text: this.#writer.say(act, persona, brand),
      lang: persona.language,
      atMs,
      origin,
      likes: this.#random.int(0, 3),
    });
  }

  anyDirect(user: User, atMs: number, origin: Origin): void {
    const brand = this.brandOf(user);
    const persona = this.#cast.someone(atMs);
    const text = this.#writer.say('directOpening', persona, brand);
    this.#authoring.writeDirect({ sender: persona.user, recipient: user, text, atMs, origin });
  }

  brandOf(user: User): Brand {
    return this.#brands.find((brand) => brand.user.id === user.id) ?? { user, trade: 'mobile' };
  }

  #brand(): Brand {
    const [first, second] = this.#brands;
    return this.#random.chance(0.62) ? (first as Brand) : (second ?? (first as Brand));
  }

  #target(acts: readonly Act[]): Post | undefined {
    const fitting = this.#recent.filter(({ post, act }) => acts.includes(act) && this.#world.isListed(post));
    return fitting.length > 0 ? this.#random.pick(fitting).post : undefined;
  }

  #post(brand: Brand, act: Act, atMs: number): void {
    const persona = this.#cast.someone(atMs);
    this.#remember(this.#write(persona, this.#writer.say(act, persona, brand), atMs), act);
  }

  #answer(target: Post, persona: Persona, act: Act, atMs: number): void {
    const brand = this.#brands.find(({ user }) => target.mentions.includes(user.id)) ?? this.#brand();
    const author = this.#world.getUser(target.authorId);
    const text = this.#writer.say(act, persona, brand);
    const isToAnother = author.id !== persona.user.id;
    this.#write(persona, isToAnother ? `@${author.handle} ${text}` : text, atMs, { replyTo: target });
  }

  #odd(brand: Brand, atMs: number): void {
    const persona = this.#cast.someone(atMs);
    const kind = this.#random.weighted(ODDITIES);
    const post = this.#write({ ...persona, language: 'en' }, this.#writer.odd(kind, brand), atMs);
    if (kind === 'spam') this.#bots.add(post.authorId);
  }

  #quote(brand: Brand, target: Post | undefined, atMs: number): void {
    const ours = this.#world.indexes.byAuthor.get(brand.user.id)?.at(-1);
    const quoted = ours && this.#world.isListed(ours) ? ours : target;
    const persona = this.#cast.someone(atMs);
    const text = this.#writer.say(ours ? 'grumble' : 'banter', persona, brand);
    this.#write(persona, text, atMs, quoted ? { quoteOf: quoted } : {});
  }

  /** People correct themselves, or think better of it. */
  #amend(target: Post | undefined, brand: Brand, atMs: number): void {
    if (!target || target.versions.length > 1) this.#post(brand, 'question', atMs);
    else if (this.#random.chance(0.5)) this.#authoring.deletePost(target, atMs);
    else
      this.#authoring.editPost(
        target,
        `${target.text} ${this.#random.pick(['(edited: spelling)', '*sorry, typo', '(sorry, autocorrect)'])}`,
        atMs,
      );
  }

  #write(persona: Persona, text: string, atMs: number, more: { replyTo?: Post; quoteOf?: Post } = {}): Post {
    const reach = Math.log10(persona.user.followers + 1);
    return this.#authoring.writePost({
      author: persona.user,
      text,
      lang: persona.language,
      atMs,
      origin: 'script',
      likes: Math.floor(this.#random.next() ** 3 * 4 ** reach),
      ...(this.#random.chance(0.06) && { mediaIds: [this.#photo(persona.user, atMs)] }),
      ...more,
    });
  }

  #photo(owner: User, atMs: number): string {
    const id = this.#authoring.newMediaId(atMs);
    const [width, height] = this.#random.pick([
      [1200, 900],
      [1080, 1920],
      [2048, 1536],
    ] as const);
    this.#authoring.addMedia({
      id,
      ownerId: owner.id,
      kind: 'photo',
      mimeType: 'image/jpeg',
      bytes: 184_220,
      width,
      height,
    });
    return id;
  }

  #remember(post: Post, act: Act): void {
    this.#recent.push({ post, act });
    if (this.#recent.length > 16) this.#recent.shift();
  }

  #isAnswered(post: Post): boolean {
    const conversation = this.#world.indexes.inConversation.get(post.conversationId) ?? [];
    return conversation.some(
      (other) => other.replyTo?.postId === post.id && this.#world.getUser(other.authorId).isBrand,
    );
  }
}
