import { z } from 'zod';

/** What the thread is told when it begins; any message later ends it. */
export const keeperData = z.object({ file: z.string() });
export type KeeperData = z.infer<typeof keeperData>;

/** What went wrong, without anybody's words. */
export type KeeperSaid = { failed: string };
