import type { Key } from '../../shared/keys.ts';
import type { Platform } from './keys.ts';

const modifiers = [
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
];

/** The chord of a keydown as shared/keys.ts writes it; null while only modifiers are down or an input method is at work. */
export const recorded = (event: KeyboardEvent, platform: Platform): Key | null => {
  if (event.isComposing || event.keyCode === 229 || modifiers.includes(event.key)) return null;
  const isAltGraph = event.getModifierState('AltGraph');
  const isMod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const isOther = platform === 'mac' ? event.ctrlKey : event.metaKey;
  const name = nameOf(event);
  const isShiftNamed = [...name].length > 1 || /^[A-Z]$/u.test(name) || isMod;
  return [
    isMod && !isAltGraph && 'Mod',
    isOther && (platform === 'mac' ? 'Control' : 'Meta'),
    (event.altKey || isAltGraph) && 'Alt',
    event.shiftKey && isShiftNamed && 'Shift',
    name,
  ]
    .filter(Boolean)
    .join('+');
};

/** Letters by what they are, or, in another script, by where they stand: the same rule by which they are heard. */
const nameOf = ({ key, code }: KeyboardEvent): string => {
  if (key === ' ') return 'Space';
  if ([...key].length > 1) return key;
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  return letter !== undefined && /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key) ? letter : key;
};
