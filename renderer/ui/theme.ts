import type { Settings } from '../../shared/settings.ts';
import { themes } from '../commands/settings.ts';
import { set, useDesk } from '../store/desk.ts';

// The settings come a few frames after the first paint; until then the window looks as it did last time.
const name = 'theme';

/** Keeps `data-theme` on <html> true to the setting and, where it follows the system, to the system. */
export const startTheme = (): void => {
  const light = matchMedia('(prefers-color-scheme: light)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const resolve = (theme: Settings['theme']): string => {
    if (theme !== 'system') return theme;
    if (contrast.matches) return 'contrast';
    return light.matches ? 'light' : 'dark';
  };
  const update = (): void => {
    document.documentElement.dataset['theme'] = resolve(useDesk.getState().settings.theme);
  };
  const stored = localStorage.getItem(name);
  const theme = themes.find((one) => one === stored);
  if (theme) set((desk) => ({ settings: { ...desk.settings, theme } }));
  update();
  light.addEventListener('change', update);
  contrast.addEventListener('change', update);
  useDesk.subscribe((desk, before) => {
    if (desk.settings.theme === before.settings.theme) return;
    update();
    localStorage.setItem(name, desk.settings.theme);
  });
};
