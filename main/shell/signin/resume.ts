import { pauseAccount } from '../../core/accounts/pause.ts';
import { connectedAccounts, type AccountRow } from '../../core/accounts/rows.ts';
import { ProviderFailure } from '../../providers/provider.ts';
import type { OpenDesk } from '../desks.ts';
import { log } from '../log.ts';
import type { Network } from '../networks.ts';
import type { SecretStore } from './secrets.ts';

/** How soon an account that could not be reached at the start is tried again. */
const retryMs = 15_000;

/**
 * Signs every account of the desk in again, each on its own: one that can't be reached holds nobody up. Returns how many
 * wait for the passphrase of their file.
 */
export const resumeAccounts = (desk: OpenDesk, network: Network, secrets: SecretStore): number => {
  let locked = 0;
  for (const row of connectedAccounts(desk.core.desk.db)) {
    const keptIn = secrets.keptIn(row.id);
    if (keptIn === null) pauseAccount(desk.core.desk, row.id, nowhere);
    else if (keptIn === 'passphrase' && secrets.file.state() !== 'open') {
      pauseAccount(desk.core.desk, row.id, behindPassphrase);
      locked += 1;
    } else resumeAccount(desk, network, secrets, row);
  }
  return locked;
};

/** Those that waited for it. */
export const resumeUnlocked = (desk: OpenDesk, network: Network, secrets: SecretStore): number => {
  const waiting = connectedAccounts(desk.core.desk.db).filter(
    ({ id }) => secrets.keptIn(id) === 'passphrase',
  );
  for (const row of waiting) resumeAccount(desk, network, secrets, row);
  return waiting.length;
};

/** One of them. Tries again by itself while the network is away. */
export const resumeAccount = (
  desk: OpenDesk,
  network: Network,
  secrets: SecretStore,
  row: AccountRow,
): void => void resume(desk, network, secrets, row);

const nowhere = 'This machine has no sign-in for this account. Connect it again; its threads stay.';
const behindPassphrase =
  'Its sign-in is behind a passphrase on this machine. Unlock the sign-ins to read and send again.';

const resume = async (
  desk: OpenDesk,
  network: Network,
  secrets: SecretStore,
  { id, client_id }: AccountRow,
): Promise<void> => {
  try {
    const connection = await network.provider.connect(secrets.box(id));
    await desk.core.run(network.provider, connection, network.isSimulated, client_id);
  } catch (error) {
    log.warn(`account could not be resumed: ${error instanceof Error ? error.message : String(error)}`);
    if (!desk.core.desk.db.raw.open) return;
    const isOutage = error instanceof ProviderFailure && error.kind !== 'auth';
    const why = error instanceof Error ? error.message : 'Signing in failed.';
    pauseAccount(desk.core.desk, id, isOutage ? `${why} Trying again every ${retryMs / 1000} s.` : why);
    if (isOutage) setTimeout(() => again(desk, network, secrets, id), retryMs);
  }
};

/** Unless the desk was closed meanwhile, the account removed, or somebody signed it in by hand. */
const again = (desk: OpenDesk, network: Network, secrets: SecretStore, id: string): void => {
  if (!desk.core.desk.db.raw.open) return;
  const row = connectedAccounts(desk.core.desk.db).find((one) => one.id === id);
  if (row && row.paused_because !== null && secrets.keptIn(id) !== null) {
    resumeAccount(desk, network, secrets, row);
  }
};
