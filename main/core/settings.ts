import type { z } from 'zod';
import type { Right } from '../../shared/roles.ts';
import { settings, type Settings } from '../../shared/settings.ts';
import type { Reader } from '../db/db.ts';
import { put } from '../db/put.ts';
import { assertMay } from './agents.ts';
import { operate, type Desk } from './desk.ts';

/** What holds for everybody, and who may change it: what customers are promised, and what the accounts may cost. */
const agreed: Partial<Record<keyof Settings, Right>> = {
  phoneDueMinutes: 'policy.manage',
  phoneKeptDays: 'policy.manage',
  recheckMicrosPerDay: 'account.manage',
};

/** What this desk remembers. A value that no longer fits falls back to its default, alone. */
export const readSettings = (db: Reader): Settings => {
  const row = db.find<{ value: string }>("SELECT value FROM settings WHERE name = 'desk'");
  const stored = row?.value ?? '{}';
  if (last?.stored !== stored) last = { stored, settings: parse(stored) };
  return last.settings;
};

/** Chores ask many times a second, and what they are told seldom changes: parsed once for a text. */
let last: { stored: string; settings: Settings } | undefined;

const parse = (stored: string): Settings => {
  const fields: Record<string, z.ZodType> = settings.shape;
  const fitting = Object.entries(JSON.parse(stored) as Record<string, unknown>).filter(
    ([name, value]) => fields[name]?.safeParse(value).success,
  );
  return settings.parse(Object.fromEntries(fitting));
};

/** Throws `not-allowed` for what the team has agreed on. */
export const saveSettings = (
  desk: Desk,
  change: { [K in keyof Settings]?: Settings[K] | undefined },
): Settings => {
  for (const [name, right] of Object.entries(agreed))
    if (change[name as keyof Settings] !== undefined) assertMay(desk, right);
  const next = settings.parse({ ...readSettings(desk.db), ...change });
  operate(desk, { op: 'settings.save', by: desk.me, input: { names: Object.keys(change) } }, (tx) => {
    put(tx, 'settings', { name: 'desk', value: JSON.stringify(next) });
    return { value: null };
  });
  return next;
};
