import { useEffect, useState } from 'react';
import type { RelatedThread } from '../../shared/api/customers.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Card } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { attempt, notify } from '../store/notices.ts';
import { asOwn } from '../store/own.ts';
import { openThread, readThread } from '../store/thread.ts';
import { folded } from '../text/plain.ts';
import { Pick, type Choice } from '../ui/pick.tsx';
import { statusWords } from '../ui/status-words.ts';
import { dayName } from '../ui/time.ts';

/** Two threads are one: of the same customer, or of two handles that are one person. */
export const Merge = () => {
  const [card] = useState(() => threadInFocus(get()));
  const [related, setRelated] = useState<readonly RelatedThread[]>([]);
  useEffect(() => {
    if (!card) return;
    void call('customer.related', { threadId: card.id })
      .then((answer) => setRelated(answer.related))
      .catch(() => undefined);
  }, [card]);
  const choices = card ? [...related.map(choiceOf), ...nearby(card, related)] : [];
  return (
    <Pick
      title={card ? `Merge @${card.handle} with` : 'Merge'}
      label="Which thread, by handle or words"
      choices={choices}
      none="No such thread is near. Open a column that shows it, then try again."
      hint="Merging threads of two customers says that they are one person. Undo takes it back."
      onChoose={(id) => card && void mergeWith(card, id as ThreadId)}
    />
  );
};

const mergeWith = async (card: Card, from: ThreadId): Promise<void> => {
  set({ overlay: null });
  await attempt(async () => {
    const { into } = await asOwn(card.id, () => call('thread.merge', { threadId: card.id, from }));
    notify('Merged into one thread.');
    const openId = get().thread?.id;
    if (openId === into) await readThread(into);
    else if (openId === card.id || openId === from) await openThread(into);
  });
};

const choiceOf = ({ id, handle, preview, status, openedAt, why }: RelatedThread): Choice => ({
  id,
  words: `@${handle}  ${folded(preview)}`,
  aside: `${why === 'customer' ? dayName(openedAt, Date.now()) : 'same conversation'} · ${statusWords[status]}`,
});

/** The cards on screen: somebody whose second handle one has just noticed is there. */
const nearby = ({ id, accountId }: Card, related: readonly RelatedThread[]): Choice[] => {
  const known = new Set<string>([id, ...related.map((one) => one.id)]);
  return [...get().cards.values()]
    .filter((card) => card.accountId === accountId && !known.has(card.id))
    .slice(0, 300)
    .map((card) => ({
      id: card.id,
      words: `@${card.handle}  ${folded(card.preview)}`,
      aside: `another customer · ${statusWords[card.status]}`,
    }));
};
