import { formatForDisplay, matchesKeyboardEvent, parseHotkey, type ParsedHotkey } from '@tanstack/hotkeys';
import { commands, type CommandId } from '../../shared/commands.ts';

export type Platform = 'mac' | 'windows' | 'linux';

export type Chord = {
  id: CommandId;
  parsed: ParsedHotkey;
  /** A letter, digit or sign alone: one switch turns them all off. */
  isSingle: boolean;
};

export const commandIds = Object.keys(commands) as CommandId[];

const known = new Map<Platform, readonly Chord[]>();

/** Every declared key, parsed once. */
export const chordsFor = (platform: Platform): readonly Chord[] => {
  const ready = known.get(platform);
  if (ready) return ready;
  const chords = commandIds.flatMap((id) =>
    commands[id].keys.map((key) => ({
      id,
      parsed: parseHotkey(key, platform),
      isSingle: [...key].length === 1,
    })),
  );
  known.set(platform, chords);
  return chords;
};

export const isPressed = (event: KeyboardEvent, chord: Chord, platform: Platform): boolean =>
  matchesKeyboardEvent(event, chord.parsed, platform);

/** As it is printed on screen: `J`, `↵`, `Ctrl+K`. */
export const printKey = (key: string, platform: Platform): string => {
  if ([...key].length === 1) return key;
  const printed = formatForDisplay(key, platform === 'mac' ? { platform, separatorToken: '' } : { platform });
  return printed.replace('␣', 'Space');
};

/** The first key of a command, for a hint or a tooltip; empty when it has none. */
export const keyOf = (id: CommandId, platform: Platform): string => {
  const [first] = commands[id].keys;
  return first === undefined ? '' : printKey(first, platform);
};
