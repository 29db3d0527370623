import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { twelveColumns } from '../columns.ts';
import { executable, machineFlags, root } from './electron.ts';

/** The real desk with twelve columns, and a driver. */
export type Session = { app: ElectronApplication; page: Page; close(): Promise<void> };

const patienceMs = 30_000;
/** Lets the driver join before the window loads (see there). */
const held = path.join(root, 'e2e/held.cjs');

export const openSession = async (deskArgs: readonly string[]): Promise<Session> => {
  const app = await _electron.launch({
    executablePath: executable(),
    args: [...machineFlags(), held, root, ...deskArgs],
    cwd: root,
    timeout: patienceMs,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(patienceMs);
  await page.waitForSelector('article[data-thread-id]');
  await invoke(page, 'settings.save', { columns: twelveColumns });
  await page.reload();
  for (const { id } of twelveColumns)
    await page.waitForSelector(`[data-column="${id}"] article[data-thread-id]`, { state: 'attached' });
  // Lazy parts have come, and the first page's garbage is gone.
  await page.waitForTimeout(2_500);
  return { app, page, close: () => app.close() };
};

/** A request of the window, as its own code would make it. */
export const invoke = async (page: Page, name: string, input: unknown): Promise<void> => {
  const reply = await page.evaluate<{ ok: boolean }>(
    `window.earshot.invoke(${JSON.stringify(name)}, ${JSON.stringify(input)}).then(JSON.parse)`,
  );
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
};
