import { useEffect, useState } from 'react';
import { failureOf, type Failure } from '../../shared/errors.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { PhoneSlip } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, useDesk } from '../store/desk.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { SlipForm } from './slip-form.tsx';

/** Asks for a call: whose number, that they agreed, when, and what it is about. */
export const Slip = () => {
  const threadId = useDesk(({ phone }) => phone.slipFor);
  const [slip, setSlip] = useState<PhoneSlip | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  useEffect(() => {
    if (threadId !== null) prepare(threadId).then(setSlip, (error: unknown) => setProblem(failureOf(error)));
  }, [threadId]);
  if (threadId === null) return null;
  const name = get().cards.get(threadId)?.name ?? 'the customer';
  return (
    <Dialog title={`Ask for a call to ${name}`} size="wide">
      <Trouble words={problem?.message ?? null} />
      {slip !== null && <SlipForm threadId={threadId} name={name} slip={slip} />}
    </Dialog>
  );
};

const prepare = (threadId: ThreadId): Promise<PhoneSlip> => call('phone.prepare', { threadId });
