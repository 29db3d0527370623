import { useState } from 'react';
import type { Card, IncomingCall } from '../../shared/model.ts';
import { call } from '../call.ts';
import { change } from '../store/calls.ts';
import { get, set, useDesk } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { openThread, readThread } from '../store/thread.ts';
import { folded } from '../text/plain.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { statusWords } from '../ui/status-words.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import form from '../ui/form.module.css';
import list from '../ui/pick.module.css';
import slip from './slip.module.css';

/** So many of the threads that this window knows are offered; who types finds among all of them. */
const offered = 100;

/** Somebody rang whom nobody knew: who they say they are, and that their number may be kept. */
export const FindCaller = () => {
  // Another call may be announced meanwhile; this is about the one it was asked for.
  const [incoming] = useState(() => get().phone.incoming);
  const [card, setCard] = useState<Card | null>(null);
  if (!incoming) return null;
  return (
    <Dialog
      title={
        card === null ? `Whose number is ${incoming.shown}?` : `${incoming.shown} belongs to ${card.name}`
      }
    >
      {card === null ? (
        <Among onChoose={setCard} />
      ) : (
        <Keep incoming={incoming} card={card} onBack={() => setCard(null)} />
      )}
    </Dialog>
  );
};

const Among = ({ onChoose }: { onChoose: (card: Card) => void }) => {
  const [query, setQuery] = useState('');
  const cards = useDesk((desk) => desk.cards);
  const [first] = useState(() => threadInFocus(get())?.id);
  const asked = query.trim().replace(/^@/u, '').toLocaleLowerCase();
  const found = [...cards.values()]
    .filter(({ name, handle, preview }) => `${name} ${handle} ${preview}`.toLocaleLowerCase().includes(asked))
    // Who rings about a thread often rings about the one that is being read.
    .toSorted((a, b) => Number(b.id === first) - Number(a.id === first) || b.lastMessageAt - a.lastMessageAt)
    .slice(0, offered);
  return (
    <PickList
      label="Find the customer, by name, handle or words"
      query={query}
      onQuery={setQuery}
      items={found}
      idOf={({ id }) => id}
      wordsOf={({ handle }) => handle}
      onChoose={onChoose}
      none="No such thread is near. Open a column that shows it, then press F6 again."
    >
      {({ name, handle, preview, status }) => (
        <>
          <span className={list.words}>
            {name} @{handle} {folded(preview)}
          </span>
          <span className={list.aside}>{statusWords[status]}</span>
        </>
      )}
    </PickList>
  );
};

type KeepProps = { incoming: IncomingCall; card: Card; onBack: () => void };

const Keep = ({ incoming, card, onBack }: KeepProps) => {
  const [hasConsent, setHasConsent] = useState(false);
  const { trouble, setTrouble, attempt } = useAttempt(() => {
    set({ overlay: null, wantsFocus: 'pane' });
    change((phone) => (phone.incoming?.id === incoming.id ? { incoming: null } : {}));
    void (get().thread?.id === card.id ? readThread(card.id) : openThread(card.id));
  });
  const keep = (): void => {
    if (!hasConsent)
      return setTrouble('No number is kept without consent. Ask them, then tick that they agreed.');
    void attempt(async () => {
      await call('phone.attach', { threadId: card.id, number: incoming.shown, hasConsent: true });
      return `The number is kept for ${card.name}. Undo forgets it.`;
    });
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label className={slip.check}>
        <input
          type="checkbox"
          checked={hasConsent}
          // The step before gave the keyboard away with its list.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={({ target }) => setHasConsent(target.checked)}
        />
        <span>{card.name} agreed that this number is kept, and to be called on it.</span>
      </label>
      <p className={form.hint}>
        It is shown masked from now on, and forgotten by itself when its time is over. The next call from it
        opens their thread.
      </p>
      <FormFoot trouble={trouble} action="Keep the number" leave="Somebody else" onLeave={onBack} />
    </form>
  );
};
