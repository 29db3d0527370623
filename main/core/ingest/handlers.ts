import type { receivingRequests } from '../../../shared/api/receiving.ts';
import { AppError } from '../../../shared/errors.ts';
import { assertMay } from '../agents.ts';
import { acknowledge } from '../alerts/acknowledge.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { noteGap } from '../gaps/gaps.ts';
import type { Surroundings } from '../handlers.ts';
import { versionsOf } from '../messages.ts';
import { quarantineOf } from './quarantine.ts';
import { reread } from './reread.ts';

/** One line per request about what came, what may be missing, and what could not be read. */
export const receivingHandlers = (
  desk: Desk,
  around: Pick<Surroundings, 'connection' | 'about'>,
): Pick<Handlers, keyof typeof receivingRequests> => ({
  'gap.note': (input) => noteGap(desk, input),
  'alert.acknowledge': (input) => acknowledge(desk, input),
  'quarantine.list': ({ accountId }) => quarantineOf(desk.db, accountId),
  'quarantine.retry': ({ accountId }) => {
    assertMay(desk, 'thread.work');
    const connection = around.connection(accountId);
    if (!connection) throw new AppError('auth', 'This account is not signed in. What came is kept.');
    return reread(desk, accountId, connection, around.about().version, 'all');
  },
  'message.versions': ({ messageId }) => versionsOf(desk.db, messageId),
});
