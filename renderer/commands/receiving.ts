import type { CommandId } from '../../shared/commands.ts';
import type { receivingCommands } from '../../shared/commands/receiving.ts';
import type { AlertId, GapId } from '../../shared/ids.ts';
import { whoMay } from '../../shared/roles.ts';
import { calling } from '../alerts/calling.ts';
import { call } from '../call.ts';
import { ownGap } from '../gaps/held.ts';
import { get, set } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

export const acknowledge = (id: AlertId): Promise<boolean> =>
  attempt(() => call('alert.acknowledge', { id }));

export const noteGap = (id: GapId): Promise<boolean> => {
  ownGap(id);
  return attempt(() => call('gap.note', { id }));
};

const lost = ({ gaps }: Desk) => gaps.find(({ kind }) => kind === 'lost');

export const receivingRun: Record<keyof typeof receivingCommands, () => void | Promise<void>> = {
  'connections.open': () => set({ overlay: 'connections' }),
  'alert.acknowledge': async () => {
    const [first] = calling(get().alerts);
    if (first) await acknowledge(first.id);
  },
  'gap.note': async () => {
    const gap = lost(get());
    if (gap) await noteGap(gap.id);
  },
};

const mayWork = (desk: Desk): string | null =>
  iMay(desk, 'thread.work') ? null : `Only ${whoMay('thread.work')} may do this.`;

export const receivingRules = {
  'alert.acknowledge': (desk) => {
    if (calling(desk.alerts).length === 0) return desk.alerts.length === 0 ? '' : 'Somebody has taken note.';
    return mayWork(desk);
  },
  'gap.note': (desk) => (lost(desk) ? mayWork(desk) : 'Nothing is known to be missing.'),
} satisfies Partial<Record<CommandId, (desk: Desk) => string | null>>;
