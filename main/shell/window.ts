import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../../shared/settings.ts';
import { readJson, writeJson } from './json-file.ts';
import { origin } from './security/asset-path.ts';

type Place = { x: number; y: number; width: number; height: number; isMaximized: boolean };
const usual = { width: 1440, height: 900 };

/** The only window factory: sandboxed, isolated, with two functions of ours in it. Comes back where it was left. */
export const makeWindow = (folder: string, theme: Settings['theme']): BrowserWindow => {
  const file = path.join(folder, 'window.json');
  const place = readPlace(file);
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
  const keep = (): void => {
    const { x, y, width, height } = window.getNormalBounds();
    writeJson(file, { x, y, width, height, isMaximized: window.isMaximized() } satisfies Place);
  };
  window.on('close', keep);
  void window.loadURL(`${origin}/`);
  return window;
};

/** The colour behind everything (`--ink`), so that no other one flashes before the first paint. */
const inkOf = (theme: Settings['theme']): string => {
  if (theme === 'contrast') return '#000000';
  const isDark = theme === 'system' ? nativeTheme.shouldUseDarkColors : theme === 'dark';
  return isDark ? '#0f1216' : '#f7f7f5';
};

/** Only when it would still be on a screen. */
const readPlace = (file: string): Place | undefined => {
  const place = readJson<Place>(file);
  if (!place || ![place.x, place.y, place.width, place.height].every(Number.isFinite)) return undefined;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const { x, y } = place;
    return (
      x >= workArea.x - 50 &&
      y >= workArea.y - 50 &&
      x < workArea.x + workArea.width - 100 &&
      y < workArea.y + workArea.height - 100
    );
  });
  return isVisible ? place : undefined;
};
