import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, QuestionId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { arrive, makeDesk, onlyThread, ownReply, post } from '../testing/desk.ts';
import { claim, release, reopen, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { answer, ask, withdraw } from './questions.ts';
import { openQuestion } from './rows.ts';

const people = ['ab', 'cd'] as const;
const steps = [
  'ask',
  'answer',
  'withdraw',
  'claim',
  'release',
  'resolve',
  'reopen',
  'undo',
  'wrote',
  'sent',
] as const;
const step = fc.record({
  what: fc.constantFrom(...steps, 'ask' as const, 'undo' as const),
  by: fc.constantFrom(...people),
});

it('keeps one open question at most, on the thread that waits for it, whatever is done and taken back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (all) => {
      const desk = makeDesk();
      arrive(desk, [post('10')]);
      const threadId = onlyThread(desk);
      let message = 10;
      for (const { what, by } of all) {
        desk.clock.now += 60_000;
        const me = desk.as(by);
        const thread = getThread(desk.db, threadId);
        const on = { threadId, revision: thread.revision };
        const id = (openQuestion(desk.db, threadId)?.id ?? 'none') as QuestionId;
        const other = people.find((one) => one !== by) as string as AgentId;
        const dueAt = desk.now() + 3_600_000;
        message += 1;
        const run: Record<(typeof steps)[number], () => unknown> = {
          ask: () => ask(me, { threadId, expertId: other, text: 'Is it so?', dueAt }),
          answer: () => answer(me, { id, text: 'It is' }),
          withdraw: () => withdraw(me, { id }),
          claim: () => claim(me, on),
          release: () => release(me, on),
          resolve: () => resolve(me, { ...on, reason: 'answered' }),
          reopen: () => reopen(me, on),
          undo: () => undo(me),
          wrote: () => arrive(desk, [post(String(message))]),
          sent: () => arrive(desk, [ownReply(String(message), '7')], 'own'),
        };
        try {
          run[what]();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
        const after = getThread(desk.db, threadId);
        const open = desk.db.all<{ expert_id: string }>(
          "SELECT expert_id FROM questions WHERE state = 'open'",
        );
        expect(open.length).toBeLessThanOrEqual(1);
        expect(after.expert_id).toBe(open[0]?.expert_id ?? null);
        if (after.is_open === 1) expect(after.status === 'waiting-expert').toBe(open.length === 1);
      }
      expect(findBreak(desk.db)).toBeNull();
      desk.db.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
