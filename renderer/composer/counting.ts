import { linksIn, measure, sign, type Measure } from '../../shared/compose.ts';
import { withoutLinks } from '../../shared/compose/links.ts';
import { split, type Split } from '../../shared/compose/split.ts';
import type { MessageKind } from '../../shared/model.ts';

export type Counted = Measure &
  Split & {
    /** How many links it has, and how it would read without them. */
    links: number;
    bare: string;
  };

/** Everything the foot of the composer says about a text, counted once per key. */
export const count = (kind: MessageKind, text: string, initials: string): Counted => {
  // Before the first word the signature is reserved all the same.
  const measured = measure(kind, text.trim() === '' ? ` ^${initials}` : sign(text, initials), 'in-reply');
  const chain = split({ kind, text, initials, said: 'in-reply' });
  const links = linksIn(text).length;
  return { ...measured, ...chain, links, bare: links === 0 ? text : withoutLinks(text) };
};
