import type { AgentId } from '../ids.ts';
import type { Status } from '../model.ts';
import type { Ms } from '../model/time.ts';
import { foldText } from './fold.ts';
import { isNamed, type Named } from './names.ts';
import type { Field, Has, Is, Query } from './query.ts';
import { isIn, soughtIn } from './sought.ts';

/** What is known of one message, note or call note when somebody looks for it. */
export type SearchFacts = {
  /** Every text a word may stand in, as written: its own first. A phrase never runs from one into the next. */
  texts: readonly string[];
  /** When it was written. */
  at: Ms;
  /** Null for notes and calls: nobody sent them. */
  direction: 'in' | 'out' | null;
  kind: 'post' | 'dm' | null;
  /** As the network told it. */
  lang: string | null;
  /** Its author on the network, and whom it went to; null for notes and calls, and where nobody is addressed. */
  author: Named | null;
  to: Named | null;
  /** Who of us wrote it; null: the customer, or nobody at this desk. */
  agent: Named | null;
  has: readonly Has[];
  isDeleted: boolean;
  account: Named;
  /** Null: it belongs to no thread (somebody else's post, the brand's own news). */
  thread: {
    status: Status;
    assignee: Named | null;
    tags: readonly Named[];
    isBreached: boolean;
    isEscalated: boolean;
  } | null;
};

/**
 * The rule of the search, plainly: what `main/core/search` must find with its indexes, whatever it does to be quick. `me`
 * is whoever looks.
 */
export const matchesSearch = (query: Query, facts: SearchFacts, me: AgentId): boolean => {
  switch (query.kind) {
    case 'all':
      return query.of.every((one) => matchesSearch(one, facts, me));
    case 'any':
      return query.of.some((one) => matchesSearch(one, facts, me));
    case 'not':
      return !matchesSearch(query.of, facts, me);
    case 'word':
      return stands(query.text, query.isPrefix, facts);
    case 'phrase':
      return stands(query.text, false, facts);
    case 'field':
      return holds(query, facts, me);
  }
};

const stands = (text: string, isPrefix: boolean, { texts }: SearchFacts): boolean => {
  const sought = soughtIn(text, isPrefix);
  return sought !== null && texts.some((one) => isIn(foldText(one), sought));
};

const holds = (field: Field, facts: SearchFacts, me: AgentId): boolean => {
  const { thread } = facts;
  switch (field.name) {
    case 'from':
      return isWho(field.value, facts.author);
    case 'to':
      return isWho(field.value, facts.to);
    case 'account':
      return isWho(field.value, facts.account);
    case 'agent':
      return isColleague(field.value, facts.agent, me);
    case 'assigned':
      if (field.value === 'nobody') return thread !== null && thread.assignee === null;
      return isColleague(field.value, thread?.assignee ?? null, me);
    case 'tag':
      return thread?.tags.some((tag) => isNamed(field.value, tag)) ?? false;
    case 'status':
      return thread?.status === field.value;
    case 'lang':
      return isTongue(facts.lang, field.value);
    case 'before':
      return facts.at < field.from;
    case 'after':
      return facts.at >= field.from;
    case 'on':
      return facts.at >= field.from && facts.at < field.to;
    case 'has':
      return facts.has.includes(field.value);
    case 'is':
      return isSo(field.value, facts);
  }
};

const isWho = (value: string, who: Named | null): boolean => who !== null && isNamed(value, who);

const isColleague = (value: string, who: Named | null, me: AgentId): boolean =>
  value === 'me' ? who?.id === me : isWho(value, who);

/** `pt` is Portuguese wherever it is spoken; `pt-br` is that alone. */
const isTongue = (lang: string | null, value: string): boolean => {
  const told = lang?.toLowerCase();
  return told === value || (told?.startsWith(`${value}-`) ?? false);
};

const isSo = (value: Is, { kind, direction, isDeleted, thread }: SearchFacts): boolean => {
  switch (value) {
    case 'dm':
      return kind === 'dm';
    case 'public':
      return kind === 'post';
    case 'inbound':
      return direction === 'in';
    case 'outbound':
      return direction === 'out';
    case 'deleted':
      return isDeleted;
    case 'breached':
      return thread?.isBreached ?? false;
    case 'escalated':
      return thread?.isEscalated ?? false;
  }
};
