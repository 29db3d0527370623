import type { Trade } from '../brands.ts';
import { enMobile } from './en-mobile.ts';
import { enRail } from './en-rail.ts';
import { arabic, hindi, japanese, ukrainian } from './further.ts';
import type { Phrasebook } from './phrasebook.ts';
import { french, german, polish, spanish } from './western.ts';

export type Language = 'en' | 'es' | 'de' | 'fr' | 'pl' | 'ar' | 'ja' | 'hi' | 'uk';

export const BOOKS: Readonly<Record<Language, Readonly<Record<Trade, Phrasebook>>>> = {
  en: { mobile: enMobile, rail: enRail },
  es: spanish,
  de: german,
  fr: french,
  pl: polish,
  ar: arabic,
  ja: japanese,
  hi: hindi,
  uk: ukrainian,
};

export function isLanguage(lang: string): lang is Language {
  return Object.hasOwn(BOOKS, lang);
}
