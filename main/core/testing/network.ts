import type { MessageKind, Ms, Stream } from '../../../shared/model.ts';
import {
  ProviderFailure,
  type Connection,
  type Outgoing,
  type Poll,
  type RemoteMessage,
} from '../../providers/provider.ts';
import { brand, person, post } from './desk.ts';

/** What becomes of one call that sends. */
export type Fate =
  | 'taken'
  /** Refused for good. */
  | 'refused'
  /** Not taken, and said so. */
  | 'limited'
  | 'unreachable'
  /** Nobody hears what became of it: it was not taken, it was, or it is and shows only later. */
  | 'lost-before'
  | 'lost-after'
  | 'lost-late'
  /** The program ends in the middle of the call: before the network has it, or after. */
  | 'killed-before'
  | 'killed-after';

export type Sent = {
  id: string;
  kind: MessageKind;
  text: string;
  to: string | null;
  media: readonly string[];
  createdAt: Ms;
  /** Its makers show it to nobody before then. */
  shownAt: Ms;
};

/** Said where a test ends the program. */
export class Killed extends Error {}

/** A network in memory that is strict where a real one is lenient: it takes everything twice, and forgets nothing. */
export class StrictNetwork {
  readonly sent: Sent[] = [];
  readonly uploaded = new Map<string, number>();
  /** What becomes of the next calls, in turn; then all is taken. */
  fates: Fate[] = [];
  /** Refuses a text it has, as X does, without saying where it is. */
  knowsTexts = false;
  /** How long what shows late takes. */
  lateMs: Ms = 20_000;
  /** Bytes of an upload after which the connection breaks, in turn. */
  breaks: number[] = [];
  #ids = 1000;
  readonly #now: () => Ms;

  constructor(now: () => Ms) {
    this.#now = now;
  }

  connection(): Connection {
    const never = (): never => {
      throw new Error('not part of this test');
    };
    return {
      account: brand,
      send: (item) => this.#send(item),
      poll: (stream, cursor) => Promise.resolve(this.#poll(stream, cursor)),
      upload: (file, on, resume) => this.#upload(file, on, resume),
      lookup: never,
      reread: never,
      probe: never,
    };
  }

  async #send(item: Outgoing): Promise<Awaited<ReturnType<Connection['send']>>> {
    const fate = this.fates.shift() ?? 'taken';
    await Promise.resolve();
    if (fate === 'killed-before') throw new Killed();
    if (fate === 'refused') throw new ProviderFailure('rejected', 'X does not take this.');
    if (fate === 'limited') throw new ProviderFailure('rate-limited', 'Too many.', this.#now() + 60_000);
    if (fate === 'unreachable') throw new ProviderFailure('network', 'No way there.');
    if (fate === 'lost-before') throw new ProviderFailure('unknown-outcome', 'No answer came.');
    if (this.knowsTexts && this.sent.some(({ text }) => text === item.text)) {
      throw new ProviderFailure('rejected', 'X has this very text already.', null, 'duplicate');
    }
    const id = String((this.#ids += 1));
    this.sent.push({
      id,
      kind: item.kind,
      text: item.text,
      to: item.kind === 'post' ? item.inReplyToRemoteId : item.toRemoteId,
      media: item.kind === 'post' ? item.mediaIds : [item.mediaId].filter((one) => one !== null),
      createdAt: this.#now(),
      shownAt: this.#now() + (fate === 'lost-late' ? this.lateMs : 0),
    });
    if (fate === 'killed-after') throw new Killed();
    if (fate === 'lost-after' || fate === 'lost-late') {
      throw new ProviderFailure('unknown-outcome', 'No answer came.');
    }
    return { remoteId: id, budget: noBudget, cost: [] };
  }

  /** Newest id first seen is the cursor, as with `since_id`: what shows late is never told to who has read past it. */
  #poll(stream: Stream, cursor: string | null): Poll {
    const shown = this.sent.filter(
      ({ kind, shownAt }) => (stream === 'direct') === (kind === 'dm') && shownAt <= this.#now(),
    );
    const fresh = shown.filter(({ id }) => Number(id) > Number(cursor ?? 0));
    return {
      messages: fresh.map((one) => this.#remote(one)),
      identities: [brand, person('7')],
      unreadable: [],
      cursor: shown.at(-1)?.id ?? cursor,
      hasMore: false,
      gap: null,
      budget: noBudget,
      cost: [],
    };
  }

  #remote({ id, kind, text, to, createdAt }: Sent): RemoteMessage {
    const toUs = kind === 'post' && this.sent.some((one) => one.id === to);
    return post(id, {
      kind,
      authorRemoteId: brand.remoteId,
      toRemoteId: kind === 'dm' ? to : toUs ? brand.remoteId : to === null ? null : '7',
      inReplyToRemoteId: kind === 'dm' ? null : to,
      text,
      isSummons: false,
      createdAt,
    });
  }

  async #upload(...[file, on, resume]: Parameters<Connection['upload']>) {
    const id = resume?.remoteId ?? `media-${(this.#ids += 1)}`;
    if (!resume) on.begun(id);
    const part = 4;
    for (let from = resume?.sentBytes ?? 0; from < file.bytes; from += part) {
      const to = Math.min(file.bytes, from + part);
      const breakAt = this.breaks[0];
      if (breakAt !== undefined && to > breakAt) {
        this.breaks.shift();
        throw new ProviderFailure('network', 'The connection broke.');
      }
      const { length } = await file.read(from, to);
      this.uploaded.set(id, (this.uploaded.get(id) ?? 0) + length);
      on.progress(to);
    }
    return { remoteId: id, expiresAt: this.#now() + 24 * 3_600_000, cost: [] };
  }
}

const noBudget = { left: null, limit: null, resetAt: null, day: null };
