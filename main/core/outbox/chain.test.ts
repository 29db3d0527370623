import { beforeEach, expect, it } from 'vitest';
import { draftsOf, saveDraft } from '../drafts.ts';
import { arrive, post } from '../testing/desk.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { getThread } from '../threads/rows.ts';
import { checksNeeded, settleMs } from './doubt.ts';
import { itemsById } from './shown.ts';
import { cancel, edit, retry } from './steps.ts';

let mail: Mail;
beforeEach(() => {
  mail = makeMail();
});

const three = () => mail.write('first 1/3', { rest: ['second 2/3', 'third 3/3'], thenResolve: true });
const states = (id: string) => [id, `${id}/2`, `${id}/3`].map((part) => mail.row(part).state);
const because = (id: string) => {
  const state = itemsById(mail.desk.db, [id])[0]?.state;
  return state?.at === 'queued' ? state.because : undefined;
};

it('leaves part by part, each answering the one before, and only the last is signed', async () => {
  const id = three();
  expect(itemsById(mail.desk.db, [`${id}/2`])[0]).toMatchObject({ part: 2, parts: 3, afterId: id });
  await mail.deliver();
  expect(states(id)).toEqual(['sent', 'sent', 'sent']);
  const [one, two] = mail.net.sent;
  expect(mail.net.sent).toMatchObject([
    { text: 'first 1/3', to: '10' },
    { text: 'second 2/3', to: one?.id },
    { text: 'third 3/3 ^AB', to: two?.id },
  ]);
  expect(getThread(mail.desk.db, mail.threadId)).toMatchObject({ status: 'resolved', outbound: 3 });
});

it('checks every part before the first one leaves', () => {
  const long = 'word '.repeat(80);
  expect(() => mail.write('first', { rest: [long] })).toThrow(/over the limit/u);
  expect(() => mail.write('first', { rest: ['{name}'] })).toThrow();
  expect(mail.desk.db.all('SELECT id FROM outbox')).toEqual([]);
});

it('that breaks in the middle holds its rest, and goes on from there', async () => {
  mail.net.fates = ['taken', 'refused'];
  const id = three();
  await mail.pass(3_600_000);
  expect(states(id)).toEqual(['sent', 'failed', 'queued']);
  expect(because(`${id}/3`)).toBe('Part 2 was not sent. This one follows when it is.');
  expect(getThread(mail.desk.db, mail.threadId)).toMatchObject({ sending: 'failed', is_open: 1 });
  retry(mail.desk, `${id}/2`);
  expect(because(`${id}/3`)).toBeUndefined();
  await mail.deliver();
  expect(mail.texts()).toEqual(['first 1/3', 'second 2/3', 'third 3/3 ^AB']);
  expectReplayed(mail.desk);
});

it('waits while nobody knows what became of a part, and never sends one twice', async () => {
  mail.net.fates = ['taken', 'lost-after'];
  const id = three();
  await mail.deliver();
  expect(states(id)).toEqual(['sent', 'uncertain', 'queued']);
  expect(because(`${id}/3`)).toMatch(/not known yet whether part 2 arrived/u);
  await mail.pass(settleMs + 1000);
  expect(states(id)).toEqual(['sent', 'sent', 'sent']);
  expect(mail.texts()).toHaveLength(3);
});

it('goes on when the customer writes in between: half an answer helps nobody', async () => {
  mail.net.fates = ['taken', 'limited'];
  const id = three();
  await mail.deliver();
  arrive(mail.desk, [post('40')]);
  await mail.pass(61_000);
  expect(states(id)).toEqual(['sent', 'sent', 'sent']);
});

it('taken back before it leaves is one draft again, under its id', () => {
  const id = three();
  expect(edit(mail.desk, `${id}/2`)).toMatchObject({
    text: 'first second third',
    intention: id,
  });
  expect(states(id)).toEqual(['cancelled', 'cancelled', 'cancelled']);
});

it('taken back whole is as it was typed, with the lines that were cut away', () => {
  saveDraft(mail.desk, mail.threadId, 'post', 'first\n\nsecond\nthird');
  const id = three();
  expect(cancel(mail.desk, id).draft?.text).toBe('first\n\nsecond\nthird');
});

it('taken back in the middle gives back the rest, as an intention of its own', async () => {
  mail.net.fates = ['taken', 'refused'];
  const id = three();
  await mail.deliver();
  expect(cancel(mail.desk, id).draft).toMatchObject({
    text: 'second third',
    intention: null,
  });
  expect(states(id)).toEqual(['sent', 'cancelled', 'cancelled']);
  await mail.pass(3_600_000);
  expect(mail.texts()).toEqual(['first 1/3']);
});

it('sent again shorter than it was knows nothing of what it was', async () => {
  const id = three();
  edit(mail.desk, id);
  mail.net.fates = ['lost-before'];
  mail.write('first 1/2', { id, rest: ['second 2/2'] });
  await mail.deliver();
  for (let check = 0; check < checksNeeded; check += 1) await mail.pass(settleMs * 2 ** check + 1000);
  expect(mail.texts()).toEqual(['first 1/2', 'second 2/2 ^AB']);
});

it('whose rest was taken back while a part was in doubt does not send that part alone', async () => {
  mail.net.fates = ['lost-before'];
  const id = three();
  await mail.deliver();
  cancel(mail.desk, `${id}/2`);
  for (let check = 0; check < checksNeeded; check += 1) await mail.pass(settleMs * 2 ** check + 1000);
  expect(states(id)).toEqual(['failed', 'cancelled', 'cancelled']);
  await mail.pass(3_600_000);
  expect(mail.texts()).toEqual([]);
  expect(draftsOf(mail.desk, mail.threadId)[0]?.text).toBe('second third');
});
