import fuzzysort from 'fuzzysort';
import { commands, type CommandId } from '../../shared/commands.ts';
import { whyNot } from '../commands/available.ts';
import { commandIds } from '../commands/keys.ts';
import type { Desk } from '../store/state.ts';

export type Choice = { id: CommandId; title: string; why: string | null };

/** What the palette offers: the likeliest first; what makes no sense now comes last, with the reason. */
export const choicesFor = (query: string, desk: Desk, recent: readonly CommandId[]): Choice[] => {
  const all = commandIds
    .filter((id) => !commands[id].isKeyOnly)
    .map((id) => ({ id, title: commands[id].title, why: whyNot(id, desk) }));
  const asked = query.trim();
  const place = ({ id }: Choice): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  const found =
    asked === ''
      ? all.toSorted((a, b) => place(a) - place(b))
      : fuzzysort.go(asked, all, { key: 'title', threshold: 0 }).map(({ obj }) => obj);
  return found.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
};
