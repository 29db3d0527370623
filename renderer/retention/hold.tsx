import { useEffect, useRef, useState } from 'react';
import { call } from '../call.ts';
import { Choices } from '../settings/parts.tsx';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import form from '../ui/form.module.css';

const close = (): void => set({ overlay: null });

/** From then on nothing of it goes, whoever wants it gone. */
export const Hold = () => {
  const [card] = useState(() => threadInFocus(get()));
  const [on, setOn] = useState<'thread' | 'customer'>('thread');
  const [reason, setReason] = useState('');
  const { trouble, attempt } = useAttempt(close);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  if (!card) return null;
  return (
    <Dialog title="Hold">
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(async () => {
            await call('hold.set', { threadId: card.id, on, reason });
            return 'On hold. Nothing of it is removed or erased until somebody lifts that.';
          });
        }}
      >
        <p className={form.hint}>
          What is on hold stays, however long a brand keeps things, and nobody can erase it.
        </p>
        <Choices
          name="hold-on"
          label="What is kept"
          value={on}
          options={[
            { value: 'thread', label: 'This thread' },
            { value: 'customer', label: `Everything of @${card.handle}, also what comes` },
          ]}
          onChange={setOn}
        />
        <Text
          label="Why"
          hint="Shown to everybody who works on it, and to whoever wants to erase it."
          maxLength={500}
          inputRef={field}
          value={reason}
          onChange={setReason}
        />
        <FormFoot trouble={trouble} action="Hold" isOff={reason.trim().length < 3} onLeave={close} />
      </form>
    </Dialog>
  );
};
