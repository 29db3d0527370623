import type { Extras } from '../../../shared/model.ts';
import { LinkCard } from './link-card.tsx';
import { Poll } from './poll.tsx';
import { Quoted } from './quoted.tsx';

/** What goes with a text: the poll, the pages it links to, the post it quotes, as the network told of them. */
export const ExtrasOf = ({ extras: { poll, cards, quoted } }: { extras: Extras }) => (
  <>
    {poll !== null && <Poll poll={poll} />}
    {cards.map((card, at) => (
      // The cards of a message have no id and never change their order.
      <LinkCard key={at} card={card} />
    ))}
    {quoted !== null && <Quoted quoted={quoted} />}
  </>
);
