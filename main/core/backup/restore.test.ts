import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CustomerId } from '../../../shared/ids.ts';
import { openDb, openReader } from '../../db/open.ts';
import { operate } from '../desk.ts';
import { beginErasure } from '../erase/begin.ts';
import { erasingPeople } from '../erase/chore.ts';
import { longHere } from '../jobs/long.ts';
import { itemsById } from '../outbox/shown.ts';
import { cancel, decide, retry } from '../outbox/steps.ts';
import { putSchedule } from '../schedules/rows.ts';
import { arrive, makeDesk, post } from '../testing/desk.ts';
import { startAgain, withFolder } from '../testing/killed.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { finish } from '../testing/queues.ts';
import { nameAt } from './places.ts';
import { lastRun } from './rows.ts';
import { swap } from './swap.ts';

const backUp = async ({ desk }: Mail): Promise<string> => {
  const name = nameAt(desk.now());
  const folder = path.join(path.dirname(desk.db.file), 'backups');
  await longHere(() => openReader(desk.db.file)).run('copy', { folder, name });
  return name;
};

const restore = async (mail: Mail, name: string): Promise<Mail> => {
  const { desk, net } = mail;
  const deskFile = desk.db.file;
  const long = longHere(() => openReader(deskFile));
  const part = await long.run('prepareRestore', { deskFile, name, at: desk.now(), by: 'ab' });
  desk.db.close();
  swap(deskFile, part, 'before-restore', desk.now());
  return startAgain(deskFile, desk, net);
};

const long = async (mail: Mail): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await mail.pass(300_000);
};

it('sends nothing a second time that left after the backup', () =>
  withFolder(async (file) => {
    const mail = makeMail(file);
    mail.write('before the backup');
    await mail.deliver();
    const waits = mail.write('waits while it is made');
    const chain = mail.write('one of two', { rest: ['two of two'] });
    const name = await backUp(mail);
    await long(mail);
    mail.write('written afterwards');
    await long(mail);
    const sent = mail.texts();
    expect(sent).toHaveLength(5);

    const again = await restore(mail, name);
    expect(again.row(waits)).toMatchObject({ state: 'uncertain', code: 'restored' });
    await long(again);
    expect(again.texts()).toEqual(sent);
    expect(again.row(waits).state).toBe('sent');
    expect(again.row(chain).state).toBe('sent');
    again.desk.db.close();
  }));

it('asks a person about what was taken back since, and takes their word', () =>
  withFolder(async (file) => {
    const mail = makeMail(file);
    const id = mail.write('on second thoughts, no');
    const name = await backUp(mail);
    cancel(mail.desk, id);
    const again = await restore(mail, name);
    await long(again);
    expect(again.texts()).toEqual([]);
    expect(itemsById(again.desk.db, [id])[0]?.state).toMatchObject({
      at: 'uncertain',
      facts: { isUpToYou: true },
    });
    decide(again.desk, { id, as: 'lost' } as never);
    retry(again.desk, id);
    await long(again);
    expect(again.texts()).toHaveLength(1);
    again.desk.db.close();
  }));

it('whatever had become of an item, nothing is said twice and nothing leaves unasked', async () => {
  const event = fc.constantFrom(
    'write',
    'chain',
    'dm',
    'lost-after',
    'lost-before',
    'refused',
    'limited',
    'pass',
    'backup',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 14 }), (events) =>
      withFolder(async (file) => {
        const mail = makeMail(file);
        let name: string | undefined;
        let written = 0;
        for (const one of events) {
          written += 1;
          if (one === 'write') mail.write(`words number ${written}`);
          else if (one === 'chain') mail.write(`begins ${written}`, { rest: [`ends ${written}`] });
          else if (one === 'dm') mail.write(`privately ${written}`, { kind: 'dm' });
          else if (one === 'pass') await mail.pass(40_000);
          else if (one === 'backup') name ??= await backUp(mail);
          else mail.net.fates.push(one);
        }
        name ??= await backUp(mail);
        mail.net.fates = [];
        const before = mail.texts();
        const again = await restore(mail, name);
        await long(again);
        expect(again.texts()).toEqual(before);
        for (const { state } of again.desk.db.all<{ state: string }>('SELECT state FROM outbox'))
          expect(['sent', 'uncertain', 'cancelled']).toContain(state);
        again.desk.db.close();
      }),
    ),
    { numRuns: 12 },
  );
}, 60_000);

it('has what was scheduled approved again, and says in the desk that it was restored', () =>
  withFolder(async (file) => {
    const mail = makeMail(file);
    const { desk } = mail;
    operate(desk, { op: 'test', by: 'ab', input: {} }, (tx) => {
      putSchedule(tx, {
        ...{
          id: 's1',
          account_id: desk.account.id,
          thread_id: null,
          kind: 'post',
          text: 'Open again',
          agent_id: 'ab',
        },
        ...{
          to_identity_id: null,
          at: desk.now() + 60_000,
          state: 'approved',
          decided_by: 'cd',
          decided_at: 1,
        },
        ...{
          reason: null,
          machine: desk.machine,
          outbox_id: null,
          head_id: null,
          altered_seen: 0,
          created_at: 1,
        },
      });
      return { value: null };
    });
    const name = await backUp(mail);
    const again = await restore(mail, name);
    expect(again.desk.db.find("SELECT state, decided_by FROM schedules WHERE id = 's1'")).toEqual({
      state: 'waiting',
      decided_by: null,
    });
    expect(lastRun(again.desk.db, 'restore')).toMatchObject({ isOk: true });
    again.desk.db.close();
  }));

it('tells what would be lost, and leaves the desk alone until then', () =>
  withFolder(async (file) => {
    const mail = makeMail(file);
    const name = await backUp(mail);
    mail.desk.clock.now += 5000;
    arrive(mail.desk, [post('50', { authorRemoteId: '9' })]);
    mail.write('an answer');
    await mail.deliver();
    const reader = longHere(() => openReader(file));
    expect((await reader.run('preview', { name })).since).toMatchObject({
      messages: 1,
      answers: 1,
      notes: 0,
      drafts: 0,
    });
    const part = await reader.run('prepareRestore', { deskFile: file, name, at: mail.desk.now(), by: 'ab' });
    expect(mail.desk.db.find('SELECT count(*) AS n FROM messages')).toEqual({ n: 4 });
    const prepared = openDb(part);
    expect(prepared.find('SELECT count(*) AS n FROM messages')).toEqual({ n: 2 });
    prepared.close();
    await expect(
      reader.run('prepareRestore', { deskFile: file, name: 'desk-2020-01-01T000000Z.db', at: 0, by: 'ab' }),
    ).rejects.toThrow(/not in its folder/u);
    mail.desk.db.close();
  }));

it('erases again whoever was erased since the backup, before anybody sees them', () =>
  withFolder(async (file) => {
    const mail = makeMail(file);
    const { desk } = mail;
    arrive(desk, [post('60', { authorRemoteId: '8', text: 'canaryword from somebody who is erased' })]);
    const name = await backUp(mail);
    const kept = readFileSync(path.join(path.dirname(file), 'backups', name));
    desk.clock.now += 60_000;
    const { id } = desk.db.find<{ id: CustomerId }>(
      "SELECT customer_id AS id FROM identities WHERE remote_id = '8'",
    )!;
    beginErasure(desk, { customerId: id, handle: 'user8' });
    finish(desk, erasingPeople);
    // Somebody has kept the backup elsewhere, and brings it back.
    writeFileSync(path.join(path.dirname(file), 'backups', name), kept);

    const asked = { deskFile: file, name, at: desk.now(), by: 'ab' };
    const part = await longHere(() => openReader(file)).run('prepareRestore', asked);
    desk.db.close();
    swap(file, part, 'before-restore', desk.now());
    const again = makeDesk(file);
    again.clock.now = desk.now();
    finish(again, erasingPeople);
    expect(again.db.all("SELECT 1 FROM identities WHERE remote_id = '8'")).toEqual([]);
    expect(again.db.find("SELECT 1 FROM messages WHERE text LIKE '%canaryword%'")).toBeUndefined();
    // Nor do they come in again with an old page.
    arrive(again, [post('60', { authorRemoteId: '8', text: 'canaryword from somebody who is erased' })]);
    expect(again.db.find("SELECT 1 FROM messages WHERE text LIKE '%canaryword%'")).toBeUndefined();
    expect(readFileSync(file).includes('canaryword')).toBe(false);
    again.db.close();
  }));
