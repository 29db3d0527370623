import type { Queue } from '../../../shared/model.ts';
import { languageOf, type Candidate } from './people.ts';

export type Wanted = {
  queue: Pick<Queue, 'assignment' | 'skill' | 'isLanguage'>;
  /** The customer's language; null: unknown, which anybody may answer. */
  lang: string | null;
  /** Who gave it back or let it lie: not they again. */
  returnedFrom: string | null;
  /** Who last had this customer; null: nobody, or the queue does not ask. */
  sticky: string | null;
  /** Who got the last thread of this queue. */
  turn: string | null;
};

/**
 * Who gets a thread; undefined: nobody can. Whoever last had the customer comes first, then by turns or by load, and
 * those with the same load by turns.
 */
export const pick = (wanted: Wanted, candidates: readonly Candidate[]): Candidate | undefined => {
  if (wanted.queue.assignment === 'off') return undefined;
  const able = candidates.filter((one) => canTake(one, wanted));
  const known = able.find(({ id }) => id === wanted.sticky);
  if (known) return known;
  const inTurn = afterTurn(able, wanted.turn);
  if (wanted.queue.assignment === 'round-robin') return inTurn[0];
  const least = Math.min(...able.map(({ load }) => load));
  return inTurn.find(({ load }) => load === least);
};

const canTake = (one: Candidate, { queue, lang, returnedFrom }: Wanted): boolean =>
  one.load < one.cap &&
  one.id !== returnedFrom &&
  (queue.skill === null || one.skills.has(queue.skill.toLowerCase())) &&
  (!queue.isLanguage || isUnknown(lang) || one.languages.has(languageOf(lang)));

/** What networks say of a text in no language, or in one they can't tell. */
const unknown: readonly string[] = ['und', 'zxx', 'qme', 'qst', 'qam', 'qct', 'qht'];
const isUnknown = (lang: string | null): lang is null => lang === null || unknown.includes(lang);

const afterTurn = (able: readonly Candidate[], turn: string | null): Candidate[] => {
  const at = turn === null ? 0 : able.findIndex(({ id }) => id > turn);
  return at <= 0 ? [...able] : [...able.slice(at), ...able.slice(0, at)];
};
