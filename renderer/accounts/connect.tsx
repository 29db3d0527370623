import { useEffect, useRef, useState } from 'react';
import type { Connected, SignInBegan, SignIns } from '../../shared/api/accounts.ts';
import { failureOf } from '../../shared/errors.ts';
import { call, on } from '../call.ts';
import { set, useDesk } from '../store/desk.ts';
import { notify } from '../store/notices.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Asking, type Asked } from './asking.tsx';
import { inputOf, useSignIns } from './keeping.tsx';
import { Tried } from './tried.tsx';
import { Waiting } from './waiting.tsx';

type Step =
  | { at: 'asking'; trouble: string | null }
  | { at: 'waiting'; began: SignInBegan | null }
  | { at: 'connected'; connected: Connected };

/** Connecting a brand to X, or signing the same one in again: its own app, the browser, then what it may do. */
export const Connect = () => {
  const again = useDesk(({ accounts, reauthorising }) =>
    accounts.find(({ account }) => account.id === reauthorising),
  )?.account;
  const signIns = useSignIns();
  const [step, setStep] = useState<Step>({ at: 'asking', trouble: null });
  const isClosed = useRef(false);
  const isWaiting = step.at === 'waiting';

  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
      set({ reauthorising: null });
    };
  }, []);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const stop = on('account.signIn', (began) => setStep({ at: 'waiting', began }));
    return () => {
      stop();
      // Left by Esc: nobody waits for the browser any more.
      if (isClosed.current) void call('account.cancelConnect', {}).catch(() => undefined);
    };
  }, [isWaiting]);

  const connect = async ({ clientId, kept }: Asked, known: SignIns): Promise<void> => {
    setStep({ at: 'waiting', began: null });
    try {
      const input = inputOf(kept, known);
      const connected = await (again
        ? call('account.reauthorise', { accountId: again.id, ...(clientId !== '' && { clientId }), ...input })
        : call('account.connect', { clientId, ...input }));
      notify(`@${connected.handle} is connected.`);
      if (!isClosed.current) setStep({ at: 'connected', connected });
    } catch (error) {
      if (!isClosed.current) setStep({ at: 'asking', trouble: failureOf(error).message });
    }
  };
  const cancel = (): void => {
    void call('account.cancelConnect', {}).catch(() => undefined);
    setStep({ at: 'asking', trouble: null });
  };

  return (
    <Dialog
      title={again ? `Sign @${again.handle} in again` : 'Connect an account on X'}
      size={step.at === 'asking' && !again ? 'wide' : 'small'}
    >
      {step.at === 'waiting' && <Waiting began={step.began} onCancel={cancel} />}
      {step.at === 'connected' && <Tried connected={step.connected} />}
      {step.at === 'asking' && signIns !== null && (
        <Asking
          again={again}
          signIns={signIns}
          trouble={step.trouble}
          onAsk={(asked) => void connect(asked, signIns)}
        />
      )}
    </Dialog>
  );
};
