import { beforeEach, expect, it } from 'vitest';
import type { OutboxId, MessageId } from '../../../shared/ids.ts';
import { draftsOf, saveDraft } from '../drafts.ts';
import { saveSettings } from '../settings.ts';
import { arrive, makeDesk } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { StrictNetwork } from '../testing/network.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { settleMs } from './doubt.ts';
import { itemsById } from './shown.ts';
import { cancel, decide, edit, retry, sendNow } from './steps.ts';

let mail: Mail;
beforeEach(() => {
  mail = makeMail();
});

const draft = () => draftsOf(mail.desk, mail.threadId)[0];
const shown = (id: string) => itemsById(mail.desk.db, [id])[0];
/** An answer of which nobody knows what became. */
const doubtful = async (fate: 'lost-before' | 'lost-after', text = 'Sorry to hear that'): Promise<string> => {
  mail.net.fates = [fate];
  const id = mail.write(text);
  await mail.deliver();
  expect(mail.row(id).state).toBe('uncertain');
  return id;
};

it('waits for second thoughts, and not a moment longer', async () => {
  saveSettings(mail.desk, { undoSendSeconds: 10 });
  const id = mail.write('Too quick');
  expect(shown(id)?.state).toEqual({ at: 'queued', notBefore: mail.desk.now() + 10_000 });
  await mail.pass(9_999);
  expect(mail.texts()).toEqual([]);
  await mail.pass(1);
  expect(mail.texts()).toEqual(['Too quick ^AB']);
});

it('does not wait for hours because a clock was set back', async () => {
  const desk = makeDesk();
  const network = { now: desk.now() };
  mail = makeMail(undefined, desk, new StrictNetwork(() => network.now));
  const pass = (ms: number): Promise<void> => {
    network.now += ms;
    return mail.pass(ms);
  };
  saveSettings(desk, { undoSendSeconds: 10 });
  mail.write('Sorry');
  desk.clock.now -= 3 * 3_600_000;
  await pass(0);
  expect(mail.texts()).toEqual(['Sorry ^AB']);
  mail.net.fates = ['lost-after'];
  const id = mail.write('Sorry again');
  await pass(10_000);
  expect(mail.row(id).state).toBe('uncertain');
  desk.clock.now -= 3 * 3_600_000;
  for (let look = 0; look < 3; look += 1) await pass(settleMs * 2 ** look);
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[1]?.id });
  expect(mail.texts()).toHaveLength(2);
});

it('leaves at once when asked to', async () => {
  saveSettings(mail.desk, { undoSendSeconds: 30 });
  const id = mail.write('Now');
  sendNow(mail.desk, id);
  await mail.deliver();
  expect(mail.texts()).toHaveLength(1);
  expect(() => sendNow(mail.desk, id)).toThrow(/still waits/u);
});

it('gives back the text and its id, above what was typed since', async () => {
  saveSettings(mail.desk, { undoSendSeconds: 10 });
  const id = mail.write('Too quick');
  undo(mail.desk);
  expect(draft()).toMatchObject({ text: 'Too quick', intention: id });

  mail.write('Too quick', { id });
  expect(draft()).toBeUndefined();
  saveDraft(mail.desk, mail.threadId, 'post', 'And another thing', 'next');
  expect(cancel(mail.desk, id).draft).toMatchObject({
    text: 'Too quick\nAnd another thing',
    intention: 'next',
  });
  await mail.pass(60_000);
  expect(mail.texts()).toEqual([]);
});

it('sends what was taken back under the same id, once', async () => {
  const id = mail.write('Too quick', { id: 'same' });
  expect(edit(mail.desk, id).text).toBe('Too quick');
  mail.write('Well considered', { id: 'same' });
  mail.write('Well considered', { id: 'same' });
  await mail.deliver();
  mail.write('Well considered', { id: 'same' });
  await mail.deliver();
  expect(mail.texts()).toEqual(['Well considered ^AB']);
});

it('goes back to its author alone', () => {
  const id = mail.write('Mine');
  expect(() => edit(mail.desk.as('cd'), id)).toThrow(/Only who wrote this/u);
  expect(cancel(mail.desk.as('cd'), id).draft?.text).toBe('Mine');
  expect(draft()?.text).toBe('Mine');
});

it('refuses in words what is not true any more', async () => {
  const id = mail.write('Gone');
  await mail.deliver();
  for (const step of [cancel, edit]) expect(() => step(mail.desk, id)).toThrow(/already left/u);
  expect(() => retry(mail.desk, id)).toThrow(/certainly was not sent/u);
  expect(() => decide(mail.desk, { id: id as OutboxId, as: 'lost' })).toThrow(/nothing to decide/u);
  const unknown = await doubtful('lost-after');
  for (const step of [cancel, edit]) expect(() => step(mail.desk, unknown)).toThrow(/not known yet/u);
  expect(() => retry(mail.desk, unknown)).toThrow(/certainly was not sent/u);
});

it('asks a person when something nearly the same is there, with both facts', async () => {
  const words =
    'Sorry to hear that, an engineer is on the way to the mast in Leeds and it will be back at noon';
  const id = await doubtful('lost-before', words);
  // Somebody answered from elsewhere meanwhile, in nearly these words.
  mail.net.sent.push({
    ...{ id: '5000', kind: 'post', to: '10', media: [], text: `${words.replace('noon', 'one')} ^AB` },
    ...{ createdAt: mail.desk.now() + 5000, shownAt: 0 },
  });
  for (let check = 0; check < 3; check += 1) await mail.pass(settleMs * 2 ** check + 1000);
  expect(mail.row(id).state).toBe('uncertain');
  expect(shown(id)?.state).toMatchObject({
    at: 'uncertain',
    checks: 3,
    reason: 'No answer came.',
    facts: {
      isUpToYou: true,
      endedAt: expect.any(Number) as number,
      readUntil: mail.desk.now(),
      near: [{ messageId: 'x:account:1/post/5000' }],
    },
  });
  decide(mail.desk, {
    id: id as OutboxId,
    as: 'arrived',
    messageId: 'x:account:1/post/5000' as MessageId,
  });
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: '5000' });
  await mail.pass(3_600_000);
  expect(mail.texts()).toHaveLength(1);
  expectReplayed(mail.desk);
});

it('takes a person’s word that it arrived, though it was never read', async () => {
  const id = await doubtful('lost-before');
  expect(getThread(mail.desk.db, mail.threadId).waiting_since).not.toBeNull();
  decide(mail.desk, { id: id as OutboxId, as: 'arrived' });
  expect(shown(id)?.state).toMatchObject({ at: 'sent', remoteId: '' });
  expect(getThread(mail.desk.db, mail.threadId)).toMatchObject({ waiting_since: null, sending: null });
});

it('takes a person’s word that it did not, and that may be taken back', async () => {
  const id = await doubtful('lost-after');
  decide(mail.desk, { id: id as OutboxId, as: 'lost' });
  expect(mail.row(id)).toMatchObject({ state: 'failed', code: 'lost' });
  undo(mail.desk);
  expect(mail.row(id).state).toBe('uncertain');
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[0]?.id });
  expectReplayed(mail.desk);
});

it('knows from a refused repetition that the first attempt arrived', async () => {
  mail.net.knowsTexts = true;
  const id = await doubtful('lost-after');
  decide(mail.desk, { id: id as OutboxId, as: 'lost' });
  retry(mail.desk, id);
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[0]?.id });
  expect(mail.texts()).toHaveLength(1);
});

it('fails at once when the network has this text of another message', async () => {
  mail.net.knowsTexts = true;
  mail.write('Sorry');
  await mail.deliver();
  const id = mail.write('Sorry');
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'failed', code: 'rejected' });
});

it('finds what shows late, though others were read past it', async () => {
  mail.net.fates = ['lost-late', 'taken'];
  const slow = mail.write('The slow one');
  await mail.deliver();
  const quick = mail.write('The quick one');
  await mail.deliver();
  expect(mail.row(quick).state).toBe('sent');
  await mail.pass(settleMs + 1000);
  expect(mail.row(slow)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[0]?.id });
  expect(mail.texts()).toHaveLength(2);
});

it('that counted as absent is looked for once more before it leaves again', async () => {
  mail.net.lateMs = 300_000;
  mail.net.fates = ['lost-late', 'limited'];
  const id = mail.write('Sorry', { kind: 'dm' });
  await mail.deliver();
  for (let look = 0; look < 3; look += 1) await mail.pass(settleMs * 2 ** look);
  expect(mail.row(id)).toMatchObject({ state: 'queued', code: 'rate-limited' });
  mail.desk.clock.now += 300_000;
  const { messages } = await mail.net.connection().poll('direct', null);
  arrive(mail.desk, messages, 'direct');
  await mail.deliver();
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: mail.net.sent[0]?.id });
  expect(mail.texts()).toHaveLength(1);
});

it('finds its message by the network’s clock, however wrong ours is', async () => {
  mail.net.fates = ['lost-after'];
  mail.desk.clock.now += 26 * 3_600_000;
  const id = mail.write('Sorry');
  await mail.deliver();
  // The network is a day behind what this machine believes.
  const [posted] = mail.net.sent;
  if (posted) posted.createdAt -= 26 * 3_600_000 - 60_000;
  await mail.pass(settleMs + 1000);
  expect(mail.row(id)).toMatchObject({ state: 'sent', remote_id: posted?.id });
});

it('a direct message limit holds direct messages alone', async () => {
  mail.net.fates = ['limited'];
  const dm = mail.write('In private', { kind: 'dm' });
  await mail.deliver();
  expect(shown(dm)?.state).toMatchObject({ at: 'queued', because: 'Too many.' });
  mail.write('In public');
  await mail.deliver();
  expect(mail.texts()).toEqual(['In public ^AB']);
  await mail.pass(61_000);
  expect(mail.texts()).toHaveLength(2);
});
