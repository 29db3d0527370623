import type { Vocabulary } from './wire/vocabulary.ts';

/** All that can be chosen about a simulator, with its default. */
export interface Settings {
  port: number;
  seed: string;
  /** Customer messages per minute; 0 is silence. */
  rate: number;
  /** Whether the invented customers play at all, and whether columns are filled at the start. */
  customers: boolean;
  opening: number;
  vocabulary: Vocabulary;
  accessTokenTtlMs: number;
  codeTtlMs: number;
  /** 1 is the network's own numbers, 2 twice as many calls, 0 no limits at all. */
  rateLimitScale: number;
  /** Self-serve rule: an answer only to who mentioned or quoted the brand. */
  replyRight: boolean;
  /** Whether the mention that the network adds to an answer by itself counts as a mention for the reply right. */
  followUpCounts: boolean;
  /** Whether the network puts `@customer` before the text of an answer, as its own apps do. */
  autoMention: boolean;
  /**
   * Where an identical text counts as a duplicate: under the same post, anywhere in the account, or nowhere, for those who
   * must see what a desk does that nobody keeps from sending twice.
   */
  duplicateScope: 'reply' | 'account' | 'nowhere';
  /** What the app was set up for at the network, whatever the brand allowed when signing in. */
  appAccess: 'read' | 'write';
  /** Reads by the owner of the app are cheaper. */
  ownedReads: boolean;
  /** Redirect addresses that the app has registered; empty accepts any loopback address. */
  redirectUris: string[];
  mediaProcessingMs: number;
  journal: string | undefined;
  replay: string | undefined;
  speed: number;
  brand: string | undefined;
  /** In a replay, longer silences of the file are shortened to this before they are sped up. */
  maxGapMs: number;
}

export const DEFAULTS: Settings = {
  port: 0,
  seed: 'hallam',
  rate: 12,
  customers: true,
  opening: 25,
  vocabulary: 'tweet',
  accessTokenTtlMs: 7_200_000,
  codeTtlMs: 30_000,
  rateLimitScale: 1,
  replyRight: true,
  followUpCounts: true,
  autoMention: true,
  duplicateScope: 'reply',
  appAccess: 'write',
  ownedReads: true,
  redirectUris: [],
  mediaProcessingMs: 1500,
  journal: undefined,
  replay: undefined,
  speed: 1,
  brand: undefined,
  maxGapMs: 120_000,
};
