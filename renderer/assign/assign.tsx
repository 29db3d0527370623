import { useEffect, useMemo, useState } from 'react';
import type { Candidate } from '../../shared/api/team.ts';
import type { AgentId, ThreadId } from '../../shared/ids.ts';
import { Preview } from '../bulk/preview.tsx';
import { usePreview } from '../bulk/use-preview.ts';
import { call } from '../call.ts';
import { applyAction } from '../commands/apply.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { targets } from '../store/targets.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { choicesFor, type Choice } from './choices.ts';
import { PersonRow } from './person-row.tsx';

/** Who gets the thread, or all that are selected: people on duty first, with what speaks for and against each. */
export const Assign = () => {
  // What was meant when it was asked for; the selection may be another by the time somebody is chosen.
  const [on] = useState(() => targets(get()));
  const [query, setQuery] = useState('');
  // By name, not the choice itself: that is another object with every paint.
  const [lit, setLit] = useState<AgentId | 'nobody' | null>(null);
  const agents = useDesk((desk) => desk.agents);
  const candidates = useCandidates(on?.only ?? null);
  const choices = useMemo(
    () => choicesFor(query, agents, candidates, on?.only != null ? get().cards.get(on.only) : undefined),
    [query, agents, candidates, on],
  );
  const isMany = on !== null && on.only === null;
  const known = usePreview(
    isMany && lit !== null && choices.some((choice) => nameOf(choice) === lit && choice.why === null)
      ? { target: on.target, action: { do: 'assign', to: lit === 'nobody' ? null : lit } }
      : null,
  );

  const choose = ({ agentId, why }: Choice): void => {
    if (!on || why !== null) return;
    set({ overlay: null });
    const expected = known.preview?.changes;
    void applyAction({ do: 'assign', to: agentId }, on, expected === undefined ? {} : { expected });
  };
  return (
    <Dialog title={isMany ? `Assign ${on.count.toLocaleString('en')} threads` : 'Assign the thread'}>
      <PickList
        label="Whom to give it to"
        placeholder="Name or initials"
        query={query}
        onQuery={setQuery}
        items={choices}
        idOf={nameOf}
        wordsOf={({ name }) => name}
        isOff={({ why }) => why !== null}
        onChoose={choose}
        onLit={(choice) => setLit(choice ? nameOf(choice) : null)}
        none="Nobody is called that."
      >
        {(choice) => <PersonRow choice={choice} />}
      </PickList>
      {isMany && <Preview known={known} />}
    </Dialog>
  );
};

const nameOf = ({ agentId }: Choice): AgentId | 'nobody' => agentId ?? 'nobody';

const useCandidates = (threadId: ThreadId | null): readonly Candidate[] => {
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  useEffect(() => {
    let isOver = false;
    void call('team.candidates', { threadId })
      .then((answer) => isOver || setCandidates(answer.candidates))
      .catch(() => undefined);
    return () => void (isOver = true);
  }, [threadId]);
  return candidates;
};
