import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../../shared/settings.ts';
import { log } from './log.ts';
import { origin } from './security/asset-path.ts';

export type Place = { x: number; y: number; width: number; height: number; isMaximized: boolean };
const usual = { width: 1440, height: 900 };

/** The only window factory: sandboxed, isolated, with two functions of ours in it. Opens where it is told, if that is on a screen. */
export const makeWindow = (wanted: Partial<Place> | undefined, theme: Settings['theme']): BrowserWindow => {
  const place = wanted && isVisible(wanted) ? wanted : undefined;
  const window = new BrowserWindow({
    ...usual,
    ...place,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Earshot',
    backgroundColor: inkOf(theme),
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: true,
      navigateOnDragDrop: false,
    },
  });
  if (place?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  comeBack(window);
  void window.loadURL(`${origin}/`);
  return window;
};

/** Soon the first time; one that ends again and again leaves the machine room to breathe. */
const firstMs = 200;
const longestMs = 30_000;

/** A page whose process ended (no memory left, a fault in Chromium) is loaded anew: what was typed is kept as it is typed. */
const comeBack = (window: BrowserWindow): void => {
  let waitMs = firstMs;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error(`the window’s page ended: ${reason} (${exitCode})`);
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, longestMs);
  });
};

export const placeOf = (window: BrowserWindow): Place => {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, isMaximized: window.isMaximized() };
};

/** The colour behind everything (`--ink`), so that no other one flashes before the first paint. */
const inkOf = (theme: Settings['theme']): string => {
  if (theme === 'contrast') return '#000000';
  const isDark = theme === 'system' ? nativeTheme.shouldUseDarkColors : theme === 'dark';
  return isDark ? '#0f1216' : '#f7f7f5';
};

const isVisible = ({ x, y, width, height }: Partial<Place>): boolean =>
  x !== undefined &&
  y !== undefined &&
  [x, y, width, height].every(Number.isFinite) &&
  screen
    .getAllDisplays()
    .some(
      ({ workArea }) =>
        x >= workArea.x - 50 &&
        y >= workArea.y - 50 &&
        x < workArea.x + workArea.width - 100 &&
        y < workArea.y + workArea.height - 100,
    );
