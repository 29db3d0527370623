import { writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';

const lookEveryMs = 100;
/** Enough for the cards that are there to be painted and the first fonts to settle. */
const settleMs = 1500;

/**
 * For machines without a screen: once threads are in the columns the window is saved as a picture, and one line on
 * standard output says so.
 */
export const savePicture = (window: BrowserWindow, hasThreads: () => boolean, file: string): void => {
  const timer = setInterval(() => {
    if (window.isDestroyed()) clearInterval(timer);
    else if (hasThreads()) {
      clearInterval(timer);
      setTimeout(() => void save(), settleMs);
    }
  }, lookEveryMs);
  const save = async (): Promise<void> => {
    const image = await window.webContents.capturePage();
    writeFileSync(file, image.toPNG());
    process.stdout.write(`earshot ready ${file}\n`);
  };
};
