import type { Random } from '../random.ts';
import type { Persona } from './persona.ts';

const MOODS = {
  bad: ['😡', '🙄', '😤', '🤬', '👎', '😩', '💀'],
  good: ['😊', '👏', '🙌', '❤️', '👍🏽', '✨', '🥳'],
  neutral: ['🤔', '👀', '😅', '🤷‍♀️', '🤷🏾‍♂️', '🙃', '📱'],
} as const;
export type Mood = keyof typeof MOODS;

/** The same sentence as this person would type it. Handles and links are left as they are. */
export function inVoice(text: string, persona: Persona, mood: Mood, random: Random): string {
  let spoken = text;
  if (persona.isLoud && random.chance(0.5)) spoken = words(spoken, (word) => word.toUpperCase());
  else if (persona.isLowercase && persona.language !== 'ar')
    spoken = words(spoken, (word) => word.toLowerCase());
  if (persona.typos > 0 && random.chance(persona.typos)) spoken = withTypo(spoken, random);
  if (persona.isLowercase && random.chance(0.6))
    spoken = spoken.replace(/\.(?=\s|$)/g, '').replaceAll('’', '');
  if (persona.temper === 'angry' && random.chance(0.3))
    spoken = spoken.replace(/[.?]$/, random.pick(['!!', '!!!', '?!', '.']));
  const hasEmoji = /\p{Extended_Pictographic}/u.test(spoken);
  if (!hasEmoji && random.chance(persona.emoji)) {
    const emoji = random.pick(MOODS[mood]);
    spoken += ` ${emoji.repeat(random.chance(0.15) ? 3 : 1)}`;
  }
  return spoken;
}

/** Where the handle goes when the sentence does not say. */
export function addressed(text: string, handle: string, random: Random): string {
  const at = `@${handle}`;
  if (text.includes(at)) return text;
  return random.chance(0.6) ? `${at} ${text}` : `${text} ${at}`;
}

function words(text: string, change: (word: string) => string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (/^[@#(]|:\/\/|\.\w{2}|\d/.test(word) ? word : change(word)))
    .join('');
}

function withTypo(text: string, random: Random): string {
  const long = text.split(' ').filter((word) => /^[a-z]{5,}$/.test(word));
  if (long.length === 0) return text;
  const word = random.pick(long);
  const at = random.int(1, word.length - 3);
  const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return text.replace(word, swapped);
}
