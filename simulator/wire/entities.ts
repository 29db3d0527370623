import twitter from 'twitter-text';
import type { Link } from '../world/model.ts';
import { escapeText } from '../world/text.ts';
import type { World } from '../world/world.ts';

const HANDLE = /(?<![\w@/])@(\w{1,15})(?![\w@])/g;

interface Span {
  start: number;
  end: number;
}
export interface Entities {
  mentions?: (Span & { username: string; id: string })[];
  hashtags?: (Span & { tag: string })[];
  urls?: (Span & { url: string; expanded_url: string; display_url: string })[];
}

/** Positions count code points of the text as it is sent, with its `&amp;` written out. */
export function entitiesOf(text: string, links: readonly Link[], world: World): Entities | undefined {
  const at = positions(text);
  const entities: Entities = {};
  const mentions = [...text.matchAll(HANDLE)].flatMap((match) => {
    const user = world.findByHandle(match[1] as string);
    if (!user) return [];
    return [{ ...at(match.index, match.index + match[0].length), username: match[1] as string, id: user.id }];
  });
  const hashtags = text.includes('#')
    ? twitter
        .extractHashtagsWithIndices(text)
        .map(({ hashtag, indices }) => ({ ...at(...indices), tag: hashtag }))
    : [];
  const urls = links.flatMap((link) => {
    const start = text.indexOf(link.short);
    if (start < 0) return [];
    return [
      {
        ...at(start, start + link.short.length),
        url: link.short,
        expanded_url: link.target,
        display_url: displayUrl(link.target),
        ...(link.title !== undefined && { title: link.title }),
        ...(link.description !== undefined && { description: link.description }),
      },
    ];
  });
  if (mentions.length > 0) entities.mentions = mentions;
  if (hashtags.length > 0) entities.hashtags = hashtags;
  if (urls.length > 0) entities.urls = urls;
  return Object.keys(entities).length > 0 ? entities : undefined;
}

export function sentLength(text: string): number {
  return [...escapeText(text)].length;
}

function positions(text: string): (from: number, to: number) => Span {
  return (from, to) => ({ start: sentLength(text.slice(0, from)), end: sentLength(text.slice(0, to)) });
}

function displayUrl(target: string): string {
  const bare = target.replace(/^https?:\/\/(www\.)?/, '');
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
}
