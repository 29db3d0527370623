import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright/test';
import { expect } from 'playwright/test';
import type { Desk } from './desk.ts';
import { root, type Earshot } from './launch.ts';

const folder = process.env['EARSHOT_PICTURES'] ?? path.join(root, 'docs/pictures');

type Shown = Desk & { earshot: Earshot };

/** Saves what a person would see, once everything that moves has arrived. */
export const photograph = async ({ window, earshot: { app } }: Shown, name: string): Promise<void> => {
  await window.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'));
};

export const resize = async (
  { window, earshot: { app } }: Shown,
  width: number,
  height: number,
): Promise<void> => {
  await onWindow(app, { width, height });
  await expect.poll(() => window.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
};

const onWindow = (app: ElectronApplication, size: { width: number; height: number }): Promise<void> =>
  app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
