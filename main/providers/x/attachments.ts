import type { z } from 'zod';
import type { Attachment } from '../../../shared/model.ts';
import { media } from './schema.ts';
import { readText } from './text.ts';

const cap = 50;
const kinds: Readonly<Record<string, Attachment['kind']>> = {
  photo: 'photo',
  video: 'video',
  animated_gif: 'gif',
};

export type MediaByKey = ReadonlyMap<string, Attachment>;

export const readMedia = (raw: readonly unknown[]): MediaByKey =>
  new Map(
    raw.flatMap((entry) => {
      const read = media.safeParse(entry);
      return read.success ? [[read.data.media_key, attachmentOf(read.data)] as const] : [];
    }),
  );

/** A medium X did not describe is still said to be there. */
export const attachmentsOf = (keys: readonly string[], media: MediaByKey): Attachment[] =>
  keys.slice(0, cap).map((key) => media.get(key) ?? { kind: 'other', url: null, altText: null });

/** Of a video the still: the desk shows pictures and opens films on X. */
const attachmentOf = ({ type, url, preview_image_url, alt_text }: z.output<typeof media>): Attachment => ({
  kind: Object.hasOwn(kinds, type) ? (kinds[type] ?? 'other') : 'other',
  url: [url, preview_image_url].find((one) => one?.startsWith('https://') && one.length <= 2000) ?? null,
  altText: alt_text === undefined ? null : readText(alt_text, 1000).text,
});
