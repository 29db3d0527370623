import { expect, it } from 'vitest';
import { draftVersions } from './draft-versions.ts';
import { saveDraft } from './drafts.ts';
import { arrive, makeDesk, onlyThread, post } from './testing/desk.ts';

it('tells what was written before, the newest first, without what was only on its way', () => {
  const desk = makeDesk();
  arrive(desk, [post('1')]);
  const threadId = onlyThread(desk);
  for (const text of ['So', 'So sorry', 'So sorry, Maya', '', 'We', 'We are on it']) {
    desk.clock.now += 1000;
    saveDraft(desk, threadId, 'post', text);
  }
  expect(draftVersions(desk, { threadId, kind: 'post' }).map(({ text }) => text)).toEqual([
    'We are on it',
    'So sorry, Maya',
  ]);
  expect(draftVersions(desk, { threadId, kind: 'dm' })).toEqual([]);
});
