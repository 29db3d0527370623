import type { Connection } from '../../providers/provider.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { archivesOf } from './archives.ts';
import { probeAccount } from './probe.ts';
import { eraseArchive } from './remove.ts';

type Around = {
  connection(accountId: string): Connection | undefined;
  hurry(accountId: string | null, what: 'send' | 'read'): void;
};

export const accountHandlers = (
  desk: Desk,
  around: Around,
): Pick<Handlers, 'account.refresh' | 'account.probe' | 'account.archives' | 'account.erase'> => ({
  'account.refresh': ({ accountId }) => {
    around.hurry(accountId ?? null, 'read');
    return null;
  },
  'account.probe': async ({ accountId }) => ({
    directions: await probeAccount(desk, accountId, around.connection(accountId)),
  }),
  'account.archives': () => ({ archives: archivesOf(desk.db) }),
  'account.erase': (input) => {
    eraseArchive(desk, input);
    return null;
  },
});
