import { gives, nothing, request } from './request.ts';

/** What this machine can check the spelling of. */
export const spellingRequests = {
  'spelling.state': request(nothing, gives<Spelling>()),
};

export type Spelling = {
  /** The system checks by itself, in the languages of its own settings: nothing is chosen here. */
  isBySystem: boolean;
  /** By code: `en-GB`. */
  languages: { code: string; isChosen: boolean; dictionary: Dictionary }[];
};

/**
 * `ready`: it checks. `coming`: its dictionary is being fetched. `missing`: it could not be, and nothing is checked in it.
 * `unknown`: nobody has asked for it yet.
 */
export type Dictionary = 'ready' | 'coming' | 'missing' | 'unknown';
