import { pauseAccount } from '../../core/accounts/pause.ts';
import { allAccounts } from '../../core/accounts/rows.ts';
import { ProviderFailure, type Provider } from '../../providers/provider.ts';
import type { OpenDesk } from '../desks.ts';
import { log } from '../log.ts';
import type { SecretStore } from './secrets.ts';

/** How soon an account that could not be reached at the start is tried again. */
const retryMs = 15_000;

/** Signs every account of the desk in again, each on its own: one that can't be reached holds nobody up. */
export const resumeAccounts = (desk: OpenDesk, provider: Provider, secrets: SecretStore): void => {
  for (const { id } of allAccounts(desk.core.desk.db)) {
    if (secrets.has(id)) void resume(desk, provider, secrets, id);
    else
      pauseAccount(
        desk.core.desk,
        id,
        'This machine has no sign-in for this account. Connect it again; its threads stay.',
      );
  }
};

const resume = async (
  desk: OpenDesk,
  provider: Provider,
  secrets: SecretStore,
  id: string,
): Promise<void> => {
  try {
    await desk.core.run(provider, await provider.connect(secrets.box(id)), false);
  } catch (error) {
    log.warn(`account could not be resumed: ${error instanceof Error ? error.message : String(error)}`);
    const isOutage = error instanceof ProviderFailure && error.kind !== 'auth';
    const why = error instanceof Error ? error.message : 'Signing in failed.';
    pauseAccount(desk.core.desk, id, isOutage ? `${why} Trying again every ${retryMs / 1000} s.` : why);
    if (isOutage)
      setTimeout(() => desk.core.desk.db.raw.open && void resume(desk, provider, secrets, id), retryMs);
  }
};
