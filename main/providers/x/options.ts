import type { Agent } from 'node:https';
import type { Ms } from '../../../shared/model.ts';
import type { Vocabulary } from './vocabulary.ts';

export type XOptions = {
  now: () => Ms;
  /** Every call goes through it, sign-in included; a simulator's agent makes the whole network local. */
  agent?: Agent | undefined;
  /** Longest silence on the wire before a call is given up. */
  timeoutMs?: number | undefined;
  /** The words of our requests. Answers are read in both. */
  vocabulary?: Vocabulary | undefined;
  pagesPerPoll?: number | undefined;
  /** Code points kept of one text. */
  textCap?: number | undefined;
  /** X's own, when not given. */
  imageHosts?: readonly string[] | undefined;
  /** How to let time pass while X works on a film. */
  wait?: Wait | undefined;
};

/** Ends early, without complaint, when the signal is given. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export type XSettings = {
  now: () => Ms;
  agent: Agent;
  timeoutMs: number;
  vocabulary: Vocabulary;
  pagesPerPoll: number;
  textCap: number;
  wait: Wait;
};
