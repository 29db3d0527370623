import type { FaultSpec } from '../simulator/faults/spec.ts';
import type { DirectMessage, Post } from '../simulator/world/model.ts';
import type { Truth } from './truth.ts';

/** By route and by what was answered, "reset" where nothing was. */
export type Calls = {
  total: number;
  routes: Record<string, { count: number; statuses: Record<string, number> }>;
};

export type Fault = Partial<FaultSpec> & Pick<FaultSpec, 'kind'>;

/** A simulated network, through its control door: what customers do, what goes wrong, and what is true there. */
export class Network {
  readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  /** A customer writes in public. Without `@brand` in the text it reaches nobody unless it is an answer. */
  say(from: string, text: string, more: { replyTo?: string; photos?: number } = {}): Promise<Post> {
    return this.#ask<Post>('POST', '/control/post', { from, text, ...more });
  }

  direct(from: string, text: string, to?: string): Promise<DirectMessage> {
    return this.#ask<DirectMessage>('POST', '/control/direct', {
      from,
      text,
      ...(to !== undefined && { to }),
    });
  }

  edit(postId: string, text: string): Promise<Post> {
    return this.#ask<Post>('POST', '/control/edit', { postId, text });
  }

  remove(postId: string): Promise<unknown> {
    return this.#ask('POST', '/control/delete', { postId });
  }

  /** The network's own time: moved on, or made to run faster. */
  clock(change: { advanceMs?: number; speed?: number }): Promise<{ nowMs: number }> {
    return this.#ask('POST', '/control/clock', change);
  }

  settings(change: object): Promise<unknown> {
    return this.#ask('POST', '/control/settings', change);
  }

  repost(from: string, postId: string): Promise<Post> {
    return this.#ask<Post>('POST', '/control/repost', { from, postId });
  }

  person(handle: string, about: { name?: string; followers?: number }): Promise<unknown> {
    return this.#ask('POST', '/control/user', { handle, ...about });
  }

  fault(...specs: Fault[]): Promise<unknown> {
    return this.#ask('POST', '/control/faults', specs);
  }

  /** What is armed, and how often it struck. */
  async faults(): Promise<{ struck: number; spec: FaultSpec }[]> {
    return (await this.#ask<{ faults: { struck: number; spec: FaultSpec }[] }>('GET', '/control/faults'))
      .faults;
  }

  noFaults(): Promise<unknown> {
    return this.#ask('DELETE', '/control/faults');
  }

  endTokens(how: 'revoke' | 'expire'): Promise<unknown> {
    return this.#ask('POST', '/control/tokens', { how });
  }

  exhaust(route: string, ms: number): Promise<unknown> {
    return this.#ask('POST', '/control/limits', { exhaust: { route, ms } });
  }

  flood(perSecond: number, seconds: number): Promise<unknown> {
    return this.#ask('POST', '/control/flood', { perSecond, seconds });
  }

  truth(): Promise<Truth> {
    return this.#ask<Truth>('GET', '/control/truth');
  }

  summary(): Promise<Pick<Truth, 'brands' | 'counts' | 'replay'> & { calls: Calls }> {
    return this.#ask('GET', '/control/summary');
  }

  /** What the desk has posted: everything that came through the API. */
  async posted(): Promise<Truth['posts']> {
    const { posts } = await this.truth();
    return posts.filter(({ origin }) => origin === 'api');
  }

  async directed(): Promise<DirectMessage[]> {
    const { directs } = await this.truth();
    return directs.filter(({ origin }) => origin === 'api');
  }

  async #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
