import { expect, it } from 'vitest';
import { columnDefinition } from './filter.ts';
import { presets } from './presets.ts';
import { defaultSettings } from './settings-default.ts';
import { settings, settingsChange } from './settings.ts';

it('has a default for every field, the same in both places', () => {
  expect(settings.parse({})).toEqual(defaultSettings);
});

it('reads what an older desk has stored', () => {
  const older = {
    theme: 'light',
    columns: [{ id: 'a', title: 'A', filter: { isOpen: true }, order: 'oldest' }],
  };
  expect(settings.parse(older)).toEqual({ ...defaultSettings, ...older });
});

it('offers presets that are columns', () => {
  for (const preset of presets) expect(columnDefinition.parse(preset)).toEqual(preset);
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
});

it('changes what is named and nothing else', () => {
  expect(settingsChange.parse({ theme: 'light' })).toEqual({ theme: 'light' });
  expect(settingsChange.parse({})).toEqual({});
  expect(settingsChange.safeParse({ theme: 'pink' }).success).toBe(false);
});
