import { attach } from '../../main/core/accounts/connect.ts';
import { accountIdOf, getAccount, type AccountRow } from '../../main/core/accounts/rows.ts';
import { firstAgent } from '../../main/core/agents.ts';
import type { Desk } from '../../main/core/desk.ts';
import { openDb } from '../../main/db/open.ts';
import type { TableName } from '../../main/db/tables.ts';
import type { Connection, RemoteIdentity } from '../../main/providers/provider.ts';

/** A desk without a window, on a database in a file, with a clock that is set by hand. */
export type BenchDesk = {
  desk: Desk;
  clock: { nowMs: number };
  /** What the last transaction wrote. */
  written: { last: ReadonlyMap<TableName, ReadonlySet<string>> };
  account(brand: RemoteIdentity): AccountRow;
};

export const openDesk = (file: string, brands: readonly RemoteIdentity[], nowMs: number): BenchDesk => {
  const db = openDb(file);
  const clock = { nowMs };
  const written: BenchDesk['written'] = { last: new Map() };
  const now = (): number => clock.nowMs;
  const desk: Desk = {
    machine: 'bench',
    db,
    now,
    random: () => 0.5,
    me: firstAgent(db, now, 'Agent'),
    onCommit: (touched) => void (written.last = touched),
    onTrouble: (error) => {
      throw error;
    },
  };
  const accounts = new Map(
    brands.map((brand) => [brand.remoteId, attach(desk, 'x', silent(brand), true)] as const),
  );
  const account = (brand: RemoteIdentity): AccountRow =>
    accounts.get(brand.remoteId) ?? getAccount(db, accountIdOf('x', brand.remoteId));
  return { desk, clock, written, account };
};

/** Signed in, but never asked: answers are handed to the desk directly. */
const silent = (account: RemoteIdentity): Connection => {
  const refuse = (): never => {
    throw new Error('This bench does not ask the network.');
  };
  return {
    account,
    poll: refuse,
    lookup: refuse,
    reread: refuse,
    send: refuse,
    upload: refuse,
    probe: refuse,
  };
};
