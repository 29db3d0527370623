import type { Random } from '../random.ts';
import type { Authoring } from '../world/authoring.ts';
import type { Post, User } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { inventPersona, type Persona, personaOf } from './persona.ts';

/** Who has been seen so far. Most messages come from somebody new; some people keep coming back. */
export class Cast {
  readonly #world: World;
  readonly #authoring: Authoring;
  readonly #random: Random;
  readonly #personas = new Map<string, Persona>();
  readonly #regulars: Persona[] = [];

  constructor(world: World, authoring: Authoring, random: Random) {
    this.#world = world;
    this.#authoring = authoring;
    this.#random = random;
  }

  someone(nowMs: number): Persona {
    if (this.#regulars.length > 30 && this.#random.chance(0.12)) {
      const regular = this.#random.pick(this.#regulars);
      if (this.#world.getUser(regular.user.id).state === 'active') return regular;
    }
    const persona = inventPersona(
      this.#random,
      nowMs,
      (handle) => this.#world.findByHandle(handle) !== undefined,
    );
    this.#authoring.putUser(persona.user);
    this.#personas.set(persona.user.id, persona);
    this.#regulars.push(persona);
    if (this.#regulars.length > 400) this.#regulars.shift();
    return persona;
  }

  of(user: User, lang: string): Persona {
    const known = this.#personas.get(user.id) ?? personaOf(user, lang);
    this.#personas.set(user.id, known);
    return known;
  }

  authorOf(post: Post): Persona {
    return this.of(this.#world.getUser(post.authorId), post.lang);
  }
}
