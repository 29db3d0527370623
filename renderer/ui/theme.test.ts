import { beforeEach, expect, it } from 'vitest';
import { blank, set } from '../store/desk.ts';
import { startTheme } from './theme.ts';

const worn = (): string | undefined => document.documentElement.dataset['theme'];

const choose = (theme: 'dark' | 'light'): void => set((desk) => ({ settings: { ...desk.settings, theme } }));

beforeEach(() => {
  localStorage.clear();
  set(blank(), true);
});

it('is dark in the first frame, until something else is known', () => {
  startTheme();
  expect(worn()).toBe('dark');
  choose('light');
  expect(worn()).toBe('light');
});

it('is what it was last time, in the first frame', () => {
  startTheme();
  choose('light');
  expect(localStorage.getItem('theme')).toBe('light');
  set(blank(), true);
  localStorage.setItem('theme', 'light');
  startTheme();
  expect(worn()).toBe('light');
});

it('is dark when what was stored means nothing', () => {
  localStorage.setItem('theme', 'plaid');
  startTheme();
  expect(worn()).toBe('dark');
});
