import type { DeskSnapshot, Door, EventName, Events, Input, Output, RequestName } from '../../shared/api.ts';
import { failureOf, type Reply } from '../../shared/errors.ts';
import type { Filter } from '../../shared/filter.ts';
import { compare, matches } from '../../shared/match.ts';
import type { Message, OutboxItem } from '../../shared/model.ts';
import { triageColumns } from '../../shared/presets.ts';
import { defaultSettings } from '../../shared/settings-default.ts';
import '../call.ts';
import { account, agent, card, me } from './cards.ts';

type Handlers = { [N in RequestName]?: (input: Input<N>) => Output<N> | Promise<Output<N>> };

export type FakeDoor = Door & {
  /** Everything that was asked, in order. */
  asked: { name: RequestName; input: unknown }[];
  askedFor: <N extends RequestName>(name: N) => Input<N>[];
  emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  handlers: Handlers;
};

export const snapshot = (over: Partial<DeskSnapshot> = {}): DeskSnapshot => ({
  agent: agent(),
  agents: [],
  queues: [],
  tags: [],
  policies: [],
  calendars: [],
  snippets: [],
  schedules: [],
  gaps: [],
  alerts: [],
  accounts: [{ account: account(), streams: [], directions: [], spentMicros: 0, quarantined: 0 }],
  settings: { ...defaultSettings },
  columns: triageColumns,
  resolvedToday: 0,
  version: '0.0.0',
  machine: 'desk-1',
  platform: 'linux',
  practice: 'on',
  ...over,
});

/** A main process in memory: as little as the window needs to be believed. */
export const fakeDoor = (
  cards = [card('maya')],
  messages: Message[] = [],
  handlers: Handlers = {},
): FakeDoor => {
  const listeners = new Set<(name: string, payload: unknown) => void>();
  const asked: FakeDoor['asked'] = [];
  const find = (id: string) => {
    const found = cards.find((one) => one.id === id);
    if (!found) throw new Error(`no thread ${id}`);
    return found;
  };
  const queued = (kind: 'post' | 'dm', input: Input<'message.reply'>): Output<'message.reply'> => ({
    seq: 1,
    item: {
      ...input,
      kind,
      by: me,
      byInitials: 'AB',
      queuedAt: 2000,
      revision: 1,
      state: { at: 'queued', notBefore: 0 },
    } as unknown as OutboxItem,
  });
  const basic: Handlers = {
    'desk.open': () => snapshot(),
    'column.page': ({ filter, order, limit }) => {
      const all = cards
        .filter((one) => matches(filter as Filter, one, me, Date.now()))
        .sort((a, b) => compare(order, a, b));
      const page = all.slice(0, limit);
      return { cards: page, hasMore: all.length > limit, cursor: page.at(-1) ?? null };
    },
    'column.count': ({ filter }) => ({
      count: cards.filter((one) => matches(filter as Filter, one, me, Date.now())).length,
      isCapped: false,
    }),
    'thread.open': ({ threadId }) => ({
      card: find(threadId),
      customer: { id: 'customer' as never, identities: [] },
      context: [],
      messages: messages.filter((one) => one.threadId === threadId),
      hasEarlier: false,
      outbox: [],
      drafts: [],
      uploads: [],
      previous: [],
      answeredBy: [],
      notes: [],
      escalations: [],
      questions: [],
    }),
    'thread.read': () => ({ seq: null }),
    'thread.claim': () => ({ seq: 1 }),
    'thread.resolve': () => ({ seq: 1 }),
    'draft.save': (input) => ({ ...input, version: 1 }) as Output<'draft.save'>,
    'message.reply': (input) => queued('post', input),
    'message.direct': (input) => queued('dm', input),
    'outbox.cancel': () => ({ seq: 1, draft: null }),
    'settings.save': (change) => ({ ...snapshot().settings, ...change }) as Output<'settings.save'>,
  };
  const all = { ...basic, ...handlers };
  return {
    asked,
    askedFor: <N extends RequestName>(name: N) =>
      asked.filter((one) => one.name === name).map((one) => one.input as Input<N>),
    handlers: all,
    emit: (name, payload) => {
      for (const listener of listeners) listener(name, payload);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    invoke: async (name, input): Promise<Reply<unknown>> => {
      asked.push({ name: name as RequestName, input });
      try {
        const handler = all[name as RequestName] as ((input: unknown) => unknown) | undefined;
        return { ok: true, value: await handler?.(input) };
      } catch (error) {
        return { ok: false, error: failureOf(error) };
      }
    },
  };
};
