import type { Input } from '../../shared/api.ts';
import type { Settings } from '../../shared/settings.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { attempt, notify } from '../store/notices.ts';

let saving = 0;
let kept: Settings | undefined;

/** True while an answer is on its way: what is heard of settings meanwhile is older than what is shown. */
export const isSaving = (): boolean => saving > 0;

export const save = (change: Input<'settings.save'>): Promise<boolean> =>
  attempt(async () => {
    saving += 1;
    try {
      kept = await call('settings.save', change);
    } finally {
      saving -= 1;
      if (saving === 0 && kept) {
        set({ settings: kept });
        kept = undefined;
      }
    }
  });

export const themes: readonly Settings['theme'][] = ['system', 'dark', 'light', 'contrast'];
const names: Record<Settings['theme'], string> = {
  system: 'as the system',
  dark: 'dark',
  light: 'light',
  contrast: 'high contrast',
};

export const nextTheme = async (): Promise<void> => {
  const theme = themes[(themes.indexOf(get().settings.theme) + 1) % themes.length] ?? 'system';
  if (await save({ theme })) notify(`Theme: ${names[theme]}.`);
};

export const toggleKeys = async (): Promise<void> => {
  const singleKeys = !get().settings.singleKeys;
  if (await save({ singleKeys }))
    notify(singleKeys ? 'Single-letter keys are on.' : 'Single-letter keys are off.');
};
