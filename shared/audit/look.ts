import { z } from 'zod';

/** The operation under which a look is in the log. */
export const seenOp = 'thread.seen';

/** By what somebody came to see direct messages. A look changes nothing, so it has no inverse. */
const how = z.enum(['opened', 'found', 'replayed']);

/** What the log says of a look: which direct messages, or how often the same ones again meanwhile. */
export const look = z.union([
  z.object({ how, from: z.string(), upto: z.string(), count: z.number() }),
  z.object({ how, ids: z.array(z.string()) }),
  z.object({ how, again: z.number() }),
]);
export type Look = z.infer<typeof look>;
