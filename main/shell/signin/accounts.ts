import type { Parsed } from '../../../shared/api.ts';
import type { Connected, SignInBegan } from '../../../shared/api/accounts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId } from '../../../shared/ids.ts';
import { assertNotErased } from '../../core/accounts/connect.ts';
import { assertRemovable, concernedBy, removeAccount } from '../../core/accounts/remove.ts';
import { accountIdOf, allAccounts, getAccount } from '../../core/accounts/rows.ts';
import { assertMay } from '../../core/agents.ts';
import type { Handlers } from '../../core/core.ts';
import type { Desk } from '../../core/desk.ts';
import type { SecretBox } from '../../providers/provider.ts';
import type { OpenDesk } from '../desks.ts';
import { log } from '../log.ts';
import type { Network } from '../networks.ts';
import { asAppError } from './as-app-error.ts';
import { cancelConnect, signInThroughBrowser } from './connect.ts';
import { hasKeyring, assertKeyring } from './keyring.ts';
import { resumeAccount, resumeAccounts, resumeUnlocked } from './resume.ts';
import { memoryBox, type SecretStore } from './secrets.ts';

type World = {
  /** The one that is open now. */
  desk(): OpenDesk;
  /** A real account belongs on the live desk. */
  toLive(): Promise<void>;
  live: Network;
  secrets: SecretStore;
  /** In practice nobody is asked: the simulated brand signs in by itself. */
  practiceAgain(handle: string): Promise<void>;
};

type Answers = Pick<
  Handlers,
  | 'account.connect'
  | 'account.reauthorise'
  | 'account.cancelConnect'
  | 'account.resume'
  | 'account.remove'
  | 'account.details'
  | 'signIns.read'
  | 'signIns.unlock'
>;

export type Accounts = {
  /** For the person at one window; `tell` reaches that window. */
  answersFor(me: () => AgentId, tell: (began: SignInBegan) => void): Answers;
  /** At a start. Returns how many wait for a passphrase. */
  resume(): number;
};

type Kept = Pick<Parsed<'account.connect'>, 'keepIn' | 'passphrase'>;

/** Signing brands in and out: browser, tokens and their keeping. What it means for the desk is the core's. */
export const createAccounts = ({ desk, toLive, live, secrets, practiceAgain }: World): Accounts => {
  const { provider } = live;
  const as = (me: AgentId): Desk => ({ ...desk().core.desk, me });

  /** Before the browser opens: nobody signs in and is told afterwards that it can't be kept. */
  const prepare = async ({ keepIn, passphrase }: Kept): Promise<void> => {
    if (keepIn === 'keyring') assertKeyring();
    if (keepIn !== 'passphrase' || (secrets.file.state() === 'open' && passphrase === undefined)) return;
    if (passphrase === undefined)
      throw new AppError('bad-input', 'Enter the passphrase that keeps the sign-in.');
    await secrets.file.unlock(passphrase);
  };

  /** Tokens are stored before the account runs on them. */
  const keep = async (id: AccountId, trial: SecretBox, { keepIn }: Kept, clientId: string): Promise<void> => {
    const { core } = desk();
    const known = allAccounts(core.desk.db).find((row) => row.id === id);
    if (known) assertNotErased(known);
    await core.halt(id);
    secrets.put(id, keepIn, await trial.read());
    try {
      await core.run(provider, await provider.connect(secrets.box(id)), live.isSimulated, clientId);
    } catch (error) {
      // Signed in, and then out of reach: one that was here goes on as soon as it can, of another nothing stays.
      if (known && known.removed_at === null) resumeAccount(desk(), live, secrets, known);
      else secrets.forget(id);
      throw error;
    }
  };

  const signIn = async (clientId: string, tell: (began: SignInBegan) => void) => {
    const trial = memoryBox(await signInThroughBrowser(provider, clientId, tell));
    const { account } = await provider.connect(trial);
    return { trial, handle: account.handle, id: accountIdOf(provider.id, account.remoteId) };
  };

  /** What the account may do is known before anybody relies on it; one that can't be reached now is probed by hand later. */
  const probe = async (me: AgentId, accountId: AccountId): Promise<void> => {
    await Promise.resolve(desk().core.handlersFor(me)['account.probe']({ accountId })).catch(quietly);
  };

  const connect = async (
    me: AgentId,
    { clientId, ...kept }: Parsed<'account.connect'>,
    tell: (began: SignInBegan) => void,
  ): Promise<Connected> => {
    await prepare(kept);
    const { trial, handle, id } = await signIn(clientId, tell);
    await toLive();
    await keep(id, trial, kept, clientId);
    await probe(me, id);
    return { accountId: id, handle };
  };

  const reauthorise = async (
    me: AgentId,
    { accountId, clientId, ...kept }: Parsed<'account.reauthorise'>,
    tell: (began: SignInBegan) => void,
  ): Promise<Connected> => {
    const before = getAccount(desk().core.desk.db, accountId);
    if (desk().kind === 'practice') {
      await practiceAgain(before.handle);
      return { accountId, handle: before.handle };
    }
    const app = clientId ?? before.client_id;
    if (app === null) throw new AppError('bad-input', 'Enter the client ID of your app.');
    await prepare(kept);
    const { trial, handle, id } = await signIn(app, tell);
    if (id !== accountId) {
      await provider.signOut(await trial.read()).catch(quietly);
      throw new AppError(
        'not-allowed',
        `You signed in as @${handle}, but this is the account of @${before.handle}. Nothing was changed. ` +
          `Sign in to X as @${before.handle} in your browser, then try again.`,
      );
    }
    await keep(id, trial, kept, app);
    await probe(me, accountId);
    return { accountId: id, handle };
  };

  const resume = async (accountId: string): Promise<void> => {
    const { core, kind } = desk();
    const { handle, client_id } = getAccount(core.desk.db, accountId);
    if (kind === 'practice') return practiceAgain(handle);
    await core.run(provider, await provider.connect(secrets.box(accountId)), live.isSimulated, client_id);
  };

  const remove = async (me: AgentId, input: Parsed<'account.remove'>): Promise<{ isSignedOut: boolean }> => {
    const { core } = desk();
    const { accountId } = input;
    assertRemovable(as(me), input);
    await core.halt(accountId);
    const box = secrets.box(accountId);
    const tokens = secrets.keptIn(accountId) === null ? null : await box.read().catch(() => null);
    try {
      removeAccount(as(me), input);
    } catch (error) {
      // It changed its mind while it was stopped (something had just left): it goes on as before.
      if (tokens) await resume(accountId).catch(quietly);
      throw error;
    }
    secrets.forget(accountId);
    if (!tokens) return { isSignedOut: false };
    return provider.signOut(tokens).then(
      () => ({ isSignedOut: true }),
      (error: unknown) => {
        quietly(error);
        return { isSignedOut: false };
      },
    );
  };

  return {
    answersFor: (me, tell) => ({
      'account.connect': (input) => {
        assertMay(as(me()), 'account.manage');
        return connect(me(), input, tell).catch(asAppError);
      },
      'account.reauthorise': (input) => {
        assertMay(as(me()), 'account.manage');
        return reauthorise(me(), input, tell).catch(asAppError);
      },
      'account.cancelConnect': () => {
        cancelConnect();
        return null;
      },
      'account.resume': async ({ accountId }) => {
        assertMay(as(me()), 'account.manage');
        await resume(accountId).catch(asAppError);
        return null;
      },
      'account.remove': (input) => remove(me(), input),
      'account.details': ({ accountId }) => {
        const { db } = desk().core.desk;
        const { client_id } = getAccount(db, accountId);
        return { clientId: client_id, keptIn: secrets.keptIn(accountId), ...concernedBy(db, accountId) };
      },
      'signIns.read': () => ({ hasKeyring: hasKeyring(), file: secrets.file.state() }),
      'signIns.unlock': async ({ passphrase }) => {
        if (secrets.file.state() === 'none') {
          throw new AppError('not-found', 'No sign-in is kept behind a passphrase on this machine.');
        }
        await secrets.file.unlock(passphrase);
        return { accounts: desk().kind === 'live' ? resumeUnlocked(desk(), live, secrets) : 0 };
      },
    }),
    resume: () => resumeAccounts(desk(), live, secrets),
  };
};

const quietly = (error: unknown): void =>
  log.warn(`the network was asked in vain: ${error instanceof Error ? error.message : String(error)}`);
