import { photograph, resize } from '../camera.ts';
import type { Desk } from '../desk.ts';
import { expect } from '../fixtures.ts';
import type { Earshot } from '../launch.ts';

export type Shown = Desk & { earshot: Earshot };

/** One desk as it is judged: at a laptop's size and at a screen's, in the dark and in the light. */
export const photographDesk = async (desk: Shown, name: string): Promise<void> => {
  await resize(desk, 1920, 1080);
  await photograph(desk, `${name}-1920x1080`);
  await resize(desk, 1280, 800);
  await inTheme(desk, 'light', () => photograph(desk, `${name}-light`));
  await photograph(desk, `${name}-1280x800`);
};

export const inTheme = async (
  desk: Desk,
  theme: 'light' | 'contrast',
  shoot: () => Promise<void>,
): Promise<void> => {
  for (const [next, then] of [
    [theme, shoot],
    ['dark', () => Promise.resolve()],
  ] as const) {
    await desk.told('settings.save', { theme: next });
    await expect(desk.window.locator(`html[data-theme="${next}"]`)).toBeAttached();
    await then();
  }
};

/** Softphones of this machine are left in peace. */
export const muteSoftphone = async ({ earshot: { app } }: Shown): Promise<void> => {
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.resolve();
  });
};
