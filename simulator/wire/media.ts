import type { Media } from '../world/model.ts';
import { mediaKey, type Wire } from './post.ts';

export function wireMedia(media: Media, fields: ReadonlySet<string>): Wire {
  const wire: Wire = { media_key: mediaKey(media.id, media.kind), type: media.kind };
  if (fields.has('width')) wire['width'] = media.width;
  if (fields.has('height')) wire['height'] = media.height;
  if (fields.has('url') && media.kind === 'photo')
    wire['url'] = `https://pbs.twimg.example/media/${media.id}.jpg`;
  if (fields.has('preview_image_url') && media.kind !== 'photo') {
    wire['preview_image_url'] = `https://pbs.twimg.example/preview/${media.id}.jpg`;
  }
  if (fields.has('alt_text') && media.altText !== undefined) wire['alt_text'] = media.altText;
  return wire;
}
