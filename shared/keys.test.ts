import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clashes,
  commandIds,
  conflict,
  conflictWords,
  fitting,
  isSingle,
  keysOf,
  refusal,
  withKeys,
  type Overrides,
} from './keys.ts';

describe('the declared keys', () => {
  it('stand in nobody’s way, prefixes of sequences included', () => {
    expect(clashes({})).toEqual([]);
  });

  it('could all be chosen by a person too', () => {
    for (const id of commandIds)
      for (const key of keysOf(id, {}))
        if (key !== 'Escape') expect([id, key, refusal(key)]).toEqual([id, key, null]);
  });
});

describe('a key', () => {
  it.each([
    ['Alt+A', /Alt/],
    ['Mod+Alt+K', /Alt/],
    ['Escape', /Esc/],
    ['Tab', /Tab/],
    ['Shift+Tab', /Tab/],
    ['Mod+C', /belongs/],
    ['Meta+Ctrl+P', /system/],
    ['F5', /system/],
    ['Shift+/', /sign/],
    ['Mod+K G', /single/],
    ['A B C D', /three/],
    ['Shift+', /./],
  ])('%s is refused with the reason', (key, why) => {
    expect(refusal(key)).toMatch(why);
  });

  it.each(['J', '?', 'Mod+K', 'Mod+Shift+P', 'G X', 'G G', 'ArrowUp', 'Mod+,', '+', 'Mod+.'])(
    '%s may be chosen',
    (key) => {
      expect(refusal(key)).toBeNull();
    },
  );

  it('is single when it would type something', () => {
    expect(['J', 'G Q', 'Mod+K', 'ArrowDown'].map(isSingle)).toEqual([true, true, false, false]);
  });
});

describe('a conflict', () => {
  const own: Overrides = { 'help.open': ['~ ~'] };
  it('is said with the command in the way', () => {
    const found = conflict('thread.claim', 'E', {});
    expect(found).toMatchObject({ with: 'thread.resolve', how: 'same' });
    expect(found && conflictWords(found)).toContain('Resolve');
  });

  it('reaches prefixes both ways', () => {
    expect(conflict('thread.claim', '~', own)).toMatchObject({ with: 'help.open', how: 'begins' });
    expect(conflict('thread.claim', '~ ~ ~', own)).toMatchObject({ with: 'help.open', how: 'continues' });
    expect(conflict('thread.claim', '~ @', own)).toBeNull();
  });

  it('is none between what can never be reached from one place', () => {
    expect(conflict('composer.send', 'J', {})).toBeNull();
  });
});

const parts = fc.constantFrom(
  ...'ABEGIJQXZ19?.,;#!'.split(''),
  'ArrowUp',
  'Enter',
  'Space',
  'Mod+K',
  'Mod+Shift+P',
  'Alt+A',
  'Escape',
  'Mod+C',
);
const keys = fc.array(parts, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));

it('after any accepted remaps no two commands reachable from one place share a key or a beginning', () => {
  const step = fc.record({ id: fc.constantFrom(...commandIds), key: keys, isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let overrides: Overrides = {};
      for (const { id, key, isAdded } of steps) {
        // As the recorder does: what is refused changes nothing.
        if (refusal(key) !== null || conflict(id, key, overrides) !== null) continue;
        const before = keysOf(id, overrides);
        if (before.includes(key)) continue;
        overrides = withKeys(overrides, id, isAdded ? [...before, key] : before.toSpliced(0, 1, key));
      }
      expect(clashes(overrides)).toEqual([]);
    }),
  );
});

it('takes of any file only what fits', () => {
  const file = fc.dictionary(
    fc.oneof(fc.constantFrom<string>(...commandIds), fc.string()),
    fc.array(keys, { maxLength: 4 }),
  );
  fc.assert(
    fc.property(file, (asked) => {
      const { overrides } = fitting(asked);
      expect(clashes(overrides)).toEqual([]);
      expect(fitting(overrides)).toEqual({ overrides, left: [] });
    }),
  );
});

it('lets two commands swap their keys in a file', () => {
  const swapped = { 'thread.claim': ['E'], 'thread.resolve': ['I'] };
  expect(fitting(swapped)).toEqual({ overrides: swapped, left: [] });
});
