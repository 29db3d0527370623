import { emojiList } from './list.ts';

export type Emoji = { sign: string; words: string };

const all: readonly Emoji[] = emojiList.map((line) => {
  const cut = line.indexOf(' ');
  return { sign: line.slice(0, cut), words: line.slice(cut + 1) };
});

/** So many fit into the list without a reader losing the thread of it. */
const shown = 60;

/** What was used in this window comes first. */
let recent: readonly string[] = [];
export const used = (sign: string): void => {
  recent = [sign, ...recent.filter((one) => one !== sign)].slice(0, 12);
};

/** Every word typed begins a word of the emoji's; the nearest first. */
export const findEmoji = (query: string): Emoji[] => {
  const wanted = query.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = all.filter(({ words }) => {
    const own = words.split(' ');
    return wanted.every((part) => own.some((word) => word.startsWith(part)));
  });
  return fits.sort((a, b) => rank(a, wanted) - rank(b, wanted)).slice(0, shown);
};

const rank = ({ sign, words }: Emoji, wanted: readonly string[]): number => {
  const place = recent.indexOf(sign);
  if (place !== -1) return place - recent.length;
  const own = words.split(' ');
  return wanted.every((part) => own.includes(part)) ? 0 : 1;
};
