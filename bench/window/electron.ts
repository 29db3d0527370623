import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Named by `npm run bench`, which also sees to a display. */
export const executable = (): string => {
  const named = process.env['EARSHOT_ELECTRON'];
  if (named === undefined) throw new Error('EARSHOT_ELECTRON is not set: start this with `npm run bench`.');
  return named;
};

/** Chromium's own sandbox cannot run for root; the renderer's sandbox flag stays on. */
export const machineFlags = (): string[] =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
