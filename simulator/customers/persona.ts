import { fromSource, hash32, type Random, seeded } from '../random.ts';
import type { User } from '../world/model.ts';
import { BIOS, NAMES, NICKNAMES } from './names.ts';
import { isLanguage, type Language } from './phrases/books.ts';

export type Temper = 'calm' | 'cheerful' | 'angry' | 'dry' | 'worried';

/** A person behind a handle: how they write follows from who they are, in this run and in every other. */
export interface Persona {
  user: User;
  language: Language;
  temper: Temper;
  isLowercase: boolean;
  isLoud: boolean;
  typos: number;
  emoji: number;
  phone: string;
}

const LANGUAGES: Readonly<Record<Language, number>> = {
  en: 74,
  pl: 5,
  es: 4,
  ar: 4,
  de: 3,
  ja: 3,
  hi: 3,
  uk: 2,
  fr: 2,
};
const TEMPERS: Readonly<Record<Temper, number>> = { calm: 34, cheerful: 18, angry: 24, dry: 14, worried: 10 };

export function inventPersona(random: Random, nowMs: number, isTaken: (handle: string) => boolean): Persona {
  const language = random.weighted(LANGUAGES);
  const names = NAMES[language];
  const given = random.int(0, names.given.length - 1);
  const latin = names.latin?.[given] ?? plain(names.given[given] as string);
  const family = random.pick(names.family);
  const handle = freeHandle(latin, names.latin ? '' : plain(family), random, isTaken);
  const isKnown = random.chance(0.03);
  const user: User = {
    id: userId(random),
    handle,
    name: displayName(names.given[given] as string, family, language, random),
    isBrand: false,
    createdAtMs: nowMs - random.int(20, 5200) * 86_400_000,
    description: random.pick(BIOS),
    location: random.pick(names.places),
    followers: isKnown ? random.int(12_000, 480_000) : Math.floor(Math.exp(random.next() * 7.5)),
    following: random.int(12, 1900),
    postsBefore: random.int(3, 48_000),
    verified: random.chance(isKnown ? 0.8 : 0.07) ? 'blue' : 'none',
    state: 'active',
  };
  return personaOf(user, language);
}

/** Of somebody we know only from the world, for instance after a restart. */
export function personaOf(user: User, lang: string): Persona {
  const random = seeded(`persona/${user.id}`);
  const temper = random.weighted(TEMPERS);
  return {
    user,
    language: isLanguage(lang) ? lang : 'en',
    temper,
    isLowercase: random.chance(0.22),
    isLoud: temper === 'angry' && random.chance(0.18),
    typos: random.chance(0.15) ? 0.25 : 0,
    emoji: random.chance(0.35) ? 0.5 : 0.05,
    // Numbers that the regulator keeps free for stories.
    phone: phoneOf(fromSource(random.next), hash32(user.id)),
  };
}

function phoneOf(random: Random, salt: number): string {
  const tail = String(salt % 1000).padStart(3, '0');
  return random.pick([
    `07700 900${tail}`,
    `07700900${tail}`,
    `+44 7700 900${tail}`,
    `0113 496 0${tail}`,
    `0114 496 0${tail}`,
  ]);
}

function displayName(given: string, family: string, language: Language, random: Random): string {
  if (language === 'ja') return `${family} ${given}`;
  if (language === 'en' && random.chance(0.08)) return random.pick(NICKNAMES);
  return random.weighted({ full: 60, first: 25, initial: 15 }) === 'full'
    ? `${given} ${family}`
    : random.pick([
        given,
        `${given} ${[...family][0] ?? ''}.`,
        given.toLowerCase(),
        `${given} ${random.pick(['🌱', '🐝', '⚽️', '🎸', '📚', '🏳️‍🌈', '🚲', '☕️', '🍉', '🧶'])}`,
      ]);
}

function freeHandle(
  given: string,
  family: string,
  random: Random,
  isTaken: (handle: string) => boolean,
): string {
  for (;;) {
    const number = random.pick(['', '', String(random.int(1, 99)), String(random.int(1958, 2009))]);
    const shape = random.pick([
      `${given}_${family}`,
      `${given}${family}`,
      `${family}${given}`,
      `${given}_${random.pick(['leeds', 'yorks', 'xo', 'irl', 'lufc', 'swfc', 'books', 'bikes'])}`,
      `${random.pick(['real', 'its', 'the', 'thatguy', 'miss', 'mr'])}${given}`,
    ]);
    const handle = `${shape.replace(/^_+|_+$/g, '').slice(0, 15 - number.length)}${number}`;
    if (/^\w{4,15}$/.test(handle) && !isTaken(handle))
      return random.chance(0.3) ? handle : handle.toLowerCase();
  }
}

function userId(random: Random): string {
  const isOld = random.chance(0.5);
  return isOld
    ? String(random.int(14_000_000, 3_200_000_000))
    : `1${String(random.int(1e8, 9.99e8))}${String(random.int(1e8, 9.99e8))}`;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .replace(/[^A-Za-z]/g, '');
}
