import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { triageColumns } from '../../../shared/filter.ts';
import type { AgentId, CustomerId, ThreadId } from '../../../shared/ids.ts';
import { openDb } from '../../db/open.ts';
import { saveDraft } from '../drafts.ts';
import { ask } from '../experts/questions.ts';
import { rememberMade } from '../export/made.ts';
import { onFailpoint } from '../failpoint.ts';
import { ingest } from '../ingest/ingest.ts';
import { addNote } from '../notes/notes.ts';
import { requestCall } from '../phone/request.ts';
import { liftHold, setHold } from '../retention/holds.ts';
import { indexing } from '../search/indexing.ts';
import { saveSettings } from '../settings.ts';
import { answerOf, brand, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { expectToldByLog, filesWith } from '../testing/erased.ts';
import { finish } from '../testing/queues.ts';
import { threadsOf } from '../threads/rows.ts';
import { beginErasure } from './begin.ts';
import { erasingPeople } from './chore.ts';
import { blankGaps } from './pages.ts';
import { previewErasure } from './preview.ts';
import { nextErasure } from './rows.ts';
import { eraseStep } from './step.ts';

const word = 'canaryword';
const handle = 'Canaryhandle';
const name = 'Canaryname Miller';
const them = { remoteId: '7', handle, name, reach: 5 };
const canaries = [word, handle, 'canaryname', '+441134960017', 'x:user:7"'];

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-erase-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  onFailpoint(undefined);
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = (messages: ReturnType<typeof post>[], stream: 'mentions' | 'own' | 'direct' = 'mentions') => {
  const answer = answerOf(messages);
  const identities = answer.identities.map((one) => (one.remoteId === '7' ? them : one));
  ingest(desk, desk.account, stream, { ...answer, identities });
};

const threadOf = (who: string): ThreadId =>
  desk.db.find<{ id: ThreadId }>(
    'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ? ORDER BY t.first_at DESC',
    who,
  )?.id ?? ('' as ThreadId);
const customerOf = (who: string): CustomerId =>
  desk.db.find<{ id: CustomerId }>('SELECT customer_id AS id FROM identities WHERE remote_id = ?', who)
    ?.id as CustomerId;

const long = `${word} and it goes on for so long that whoever quotes it quotes a passage of it`;

/** Somebody is known in every way in which somebody can be. */
const plant = (): void => {
  take([
    post('10', { text: `@hallammobile ${long}` }),
    post('11', { authorRemoteId: '8', text: `@${handle} I have the same`, inReplyToRemoteId: '10' }),
    post('12', { authorRemoteId: '9', text: 'something else' }),
    direct('13', { text: `${word} in private` }),
    // Quoted by somebody else.
    post('14', {
      authorRemoteId: '8',
      text: 'look at this',
      extras: {
        poll: null,
        cards: [{ url: `https://x.com/${handle}/status/10`, title: 'a post', description: '' }],
        quoted: { remoteId: '10', handle, text: long, createdAt: start },
      },
    }),
    // Above somebody else's thread.
    post('15', { isSummons: false, text: `${word} to nobody`, conversationId: '15' }),
  ]);
  // An edit: what it said before is kept.
  take([post('10', { versionId: '16', text: `@hallammobile ${long}, edited ${word}` })]);
  take([ownReply('20', '7', { text: `@${handle} so sorry, ${word}` })], 'own');
  const threadId = threadOf('7');
  const other = threadOf('9');
  saveDraft(desk, threadId, 'post', `${word} draft`);
  saveDraft(desk, threadId, 'post', `${word} draft again`);
  saveDraft(desk, other, 'post', `they say “${long}”, @${handle}`);
  for (const about of ['thread', 'customer'] as const) {
    addNote(desk, { threadId, about, text: `${word} note`, mentions: [] });
  }
  addNote(desk, { threadId: other, about: 'thread', text: `like @${handle}`, mentions: [] });
  ask(desk, { threadId, expertId: 'cd' as AgentId, text: `${word} question`, dueAt: desk.now() + 3_600_000 });
  requestCall(desk, {
    threadId,
    number: '+441134960017',
    hasConsent: true,
    messageId: null,
    fromAt: null,
    untilAt: null,
    lang: 'en',
    summary: `${word} summary`,
    assigneeId: null,
  });
  const [first] = triageColumns;
  if (first) saveSettings(desk, { columns: [{ ...first, title: `about @${handle}` }] });
  desk.db.raw.exec(
    `INSERT INTO quarantine (id, account_id, stream, reason, raw, received_at) VALUES ('q', 'x:account:1', 'own', '', '{"author_id":"7","text":"${word}"}', 0)`,
  );
  // Files beside the desk.
  desk.db.raw.prepare('VACUUM INTO ?').run(`${desk.db.file}.before-4-99`);
  utimesSync(`${desk.db.file}.before-4-99`, start / 1000, start / 1000);
  mkdirSync(path.join(folder, 'backups'));
  desk.db.raw.prepare('VACUUM INTO ?').run(path.join(folder, 'backups', 'desk-2026-11-01T030000Z.db'));
  mkdirSync(path.join(folder, 'exports'));
  const file = path.join(folder, 'exports', `${handle}.csv`);
  writeFileSync(file, `text\n${word}\n`);
  rememberMade(desk.db, [file], { customers: [customerOf('7')] }, desk.now());
  mkdirSync(path.join(folder, 'images'));
  writeFileSync(path.join(folder, 'images', 'abc'), `a picture of ${word}`);
};

/** Enough for pages to be laid anew again and again, in the index of words too. */
const crowd = (): void => {
  for (let n = 0; n < 400; n += 1) {
    const isTheirs = n % 4 === 0;
    const text = isTheirs
      ? `@hallammobile ${word}${n} ${long}`
      : `@hallammobile nothing works here since ${n}`;
    take([post(String(1000 + n), { text, authorRemoteId: isTheirs ? '7' : String(100 + (n % 50)) })]);
    if (n % 40 === 0) finish(desk, indexing);
  }
  finish(desk, indexing);
};

const begin = (): void =>
  void beginErasure(desk, { customerId: customerOf('7'), handle: `@${handle}`, withExports: true });

it('leaves nothing of a person in any file, and the desk as it was for everybody else', async () => {
  plant();
  for (const canary of canaries) expect(filesWith(folder, canary), canary).not.toEqual([]);
  desk.clock.now += 3_600_000;
  const preview = previewErasure(desk, threadOf('7'));
  expect(preview.obstacles).toEqual([]);
  expect(preview.exports).toHaveLength(1);
  expect(Object.fromEntries(preview.goes.map(({ what, count }) => [what, count]))).toMatchObject({
    threads: 1,
    notes: 2,
    numbers: 1,
    calls: 1,
    questions: 1,
    drafts: 1,
    copies: 2,
    pictures: 1,
  });
  begin();
  finish(desk, erasingPeople);

  for (const canary of canaries) expect(filesWith(folder, canary), canary).toEqual([]);
  expect(desk.db.find("SELECT count(*) AS n FROM messages WHERE text LIKE '%I have the same'")).toEqual({
    n: 1,
  });
  expect(desk.db.find("SELECT text FROM messages WHERE remote_id = '11'")).toEqual({
    text: '@erased I have the same',
  });
  expect(desk.db.find('SELECT inbound, because FROM retention_remains')).toMatchObject({ because: 'erased' });
  expect(desk.db.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(desk.db.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  await expectToldByLog(desk);
});

it('takes words out of the sign-posts of the index, and blanks what stands between cells, and nothing else', async () => {
  plant();
  crowd();
  desk.clock.now += 3_600_000;
  begin();
  for (let row = nextErasure(desk.db); row && row.phase !== 'index'; row = nextErasure(desk.db))
    eraseStep(desk, row);
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const queries = ['nothing', 'n*', '"here since"', 'a*'];
  const every = 'SELECT count(*) AS n FROM search_words WHERE search_words MATCH ?';
  const found = queries.map((query) => desk.db.find(every, query));
  const left = filesWith(folder, word);
  const rows = desk.db.all('SELECT * FROM messages ORDER BY seq');
  finish(desk, erasingPeople);
  expect(left, 'else this test shows nothing').not.toEqual([]);
  expect(filesWith(folder, word)).toEqual([]);
  desk.db.close();
  desk = { ...desk, db: openDb(path.join(folder, 'desk.db')) };
  expect(desk.db.all('SELECT * FROM messages ORDER BY seq')).toEqual(rows);
  expect(queries.map((query) => desk.db.find(every, query))).toEqual(found);
  expect(found[0]).toEqual({ n: 300 });
  expect(blankGaps(desk.db, 0).pages, 'none is left to blank').toBe(0);
  expect(desk.db.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  desk.db.raw.exec("INSERT INTO search_words (search_words) VALUES ('integrity-check')");
  await expectToldByLog(desk);
});

it('takes nothing old in again, and whoever writes anew is somebody new', async () => {
  plant();
  desk.clock.now += 3_600_000;
  const before = customerOf('7');
  begin();
  // Meanwhile they write again.
  const later = desk.now() + 1;
  take([post('90', { text: 'a new matter', createdAt: later })]);
  finish(desk, erasingPeople);
  take([post('10', { text: `@hallammobile ${long}` }), post('15', { text: word })]);
  take([ownReply('20', '7', { text: `${word} from us` })], 'own');
  expect(filesWith(folder, word)).toEqual([]);
  expect(customerOf('7')).not.toBe(before);
  expect(threadsOf(desk.db, customerOf('7'), 'x:account:1')).toHaveLength(1);
  expect(desk.db.all("SELECT remote_id FROM messages WHERE author_id = 'x:user:7'")).toEqual([
    { remote_id: '90' },
  ]);
  await expectToldByLog(desk);
});

it.each(['erase.part', 'erase.words', 'erase.files'] as const)(
  'goes on where it was when the program ends at %s',
  async (where) => {
    plant();
    desk.clock.now += 3_600_000;
    begin();
    const file = desk.db.file;
    let kills = 0;
    for (let turns = 0; nextErasure(desk.db) && turns < 500; turns += 1) {
      onFailpoint((point) => {
        if (point === where && kills < 12) {
          kills += 1;
          throw new Error('killed');
        }
      });
      const row = nextErasure(desk.db);
      try {
        if (row) eraseStep(desk, row);
      } catch (error) {
        expect(error).toMatchObject({ message: 'killed' });
        desk.db.close();
        desk = { ...desk, db: openDb(file) };
      }
    }
    expect(kills).toBeGreaterThan(0);
    for (const canary of canaries) expect(filesWith(folder, canary), canary).toEqual([]);
    await expectToldByLog(desk);
  },
);

it('is refused while something is held, and says by whom and why', () => {
  plant();
  const { id } = setHold(desk, { threadId: threadOf('7'), on: 'thread', reason: 'a court asked for it' });
  expect(begin).toThrow(/on hold since .* by Ada Brook: “a court asked for it”/u);
  expect(previewErasure(desk, threadOf('7')).holds).toMatchObject([{ setByName: 'Ada Brook' }]);
  liftHold(desk, { id, reason: 'it was decided' });
  begin();
  expect(() => setHold(desk, { threadId: threadOf('7'), on: 'customer', reason: 'too late' })).toThrow(
    'being erased already',
  );
});

it('keeps nothing that is typed into a thread that is gone', () => {
  plant();
  const threadId = threadOf('7');
  desk.clock.now += 3_600_000;
  begin();
  finish(desk, erasingPeople);
  expect(saveDraft(desk, threadId, 'post', `${word} once more`)).toMatchObject({ version: 0, text: '' });
  expect(filesWith(folder, word)).toEqual([]);
});

it('asks for the handle, and for the right', () => {
  plant();
  const customerId = customerOf('7');
  expect(() => beginErasure(desk, { customerId, handle: 'somebody', withExports: true })).toThrow(
    `Type @${handle}`,
  );
  expect(() => beginErasure(desk.as('cd'), { customerId, handle, withExports: true })).toThrow('Only admins');
  expect(() =>
    beginErasure(desk, {
      customerId: customerOf('1') ?? customerId,
      handle: brand.handle,
      withExports: true,
    }),
  ).toThrow();
  expect(nextErasure(desk.db)).toBeUndefined();
});

it('leaves other people, who said the same or wrote to them, as they were', () => {
  plant();
  take([post('30', { authorRemoteId: '9', text: `another ${word}` })]);
  desk.clock.now += 3_600_000;
  begin();
  finish(desk, erasingPeople);
  expect(desk.db.find("SELECT text FROM messages WHERE remote_id = '30'")).toEqual({
    text: `another ${word}`,
  });
  expect(desk.db.find('SELECT count(*) AS n FROM identities')).toEqual({ n: 3 });
});
