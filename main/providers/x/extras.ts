import type { z } from 'zod';
import type { Extras } from '../../../shared/model.ts';
import type { RemoteMessage } from '../provider.ts';
import { poll, type post } from './schema.ts';
import { readText } from './text.ts';

export type PollById = ReadonlyMap<string, NonNullable<Extras['poll']>>;

const labelCap = 200;
const cardCap = 4;

export const readPolls = (raw: readonly unknown[]): PollById =>
  new Map(
    raw.flatMap((entry) => {
      const read = poll.safeParse(entry);
      if (!read.success || read.data.options.length === 0) return [];
      const { id, options, end_datetime } = read.data;
      const sorted = options.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
      const told = sorted.map(({ label, votes }) => ({
        label: readText(label, labelCap).text,
        votes: votes ?? 0,
      }));
      return [[id, { options: told, endsAt: end_datetime ?? null }] as const];
    }),
  );

type Post = z.output<typeof post>;

/** The quoted post is named only: its words are filled in when all that came with it has been read. */
export const extrasOf = (raw: Post, quotedId: string | null, polls: PollById): Extras | null => {
  const poll = raw.attachments?.poll_ids.map((id) => polls.get(id)).find((one) => one !== undefined);
  const cards = cardsOf(raw);
  if (poll === undefined && cards.length === 0 && quotedId === null) return null;
  const quoted = quotedId === null ? null : { remoteId: quotedId, handle: null, text: null, createdAt: null };
  return { poll: poll ?? null, cards, quoted };
};

/** X made a card of a link when it says what stands on the page behind it. */
const cardsOf = ({ entities, note_tweet }: Post): Extras['cards'] => {
  const cards = new Map<string, Extras['cards'][number]>();
  for (const link of [...(entities?.urls ?? []), ...(note_tweet?.entities?.urls ?? [])]) {
    const title = readText(link.title ?? '', labelCap).text.trim();
    const url = [link.unwound_url, link.expanded_url, link.url].find(isSafe);
    if (title === '' || url === undefined || cards.size >= cardCap) continue;
    cards.set(url, { url, title, description: readText(link.description ?? '', 400).text.trim() });
  }
  return [...cards.values()];
};

const isSafe = (url: string | undefined): url is string =>
  url !== undefined && url.length <= 2000 && /^https?:\/\//i.test(url) && URL.canParse(url);

/** What came along with the posts whose extras these are. */
export type Around = {
  messages: ReadonlyMap<string, RemoteMessage>;
  handles: ReadonlyMap<string, string>;
  /** What X said it would not show. */
  gone: ReadonlySet<string>;
};

export const nothingAround: Around = { messages: new Map(), handles: new Map(), gone: new Set() };

/**
 * The quoted post with its author and words, as they came along; without them when X said it is gone. Of a post that only came
 * as context X says nothing about what it quotes, and neither do we.
 */
export const withQuoted = (extras: Extras | null, { messages, handles, gone }: Around): Extras | null => {
  if (extras === null || extras.quoted === null) return extras;
  const { remoteId } = extras.quoted;
  const original = messages.get(remoteId);
  if (original !== undefined) {
    const handle = handles.get(original.authorRemoteId) ?? null;
    return { ...extras, quoted: { remoteId, handle, text: original.text, createdAt: original.createdAt } };
  }
  if (gone.has(remoteId)) return extras;
  const isBare = extras.poll === null && extras.cards.length === 0;
  return isBare ? null : { ...extras, quoted: null };
};
