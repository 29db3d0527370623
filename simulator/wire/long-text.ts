import { weightedLength } from '../world/text.ts';

const LIMIT = 280;
const CUT_AT = 250;
/** Counting ten megabytes takes longer than any caller waits, and no link makes so much text short. */
const SURELY_LONG = 25_000;

export function isLong(text: string): boolean {
  return text.length > SURELY_LONG || (text.length > LIMIT / 2 && weightedLength(text) > LIMIT);
}

/** Of a long post `text` holds only the beginning and a link to the post itself; the whole is in the note. */
export function cutText(text: string, postId: string): string {
  let kept = '';
  for (const word of text.slice(0, SURELY_LONG).split(/(?<=\s)/)) {
    if (weightedLength(kept + word) > CUT_AT) break;
    kept += word;
  }
  if (kept === '') kept = [...text.slice(0, CUT_AT)].slice(0, CUT_AT / 2).join('');
  return `${kept.trimEnd()}… https://t.co/${BigInt(postId).toString(36).slice(-10)}`;
}
