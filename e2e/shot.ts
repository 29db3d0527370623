import path from 'node:path';
import type { Desk } from './desk.ts';

const folder = process.env['EARSHOT_SHOTS'];

/** A picture on the way, for who wants to look: into the folder that EARSHOT_SHOTS names, else none. */
export const shot = async (desk: Desk, name: string): Promise<void> => {
  if (folder !== undefined) await desk.window.screenshot({ path: path.join(folder, `${name}.png`) });
};
