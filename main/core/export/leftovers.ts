import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Desk } from '../desk.ts';

/**
 * The files that are being written, kept beside the desk: what a program that was killed left half done somewhere on the
 * disk is taken away at the next start.
 */
const listOf = ({ db }: Pick<Desk, 'db'>): string => `${db.file}.exports.json`;

const read = (desk: Pick<Desk, 'db'>): string[] => {
  try {
    const list = JSON.parse(readFileSync(listOf(desk), 'utf8')) as unknown;
    const isPart = (one: unknown): one is string => typeof one === 'string' && one.endsWith('.part');
    return Array.isArray(list) ? list.filter(isPart) : [];
  } catch {
    return [];
  }
};

const write = (desk: Pick<Desk, 'db'>, parts: readonly string[]): void => {
  if (parts.length === 0) rmSync(listOf(desk), { force: true });
  else writeFileSync(listOf(desk), JSON.stringify(parts), { mode: 0o600 });
};

export const remember = (desk: Pick<Desk, 'db'>, part: string): void => write(desk, [...read(desk), part]);

export const forget = (desk: Pick<Desk, 'db'>, part: string): void =>
  write(
    desk,
    read(desk).filter((other) => other !== part),
  );

/** At the start, before anything new is written. */
export const sweepExports = (desk: Pick<Desk, 'db'>): void => {
  for (const part of read(desk)) rmSync(part, { force: true });
  write(desk, []);
};
