import type { Agent, Schedule } from '../../shared/model.ts';
import type { Shape } from '../ui/mark.tsx';

/** Where a scheduled message stands, in words, and its shape and colour. */
export const scheduleWords = (
  { state, reason, machine, decidedBy }: Pick<Schedule, 'state' | 'reason' | 'machine' | 'decidedBy'>,
  agents: ReadonlyMap<string, Pick<Agent, 'initials'>>,
  me: { machine: string; isStopped: boolean },
): { tone: Shape; words: string } => {
  const by = decidedBy === null ? '' : ` by ${agents.get(decidedBy)?.initials ?? 'a colleague'}`;
  const from = machine === me.machine ? 'this machine' : machine;
  if (state === 'waiting')
    return { tone: 'soon', words: `Waits for a second person. Then ${from} sends it.` };
  if (state === 'refused') return { tone: 'breached', words: `Refused${by}: ${reason ?? ''}` };
  if (me.isStopped) return { tone: 'now', words: `Approved${by}, but everything scheduled is stopped.` };
  if (reason !== null) return { tone: 'now', words: reason };
  return {
    tone: 'fine',
    words: `Approved${by}. ${from === 'this machine' ? 'This machine' : from} sends it.`,
  };
};
