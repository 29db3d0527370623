import { formatForDisplay, matchesKeyboardEvent, parseHotkey, type ParsedHotkey } from '@tanstack/hotkeys';
import type { CommandId } from '../../shared/commands.ts';
import { chordsIn, commandIds, isSingle, keysOf, type Key, type Overrides } from '../../shared/keys.ts';
import { get } from '../store/desk.ts';

export { commandIds };

export type Platform = 'mac' | 'windows' | 'linux';

export type Binding = {
  id: CommandId;
  key: Key;
  /** One after the other; most keys are a single chord. */
  chords: readonly ParsedHotkey[];
  /** A letter, digit or sign: one switch turns them all off. */
  isSingle: boolean;
};

const known = new WeakMap<Overrides, Map<Platform, readonly Binding[]>>();

/** Every key of every command, as declared or as this person chose, parsed once. */
export const bindingsFor = (platform: Platform, overrides: Overrides): readonly Binding[] => {
  const byPlatform = known.get(overrides) ?? new Map<Platform, readonly Binding[]>();
  known.set(overrides, byPlatform);
  const ready = byPlatform.get(platform);
  if (ready) return ready;
  const all = commandIds.flatMap((id) =>
    keysOf(id, overrides).map((key) => ({
      id,
      key,
      chords: chordsIn(key).map((chord) => parseHotkey(chord, platform)),
      isSingle: isSingle(key),
    })),
  );
  byPlatform.set(platform, all);
  return all;
};

/** Of any keyboard: a letter of another script counts by its place; a sign is what is typed, wherever it stands. */
export const isPressed = (event: KeyboardEvent, chord: ParsedHotkey, platform: Platform): boolean =>
  matchesKeyboardEvent(event, chord, platform) && !isAnotherSign(event.key, chord.key ?? '');

/** `?` and `/` share a key on many keyboards. */
const isAnotherSign = (typed: string, wanted: string): boolean =>
  typed !== wanted && sign.test(typed) && sign.test(wanted);
const sign = /^[!-/:-@[-`{-~]$/u;

/** As it is printed on screen: `J`, `↵`, `Ctrl+K`, `G Q`. */
export const printKey = (key: Key, platform: Platform): string =>
  chordsIn(key)
    .map((chord) => printChord(chord, platform))
    .join(' ');

const printChord = (chord: string, platform: Platform): string => {
  if ([...chord].length === 1) return chord;
  const printed = formatForDisplay(
    chord,
    platform === 'mac' ? { platform, separatorToken: '' } : { platform },
  );
  return printed.replace('␣', 'Space');
};

/** The first key of a command, for a hint or a tooltip; empty when it has none. */
export const keyOf = (
  id: CommandId,
  platform: Platform,
  overrides: Overrides = get().settings.keys,
): string => {
  const [first] = keysOf(id, overrides);
  return first === undefined ? '' : printKey(first, platform);
};
