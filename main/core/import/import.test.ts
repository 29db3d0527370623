import { expect, it } from 'vitest';
import { putAccount } from '../accounts/rows.ts';
import { operate } from '../desk.ts';
import type { MessageRow } from '../messages.ts';
import { arrive, makeDesk, post, start, stateOf, type TestDesk } from '../testing/desk.ts';
import { withFolder } from '../testing/killed.ts';
import { expectReplayed } from '../testing/replayed.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { refusalsOf } from './rows.ts';
import { inputOf } from './run.ts';
import { fileBeside, importFile, longOf, look, rowOf, table } from './testing/importing.ts';

const day = 86_400_000;
const ago = (days: number): number => start - days * day;
const threadsOf = (desk: TestDesk): ThreadRow[] => desk.db.all('SELECT * FROM threads ORDER BY first_at, id');
const messagesOf = (desk: TestDesk): MessageRow[] =>
  desk.db.all('SELECT * FROM messages ORDER BY created_at, id');

const talk = [
  rowOf(1, '900', ago(400), '@hallammobile no signal &amp; no answer'),
  rowOf(2, 'hallammobile', ago(400) + 3_600_000, '@900 Which postcode, please? ^AB', { to: 1 }),
  rowOf(3, '900', ago(399), 'LS1, card 4111 1111 1111 1111', { to: 2 }),
  rowOf(4, '900', ago(300), '@hallammobile again nothing'),
  rowOf(5, '901', ago(300), '@otherbrand hello', { brand: 'otherbrand' }),
  rowOf(6, 'hallammobile', ago(200), 'We have new tariffs'),
  `7,902,True,yesterday,"@hallammobile when?",,,hallammobile,test`,
  '8,902,True,Tue Oct 31 22:10:47 +0000 2017,,,,hallammobile,test',
];

it('brings a table in as the threads it was, over and nobody’s work', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    const file = fileBeside(desk, 'past.csv', table(talk));
    const preview = await look(desk, file);
    expect(preview).toMatchObject({
      ...{ kind: 'csv', rows: 8, messages: 5, leftOut: 1, threads: 2, openThreads: 0, known: 0 },
      mapping: {
        ours: 'hallammobile',
        columns: { id: 0, author: 1, inbound: 2, time: 3, text: 4, replyTo: 6, brand: 7 },
      },
    });
    expect(preview.refused).toEqual([
      { reason: 'Its time can’t be read.', count: 1, firstRow: 8 },
      { reason: 'It has no text.', count: 1, firstRow: 9 },
    ]);
    expect(desk.db.find('SELECT count(*) AS n FROM messages')).toEqual({ n: 0 });

    const done = await importFile(desk, file, preview.mapping);
    expect(done).toMatchObject({ state: 'done', added: 5, known: 0, threads: 2, refused: 2, left_out: 1 });
    expect(refusalsOf(desk.db, done.id, 10)).toEqual([
      { row: 8, reason: 'Its time can’t be read.' },
      { row: 9, reason: 'It has no text.' },
    ]);
    const [first, second, ...more] = threadsOf(desk);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      status: 'no-action',
      reason: 'imported',
      is_open: 0,
      inbound: 2,
      outbound: 1,
      waiting_since: null,
    });
    expect(first).toMatchObject({ closed_at: ago(399), previous_id: null, marks: 0, queue_id: null });
    expect(second).toMatchObject({ inbound: 1, previous_id: first?.id });
    expect(first && first.read_seq >= first.last_in_seq).toBe(true);
    const [said, answer, card, , broadcast] = messagesOf(desk);
    expect(said).toMatchObject({
      text: '@hallammobile no signal & no answer',
      role: 'in',
      import_id: done.id,
    });
    expect(answer).toMatchObject({ role: 'out', thread_id: first?.id, in_reply_to: said?.remote_id });
    expect(card?.text).toBe('LS1, card 4111 11•• •••• 1111');
    expect(broadcast).toMatchObject({ role: 'out', thread_id: null });
    expectReplayed(desk);
    desk.db.close();
  });
});

it('changes nothing when it is repeated, whatever the order of its rows', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    await importFile(desk, fileBeside(desk, 'a.csv', table(talk)));
    const before = stateOf(desk);
    const again = await importFile(desk, fileBeside(desk, 'b.csv', table(talk.toReversed())));
    expect(again).toMatchObject({ state: 'done', added: 0, known: 5, threads: 0 });
    expect(stateOf(desk)).toEqual(before);
    desk.db.close();
  });
});

/** An id as X makes it, of that time. */
const snowflake = (at: number, n = 0): string => String((BigInt(at - 1_288_834_974_657) << 22n) + BigInt(n));
const real = (author: string, at: number, text: string, n = 0): string =>
  rowOf(0, author, at, text).replace(/^0,/u, `${snowflake(at, n)},`);

it('does nothing to what was polled, and lets an old talk stand in its own place beside it', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    const now = snowflake(start - 60_000);
    arrive(desk, [post(now, { createdAt: start - 60_000, authorRemoteId: '900' })]);
    const [open] = threadsOf(desk);
    const rows = [
      real('900', start - 60_000, 'the same, in other words'),
      real('900', ago(500), '@hallammobile long ago'),
      real('900', ago(2), '@hallammobile the day before yesterday'),
    ];
    const done = await importFile(desk, fileBeside(desk, 'past.csv', table(rows)));
    expect(done).toMatchObject({ added: 2, known: 1, threads: 1 });
    const [past, now2, ...more] = threadsOf(desk);
    expect(more).toEqual([]);
    expect(past).toMatchObject({ is_open: 0, reason: 'imported', inbound: 1 });
    // What was said two days ago began the talk that goes on.
    expect(now2).toMatchObject({
      id: open?.id,
      is_open: 1,
      inbound: 2,
      first_at: ago(2),
      previous_id: past?.id,
    });
    expect(messagesOf(desk).find(({ remote_id }) => remote_id === now)?.text).toContain('no signal');
    expectReplayed(desk);
    desk.db.close();
  });
});

it('leaves open what goes on now, and wakes nothing that people have closed', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    const rows = [real('900', ago(1), '@hallammobile help'), real('901', ago(100), '@hallammobile old')];
    await importFile(desk, fileBeside(desk, 'past.csv', table(rows)));
    expect(threadsOf(desk)).toMatchObject([
      { is_open: 0, reason: 'imported' },
      { is_open: 1, status: 'new', waiting_since: ago(1) },
    ]);
    expect(desk.db.all('SELECT * FROM clock_marks')).toEqual([]);
    desk.db.close();
  });
});

it('refuses another account’s archive, an empty file and a mapping that misses what is needed', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    await expect(look(desk, fileBeside(desk, 'none.csv', ''))).rejects.toThrow('empty');
    await expect(look(desk, '/nowhere/at all.csv')).rejects.toThrow('can’t be opened');
    const preview = await look(desk, fileBeside(desk, 'odd.csv', 'a,b\n1,2\n'));
    expect(preview).toMatchObject({ rows: 1, messages: 0, mapping: { columns: {}, ours: '' } });
    desk.db.close();
  });
});

it('tells by the file which of the brands it is about, and says so where it calls us otherwise', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    const { revision: _revision, ...one } = desk.account;
    operate(desk, { op: 'test', by: 'test', input: {} }, (tx) => {
      putAccount(tx, { ...one, id: 'x:account:0', remote_id: '0', handle: 'dalescoastrail' });
      return { value: null };
    });
    const file = fileBeside(desk, 'past.csv', table(talk));
    const lookAt = async (account_id: string | null) => {
      const row = { id: 'look', path: file, account_id, mapping: null };
      return (await longOf(desk).run('prepareImport', inputOf(desk, row, false))).preview;
    };
    expect(await lookAt(null)).toMatchObject({ accountId: 'x:account:1', mapping: { ours: 'hallammobile' } });
    const other = await lookAt('x:account:0');
    expect(other.accountId).toBe('x:account:0');
    expect(other.problems.join()).toContain('In this file we are called hallammobile.');
    desk.db.close();
  });
});
