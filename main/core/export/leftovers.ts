import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Desk } from '../desk.ts';
import { oncePerDesk } from '../once.ts';

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

const write = (desk: Pick<Desk, 'db'>, parts: readonly string[]): void => writeList(listOf(desk), parts);

/** No list, no file. A desk that is only in memory has none. */
export const writeList = (file: string, list: readonly unknown[]): void => {
  if (file.startsWith(':memory:')) return;
  if (list.length === 0) rmSync(file, { force: true });
  else writeFileSync(file, JSON.stringify(list), { mode: 0o600 });
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

export const exportsSwept = oncePerDesk(sweepExports);
