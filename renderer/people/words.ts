import type { HandedOver, HandOverSheet } from '../../shared/hand-over.ts';
import type { Duty, Role } from '../../shared/model.ts';
import { plural } from '../ui/number.ts';

export const dutyWords: Record<Duty, string> = { on: 'on duty', away: 'away', off: 'off duty' };
export const roleWords: Record<Role, string> = {
  agent: 'Agent',
  supervisor: 'Supervisor',
  reviewer: 'Reviewer',
  admin: 'Admin',
};

/** A baton alone is no work to hand over when nobody is there to take it. */
export const isInHand = ({ threads, callbacks, questions, drafts, batons, loads }: HandOverSheet): boolean =>
  threads.length + callbacks.length + questions.length + drafts.length > 0 ||
  (batons.length > 0 && loads.length > 0);

export const keptWords = (batons: number): string =>
  batons === 0
    ? ''
    : ` Nobody else is on duty: you stay accountable for ${plural(batons, 'account')} until somebody is.`;

/** `Handed over: 7 threads. 1 had moved on and stays where it is.` */
export const handedWords = ({ threads, movedOn, cameMeanwhile, batonsKept }: HandedOver): string => {
  const moved = movedOn.length === 0 ? '' : ` ${plural(movedOn.length, 'thread')} had moved on meanwhile.`;
  const came = cameMeanwhile === 0 ? '' : ` ${cameMeanwhile} of them came meanwhile.`;
  return `Handed over: ${plural(threads, 'thread')}.${came}${moved}${keptWords(batonsKept)}`;
};
