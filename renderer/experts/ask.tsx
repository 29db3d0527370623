import { useState } from 'react';
import type { Agent } from '../../shared/model.ts';
import { get } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ChooseExpert } from './choose-expert.tsx';
import { PutQuestion } from './put-question.tsx';

/** Whom to ask, then what, and until when: two steps of one dialog, the keyboard never leaves it. */
export const Ask = () => {
  // What was meant when it was asked for.
  const [card] = useState(() => threadInFocus(get()));
  const [expert, setExpert] = useState<Agent | null>(null);
  if (!card) return null;
  return (
    <Dialog title={expert === null ? `Ask a colleague about @${card.handle}` : `Ask ${expert.name}`}>
      {expert === null ? (
        <ChooseExpert onChoose={setExpert} />
      ) : (
        <PutQuestion card={card} expert={expert} onBack={() => setExpert(null)} />
      )}
    </Dialog>
  );
};
