import { commands, isCommand, type CommandId, type Context } from './commands.ts';

/**
 * A key is one chord (`Mod+K`, `?`, `Shift+J`) or a sequence of them, a space between (`G Q`). `Mod` is ⌘ on a Mac and
 * Ctrl elsewhere; a sign that takes Shift to type is written as the sign alone.
 */
export type Key = string;
export type Overrides = Readonly<Record<string, readonly Key[]>>;
type Binding = { id: CommandId; key: Key };

export const commandIds = Object.keys(commands) as CommandId[];

/** Which commands a key may reach from where the keyboard is, innermost first. */
export const reach: Record<Context, readonly Context[]> = {
  composer: ['composer', 'thread', 'everywhere'],
  note: ['note', 'thread', 'everywhere'],
  replay: ['replay', 'everywhere'],
  thread: ['thread', 'columns', 'everywhere'],
  columns: ['columns', 'thread', 'everywhere'],
  phones: ['phones', 'everywhere'],
  outbox: ['outbox', 'everywhere'],
  scheduled: ['scheduled', 'everywhere'],
  team: ['team', 'everywhere'],
  search: ['search', 'everywhere'],
  review: ['review', 'everywhere'],
  audit: ['audit', 'everywhere'],
  everywhere: ['everywhere', 'columns', 'thread'],
};

/** What this person's keys are: their own where they chose some, else the declared ones. */
export const keysOf = (id: CommandId, overrides: Overrides): readonly Key[] =>
  (Object.hasOwn(overrides, id) ? overrides[id] : undefined) ?? commands[id].keys;

export const chordsIn = (key: Key): readonly string[] => key.split(' ');

/** A letter, digit or sign alone, or a sequence that begins with one: one switch turns them all off. */
export const isSingle = (key: Key): boolean => [...(chordsIn(key)[0] ?? '')].length === 1;

/** Escape leads out of wherever one is: it means several things, innermost first, and is nobody's to give away. */
const fixed = 'Escape';

/** Why no command may have this key, in words; null when one may. */
export const refusal = (key: Key): string | null => {
  const chords = chordsIn(key);
  if (chords.length > 3) return 'A sequence has three keys at most.';
  for (const chord of chords) {
    const { modifiers, name } = partsOf(chord);
    if (name === '') return 'Press a key, not only Shift or Ctrl.';
    if (modifiers.some((one) => !known.has(one)))
      return modifiers.includes('Alt')
        ? 'Alt and AltGr type letters (ą ę ś): nothing of ours sits on them.'
        : `${chord} belongs to the system.`;
    if (name === fixed) return 'Esc always leads back.';
    if (name === 'Tab') return 'Tab moves between the parts of the window.';
    if (reserved.has(chord)) return `${chord.replace('Mod', 'Ctrl')} belongs to text or to the system.`;
    if (/^F(?:1|5|10|11|12)$/u.test(name)) return `${name} belongs to the system.`;
    if (modifiers.includes('Shift') && !modifiers.includes('Mod') && isSign(name))
      return 'Name the sign itself, without Shift.';
  }
  return chords.length > 1 && !chords.every((chord) => isSingle(chord))
    ? 'A sequence is made of single keys.'
    : null;
};

/** The command that stands in the way of this key; null when none does. */
export const conflict = (
  id: CommandId,
  key: Key,
  overrides: Overrides,
): { with: CommandId; key: Key; how: 'same' | 'begins' | 'continues' } | null => {
  for (const other of bindings(overrides)) {
    if (other.id === id && other.key === key) continue;
    const isSeparate = other.id !== id && !meet(commands[id].when, commands[other.id].when);
    if (isSeparate) continue;
    const how = clash(key, other.key);
    if (how !== null) return { with: other.id, key: other.key, how };
  }
  return null;
};

/** The same in words. */
export const conflictWords = ({ with: id, how }: NonNullable<ReturnType<typeof conflict>>): string => {
  const { title } = commands[id];
  if (how === 'same') return `“${title}” has this key.`;
  return how === 'begins'
    ? `A key of “${title}” begins with it, and would never be reached.`
    : `It begins with the key of “${title}”, which would come first.`;
};

/** Overrides after giving a command these keys; the declared ones need no override. */
export const withKeys = (overrides: Overrides, id: CommandId, keys: readonly Key[]): Overrides => {
  const { [id]: _before, ...rest } = overrides;
  return keys.join('\n') === commands[id].keys.join('\n') ? rest : { ...rest, [id]: keys };
};

/** What a file of keys says, as far as it can be had: in the end no key is refused and none stands in another's way. */
export const fitting = (asked: Overrides): { overrides: Overrides; left: readonly string[] } => {
  let overrides: Overrides = {};
  const left: string[] = [];
  const wanted = Object.entries(asked).filter((entry): entry is [CommandId, readonly Key[]] =>
    isCommand(entry[0]),
  );
  // First everything that is given up, so that a key can go from one command to another.
  for (const [id, keys] of wanted) overrides = withKeys(overrides, id, keepFixed(id, keys, []));
  for (const [id, keys] of wanted) {
    const taken: Key[] = [];
    for (const key of keys) {
      if (key === fixed) continue;
      const why = refusal(key) ?? (conflict(id, key, overrides) ? 'taken' : null);
      if (why !== null) left.push(`${commands[id].title}: ${key}`);
      else if (!taken.includes(key)) taken.push(key);
      overrides = withKeys(overrides, id, keepFixed(id, keys, taken));
    }
  }
  return { overrides, left };
};

/** Escape stays where it was declared. */
const keepFixed = (id: CommandId, _asked: readonly Key[], keys: readonly Key[]): readonly Key[] =>
  commands[id].keys.includes(fixed) ? [...keys, fixed] : keys;

/** Pairs that stand in each other's way; empty, or a key would do something else than it says. */
export const clashes = (overrides: Overrides): [Binding, Binding][] => {
  const all = bindings(overrides);
  return all.flatMap((a, at) =>
    all
      .slice(at + 1)
      .filter(
        (b) =>
          (a.id === b.id || meet(commands[a.id].when, commands[b.id].when)) && clash(a.key, b.key) !== null,
      )
      .map((b): [Binding, Binding] => [a, b]),
  );
};

const bindings = (overrides: Overrides): Binding[] =>
  commandIds.flatMap((id) =>
    keysOf(id, overrides)
      .filter((key) => key !== fixed)
      .map((key) => ({ id, key })),
  );

/** Whether commands of both can be reached from one place. */
const meet = (a: Context, b: Context): boolean =>
  Object.values(reach).some((all) => all.includes(a) && all.includes(b));

const clash = (key: Key, other: Key): 'same' | 'begins' | 'continues' | null => {
  if (key === other) return 'same';
  if (other.startsWith(`${key} `)) return 'begins';
  return key.startsWith(`${other} `) ? 'continues' : null;
};

const known = new Set(['Mod', 'Shift']);

/** `Mod++` is Mod and the sign +. */
const partsOf = (chord: string): { modifiers: readonly string[]; name: string } => {
  const cut = chord.endsWith('+') ? chord.length - 1 : chord.lastIndexOf('+') + 1;
  return {
    modifiers: chord
      .slice(0, Math.max(0, cut - 1))
      .split('+')
      .filter(Boolean),
    name: chord.slice(cut),
  };
};

const isSign = (name: string): boolean => [...name].length === 1 && !/^[A-Z]$/u.test(name);

const reserved = new Set([
  ...['C', 'V', 'X', 'Z', 'Y', 'Q', 'W', 'M', 'H', '0', '+', '-', '='].map((name) => `Mod+${name}`),
  ...['V', 'Z', 'I', '+', '='].map((name) => `Mod+Shift+${name}`),
]);
