import { expect, it } from 'vitest';
import { ingestLookup } from '../ingest/ingest.ts';
import { arrive, makeDesk, onlyThread, post } from '../testing/desk.ts';
import { findCard } from './cards.ts';

it('says of the newest message that it was edited, or why it is gone', () => {
  const desk = makeDesk();
  arrive(desk, [post('10', { text: 'No signal' })]);
  const card = () => findCard(desk.db, onlyThread(desk));
  expect(card()).toMatchObject({ preview: 'No signal', isPreviewEdited: false, previewGone: null });
  arrive(desk, [post('10', { versionId: '12', text: 'No signal in LS1' })]);
  expect(card()).toMatchObject({ preview: 'No signal in LS1', isPreviewEdited: true, previewGone: null });
  ingestLookup(desk, desk.account, {
    ...{ messages: [], identities: [], unreadable: [], cost: [] },
    gone: [{ messageId: `${desk.account.id}/post/10`, because: 'protected' }],
  });
  expect(card()).toMatchObject({ preview: '', previewGone: 'protected', replyRight: 'deleted' });
});
