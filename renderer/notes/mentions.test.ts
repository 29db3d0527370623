import { expect, it } from 'vitest';
import type { AgentId } from '../../shared/ids.ts';
import { agent } from '../testing/cards.ts';
import { mentionsIn } from './notes.ts';

const people = [
  agent({ id: 'ab' as AgentId, name: 'Ada Byron', initials: 'AB' }),
  agent({ id: 'zw' as AgentId, name: 'Żaneta Wójcik', initials: 'ŻW' }),
  agent({ id: 'jo' as AgentId, name: 'Jo Bell', initials: 'JB', leftAt: 1 }),
];

it.each([
  ['ask @AB', ['ab']],
  ['@ada, can you?', ['ab']],
  ['@żaneta and @ab', ['ab', 'zw']],
  ['mail me at x@ab.example', []],
  ['@JB has left', []],
  ['no @ at all', []],
])('%s', (text, ids) => expect(mentionsIn(text, people)).toEqual(ids));
