import { isOpen, type Card, type Gap, type Message } from '../../shared/model.ts';
import { GapInThread } from '../gaps/gap-in-thread.tsx';
import type { OpenThread } from '../store/state.ts';
import type { LogEntry } from './log-entry.ts';

const none: readonly LogEntry[] = [];

/**
 * Gaps in which something of this conversation may be missing, each at its end: what was said around it is above and below.
 * A conversation that had ended before is not troubled with them.
 */
export const gapsWithin = (
  gaps: readonly Gap[],
  { messages }: Pick<OpenThread, 'messages'>,
  card: Pick<Card, 'accountId' | 'status' | 'hasDirect'> | undefined,
): readonly LogEntry[] => {
  const first = messages[0];
  const last = messages.at(-1);
  if (gaps.length === 0 || !card || !first || !last) return none;
  return gaps
    .filter(({ accountId }) => accountId === card.accountId)
    .filter(({ stream }) => hasKind(messages, stream))
    .filter(
      ({ from, until }) => until >= first.createdAt && (isOpen(card.status) || last.createdAt >= (from ?? 0)),
    )
    .map((row) => ({ id: row.id, at: row.until, View: GapInThread as LogEntry['View'], row }));
};

/** A thread that is public through and through misses no direct message, as far as one can tell. */
const hasKind = (messages: readonly Message[], stream: Gap['stream']): boolean =>
  stream === 'own' || messages.some(({ kind }) => kind === (stream === 'direct' ? 'dm' : 'post'));
