import { weightedLength } from '../world/text.ts';

const LIMIT = 280;
const CUT_AT = 250;

export function isLong(text: string): boolean {
  return text.length > LIMIT / 2 && weightedLength(text) > LIMIT;
}

/** Of a long post `text` holds only the beginning and a link to the post itself; the whole is in the note. */
export function cutText(text: string, postId: string): string {
  let kept = '';
  for (const word of text.split(/(?<=\s)/)) {
    if (weightedLength(kept + word) > CUT_AT) break;
    kept += word;
  }
  if (kept === '') kept = [...text].slice(0, CUT_AT / 2).join('');
  return `${kept.trimEnd()}… https://t.co/${BigInt(postId).toString(36).slice(-10)}`;
}
