import { expect, it } from 'vitest';
import type { AgentId } from '../ids.ts';
import { matchesSearch, type SearchFacts } from './match.ts';
import { isNamed } from './names.ts';
import { parseSearch } from './parse.ts';
import { reading } from './testing/queries.ts';

const me = 'ab' as AgentId;
const facts: SearchFacts = {
  texts: ['Still no SIGNAL in LS1 @HallamMobile #Outage 😡 電話が壊れた', 'Zoë Nowak'],
  at: Date.UTC(2026, 2, 14, 12),
  direction: 'in',
  kind: 'post',
  lang: 'pt-BR',
  author: { id: 'x:user:7', name: 'Zoë Nowak', handle: 'zoe_n' },
  to: { id: 'x:user:1', name: 'Hallam Mobile', handle: 'hallammobile' },
  agent: null,
  has: ['image', 'note'],
  isDeleted: false,
  account: { id: 'x:account:1', name: 'Hallam Mobile', handle: 'hallammobile' },
  thread: {
    status: 'waiting-expert',
    assignee: { id: 'ab', name: 'Ada Brook', handle: 'AB' },
    tags: [{ id: 't1', name: 'Late delivery', handle: null }],
    isBreached: true,
    isEscalated: false,
  },
};
const finds = (text: string, some: Partial<SearchFacts> = {}): boolean => {
  const { query, problems } = parseSearch(text, reading);
  expect(problems).toEqual([]);
  if (query === null) throw new Error('nothing to look for');
  return matchesSearch(query, { ...facts, ...some }, me);
};

it.each([
  'signal still',
  '"no signal in ls1"',
  'sig*',
  'outage',
  '#outage',
  'hallammobile',
  '電話',
  '😡',
  'zoe',
  '-refund',
  'refund OR signal',
  '(refund OR signal) -spam',
  'from:@ZOE_N',
  'from:zoë',
  'from:"zoe nowak"',
  'from:7',
  'from:x:user:7',
  'to:hallammobile',
  'account:"hallam mobile"',
  'assigned:me',
  'assigned:ab',
  'assigned:brook',
  'tag:late',
  'tag:"late delivery"',
  'status:waiting-expert',
  'lang:pt',
  'lang:pt-br',
  'on:2026-03-14',
  'after:2026-03-14',
  'before:2026-03-15',
  'on:march',
  'has:image has:note',
  'is:public is:inbound is:breached',
])('%s finds it', (text) => expect(finds(text)).toBe(true));

it.each([
  'sign',
  '#signal',
  '@outage',
  '"signal still"',
  '"壊れた zoë"',
  '"電話 zoe"',
  'refund OR spam',
  '-signal',
  'from:zo',
  'from:@zoe',
  'from:hallammobile',
  'agent:me',
  'assigned:nobody',
  'assigned:cd',
  'tag:delivery-late',
  'status:open',
  'lang:pl',
  'before:2026-03-14',
  'after:2026-03-15',
  'on:2026-03-13',
  'has:video',
  'is:dm',
  'is:outbound',
  'is:deleted',
  'is:escalated',
])('%s does not', (text) => expect(finds(text)).toBe(false));

it('asks nothing of a thread where there is none', () => {
  for (const text of ['status:open', 'assigned:nobody', 'assigned:me', 'tag:late', 'is:breached']) {
    expect(finds(text, { thread: null })).toBe(false);
    expect(finds(`-${text}`, { thread: null })).toBe(true);
  }
});

it('knows a note by who left it, and that nobody sent it', () => {
  const note = { direction: null, kind: null, author: null, to: null, agent: facts.thread?.assignee ?? null };
  expect(finds('agent:me agent:AB', note)).toBe(true);
  expect(finds('is:inbound OR is:outbound OR is:dm OR is:public OR from:zoe_n', note)).toBe(false);
});

it('means me in small letters, and Mary Evans in capitals', () => {
  const mary = { ...facts.thread, assignee: { id: 'me', name: 'Mary Evans', handle: 'ME' } };
  const some = { thread: mary as NonNullable<SearchFacts['thread']> };
  expect([finds('assigned:me', some), finds('assigned:ME', some)]).toEqual([false, true]);
});

it('is not named by nothing', () => {
  const tag = { id: 't1', name: 'a', handle: '' };
  expect([isNamed('@', tag), isNamed('\u200b', tag), isNamed('', tag)]).toEqual([false, false, false]);
});
