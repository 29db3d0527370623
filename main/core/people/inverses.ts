import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { duties, roles } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { getAccount, putAccount } from '../accounts/rows.ts';
import { getAgentRow, getOnRoster, putAgent, type AgentRow } from '../agents.ts';
import { taking, type Inverses } from '../inverse.ts';
import { writeDuty } from './duty.ts';
import { assertEmptyHanded, goingOff } from './in-hand.ts';
import { assertAdminRemains, assertFree, rosterOf } from './roster.ts';
import { handOverInverses } from './take-back.ts';

const passed = z.array(z.object({ accountId: z.string(), was: z.string().nullable(), now: z.string() }));
const duty = z.enum(duties);
const roster = z.object({
  role: z.enum(roles),
  teams: z.string(),
  skills: z.string(),
  languages: z.string(),
  load_cap: z.number().nullable(),
});

const changedSince = (): AppError =>
  new AppError('moved-on', 'Somebody has changed this since. It stays as it is now.');

export const peopleInverses: Inverses = {
  ...handOverInverses,

  'roster.restore': taking(
    z.object({ id: z.string(), revision: z.number(), was: roster, now: roster }),
    (tx, { id, revision, was, now }) => {
      const row = getOnRoster(tx, id);
      const before = tx.find<Pick<AgentRow, 'name' | 'initials'>>(
        'SELECT name, initials FROM agent_names WHERE agent_id = ? AND revision = ?',
        id,
        revision,
      );
      if (!before || JSON.stringify(rosterOf(row)) !== JSON.stringify(now)) throw changedSince();
      assertFree(tx, before.initials, id);
      if (row.role === 'admin' && was.role !== 'admin') assertAdminRemains(tx, row);
      putAgent(tx, { ...row, ...before, ...was });
    },
  ),
  /** Who was added by mistake leaves at once, unless they have begun to work. */
  'roster.unjoin': taking(z.object({ id: z.string() }), (tx, { id }, at) => {
    const row = getOnRoster(tx, id);
    if (row.role === 'admin') assertAdminRemains(tx, row);
    assertEmptyHanded(tx, row, 'leave the roster');
    putAgent(tx, { ...row, duty: 'off', duty_since: at, left_at: at });
  }),
  'roster.rejoin': taking(
    z.object({ id: z.string(), duty, duty_since: z.number() }),
    (tx, { id, ...was }) => {
      const row = getAgentRow(tx, id);
      if (row.left_at === null) throw changedSince();
      putAgent(tx, { ...row, ...was, left_at: null });
    },
  ),

  'duty.restore': taking(
    z.object({ id: z.string(), was: duty, since: z.number(), now: duty, batons: passed }),
    (tx, { id, was, since, now, batons }) => {
      const row = getOnRoster(tx, id);
      if (row.duty !== now) throw changedSince();
      for (const { accountId, was: before, now: holder } of batons) {
        // Back to who kept it for want of a colleague: they are accountable again, as before.
        const account = getAccount(tx, accountId);
        if (account.baton_id === holder && isOnRoster(tx, before))
          putAccount(tx, { ...account, baton_id: before });
      }
      if (was === 'off') assertEmptyHanded(tx, row, goingOff);
      writeDuty(tx, row, was, since);
    },
  ),

  'baton.return': taking(z.object({ batons: passed }), (tx, { batons }) => {
    for (const { accountId, was, now } of batons) {
      const account = getAccount(tx, accountId);
      if (account.baton_id !== now || was === null) throw changedSince();
      const holder = getAgentRow(tx, was);
      if (holder.left_at !== null || holder.duty === 'off') {
        const where = holder.left_at === null ? 'is off duty' : 'has left the team';
        throw new AppError('moved-on', `${holder.name} ${where} by now. The baton stays where it is.`);
      }
      putAccount(tx, { ...account, baton_id: was });
    }
  }),
};

const isOnRoster = (tx: Tx, id: string | null): boolean =>
  id !== null && getAgentRow(tx, id).left_at === null;
