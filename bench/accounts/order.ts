import type { FastTime } from '../../faults/fast-time.ts';

/** What the two processes of this bench are told, as one word of their command line. */
export type NetworkOrder = { brands: number; speed: number; perMinute: number };
export type DeskOrder = { folder: string; port: number; handles: string[]; time: FastTime; lengthMs: number };

export type Lived = {
  /** Processor time of the whole process, from when all accounts were signed in. */
  cpuMs: number;
  memoryMb: number;
  messages: number;
  /** How late its timers ran at most, but for one in a hundred. */
  lateMs: number;
};

export const orderOf = <T>(): T => JSON.parse(process.argv[2] ?? '') as T;
