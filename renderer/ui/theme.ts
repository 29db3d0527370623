import type { Settings } from '../../shared/settings.ts';
import { useDesk } from '../store/desk.ts';

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
  update();
  light.addEventListener('change', update);
  contrast.addEventListener('change', update);
  useDesk.subscribe((desk, before) => {
    if (desk.settings.theme !== before.settings.theme) update();
  });
};
