import { useEffect, useState } from 'react';
import { failureOf } from '../../shared/errors.ts';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import { call } from '../call.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import type { Plan } from './plan.ts';
import { Sheet } from './sheet.tsx';
import { handedWords } from './words.ts';

/** Before somebody goes: everything in their hands finds a person, or goes back. Theirs or, for who may assign, another's. */
export const HandOver = () => {
  const of = useDesk((desk) => desk.handOverOf) ?? get().me.id;
  const person = useDesk((desk) => desk.agents.get(of));
  const isMine = useDesk((desk) => desk.me.id === of);
  const [sheet, setSheet] = useState<HandOverSheet | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    call('duty.sheet', { agentId: of }).then(setSheet, (error: unknown) =>
      setTrouble(failureOf(error).message),
    );
  }, [of]);

  const handOver = async ({ to, reason, lines }: Plan): Promise<void> => {
    try {
      const seen = sheet?.threads.map(({ threadId }) => threadId) ?? [];
      const done = await call('duty.handOver', { agentId: of, to, reason, lines, seen });
      set({ overlay: null });
      notify(`${handedWords(done)} ${isMine ? 'You are' : `${person?.name ?? ''} is`} off duty.`);
    } catch (error) {
      setTrouble(failureOf(error).message);
    }
  };
  return (
    <Dialog title={isMine ? 'Hand over and go off duty' : `Hand over for ${person?.name ?? ''}`} size="wide">
      {sheet && <Sheet sheet={sheet} from={person} onHandOver={(plan) => void handOver(plan)} />}
      <Trouble words={trouble} />
    </Dialog>
  );
};
