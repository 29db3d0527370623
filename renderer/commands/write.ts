import type { CommandId } from '../../shared/commands.ts';
import { sendNow, undoable } from '../composer/undo-send.ts';
import { questionHere } from '../experts/my-questions.ts';
import { chooseFiles } from '../media/attach-button.tsx';
import { get, set } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import type { Desk } from '../store/state.ts';

type Write = 'composer.attach' | 'composer.emoji' | 'composer.versions' | 'composer.sendNow';

export const writeRun: Record<Write, () => void | Promise<void>> = {
  'composer.attach': chooseFiles,
  'composer.emoji': () => set({ overlay: 'emoji' }),
  'composer.versions': () => set({ overlay: 'draft-versions' }),
  'composer.sendNow': async () => {
    const item = mine(get());
    if (item) await sendNow(item);
  },
};

const mine = ({ thread, me }: Desk) => thread && undoable(thread.outbox, me.id, Date.now());

const toCustomer = (desk: Desk): string | null => {
  if (!desk.thread) return 'Open a thread first.';
  if (!iMay(desk, 'thread.work')) return 'Customers are answered by agents.';
  return questionHere(desk) ? 'This goes to a colleague.' : null;
};

export const writeRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'composer.attach': toCustomer,
  'composer.emoji': toCustomer,
  'composer.versions': toCustomer,
  'composer.sendNow': (desk) => (mine(desk) ? null : 'Nothing of yours is waiting to leave here.'),
};
