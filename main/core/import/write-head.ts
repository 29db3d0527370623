import { AppError } from '../../../shared/errors.ts';
import type { Tx } from '../../db/db.ts';
import { accountIdOf, allAccounts, putAccount } from '../accounts/rows.ts';
import { newcomer, putAgent } from '../agents.ts';
import { findTag, findTagCalled, putTag } from '../tags/rows.ts';
import type { HeadUnit } from './units.ts';

/** What the rest of an archive refers to. Returns our tags by the file's ids. The same head again writes nothing. */
export const writeHead = (tx: Tx, { accounts, agents, tags }: HeadUnit, at: number): Map<string, string> => {
  for (const told of accounts) placeAccount(tx, told, at);
  for (const { id, name, initials } of agents) {
    if (tx.find('SELECT 1 FROM agents WHERE id = ?', id)) continue;
    // They are named beside what they did, and do nothing here.
    const own = freeInitials(tx, initials.slice(0, 6) || 'XX');
    putAgent(tx, { ...newcomer(id, name.slice(0, 200), own, at), duty: 'off', left_at: at });
  }
  const ours = new Map<string, string>();
  for (const { id, name, colour } of tags) {
    const known = findTag(tx, id) ?? findTagCalled(tx, name);
    if (!known) putTag(tx, { id, name: name.slice(0, 40), colour, removed_at: null });
    ours.set(id, known?.id ?? id);
  }
  return ours;
};

/** A brand that is not connected here comes as its archive: its history can be read, and nothing is sent for it. */
const placeAccount = (tx: Tx, told: HeadUnit['accounts'][number], at: number): void => {
  const all = allAccounts(tx);
  const known = all.find(({ id }) => id === told.id);
  if (known) {
    if (known.erase_at === null) return;
    throw new AppError(
      'taken',
      `The archive of @${known.handle} is being deleted here. Import it when that is done.`,
    );
  }
  if (told.provider !== 'x')
    throw new AppError('bad-input', `This desk does not know the network ${told.provider.slice(0, 40)}.`);
  if (told.id !== accountIdOf('x', told.remoteId)) {
    throw new AppError(
      'bad-input',
      `The archive contradicts itself about @${told.handle.slice(0, 60)}. Nothing was imported.`,
    );
  }
  if (all.length > 0 && !all.some(({ is_practice }) => (is_practice === 1) === told.isPractice)) {
    const [theirs, ours] = told.isPractice
      ? ['from practice', 'the live desk']
      : ['of a live desk', 'practice'];
    throw new AppError(
      'not-allowed',
      `This archive is ${theirs}, and this is ${ours}. Nothing was imported.`,
    );
  }
  putAccount(tx, {
    id: told.id,
    provider: 'x',
    remote_id: told.remoteId,
    handle: told.handle,
    name: told.name,
    is_practice: told.isPractice ? 1 : 0,
    paused_because: 'This account is not connected to this desk. Its history can be read.',
    history_from: at,
    baton_id: null,
    removed_at: at,
    erase_at: null,
    client_id: null,
  });
};

const freeInitials = (tx: Tx, wanted: string): string => {
  const isTaken = (initials: string): boolean =>
    tx.find('SELECT 1 FROM agents WHERE initials = ?', initials) !== undefined;
  let own = wanted;
  for (let n = 2; isTaken(own); n += 1) own = `${wanted}${n}`;
  return own;
};
