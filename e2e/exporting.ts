import { expect } from 'playwright/test';
import type { Desk } from './desk.ts';
import type { Earshot } from './launch.ts';

/** The system's dialog is answered with this place; null: it is left. */
export const savesTo = (app: Earshot['app'], place: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    const answer = { canceled: filePath === null, filePath: filePath ?? '' };
    Object.assign(dialog, {
      showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) => {
        Object.assign(globalThis, { offered: defaultPath });
        return Promise.resolve(answer);
      },
    });
  }, place);

export const offered = (app: Earshot['app']): Promise<string> =>
  app.evaluate(() => (globalThis as unknown as { offered: string }).offered);

/** Chooses a form of the export in its dialog, and goes on. */
export const exportAs = async (desk: Desk, label: RegExp): Promise<void> => {
  const dialog = desk.dialog('Export');
  await expect(dialog).toBeVisible();
  await desk.tabTo(/PDF|CSV|JSON/u);
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  const wanted = dialog.getByRole('radio', { name: label });
  for (let step = 0; step < 4 && !(await wanted.isChecked()); step += 1) await desk.press('ArrowDown');
  await expect(wanted).toBeChecked();
  await desk.press('Enter');
};
