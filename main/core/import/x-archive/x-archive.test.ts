import { expect, it } from 'vitest';
import { makeDesk, start } from '../../testing/desk.ts';
import { withFolder } from '../../testing/killed.ts';
import { expectReplayed } from '../../testing/replayed.ts';
import { fileBeside, importFile, look, xTime } from '../testing/importing.ts';
import { zipOf } from '../testing/zip.ts';

const ytd = (name: string, values: readonly unknown[]): string =>
  `window.YTD.${name}.part0 = ${JSON.stringify(values, null, 2)}`;
const account = {
  name: 'data/account.js',
  text: ytd('account', [{ account: { accountId: '1', username: 'hallammobile' } }]),
};
const long = start - 500 * 86_400_000;
const at = (minutes: number): string => new Date(long + minutes * 60_000).toISOString();

const direct = (id: string, senderId: string, minutes: number, text: string): unknown => ({
  messageCreate: {
    ...{
      id,
      senderId,
      recipientId: senderId === '1' ? '77' : '1',
      createdAt: at(minutes),
      text,
      mediaUrls: [],
    },
    ...{ reactions: [], urls: [] },
  },
});
const directs = ytd('direct_messages', [
  {
    dmConversation: {
      conversationId: '1-77',
      messages: [
        direct('30', '1', 5, 'We are on it &lt;3'),
        direct('29', '77', 0, 'a "quoted" ] } word'),
        { joinConversation: {} },
      ],
    },
  },
  { dmConversation: { conversationId: '99999', messages: [direct('31', '78', 0, 'to all of you')] } },
  { somethingNew: true },
]);
const tweets = ytd('tweets', [
  {
    tweet: {
      id_str: '40',
      created_at: xTime(long),
      full_text: '@maya Which postcode?',
      in_reply_to_user_id_str: '77',
      in_reply_to_screen_name: 'maya',
      in_reply_to_status_id_str: '39',
      entities: { user_mentions: [{ id_str: '77', screen_name: 'maya', name: 'Maya O' }] },
    },
  },
  { tweet: { id_str: '41', created_at: xTime(long), full_text: 'New tariffs' } },
  { tweet: { id_str: '42', created_at: xTime(long), full_text: 'RT @maya: well' } },
  { tweet: { id_str: '43', full_text: 'when?' } },
]);

it('brings direct messages in as threads, and answers where there is a talk to stand in', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    const files = [
      account,
      { name: 'data/direct-messages.js', text: directs, isStored: true },
      { name: 'data/tweets.js', text: tweets },
    ];
    const zip = fileBeside(desk, 'x.zip', zipOf([...files, { name: '../../etc/passwd', text: 'no' }]));
    expect(await look(desk, zip)).toMatchObject({
      ...{ kind: 'x-archive', messages: 4, people: 1, threads: 1, openThreads: 0, leftOut: 1 },
      refused: [
        { reason: 'A group conversation: the desk keeps those of two only.', count: 1 },
        { reason: 'It is no conversation.', count: 1 },
        { reason: 'A post without an id, a text or a time.', count: 1 },
      ],
    });
    await importFile(desk, zip);
    expect(
      desk.db.all(
        'SELECT remote_id, role, text, thread_id IS NULL AS alone FROM messages ORDER BY remote_id',
      ),
    ).toEqual([
      { remote_id: '29', role: 'in', text: 'a "quoted" ] } word', alone: 0 },
      { remote_id: '30', role: 'out', text: 'We are on it <3', alone: 0 },
      { remote_id: '40', role: 'out', text: '@maya Which postcode?', alone: 0 },
      { remote_id: '41', role: 'out', text: 'New tariffs', alone: 1 },
    ]);
    expect(desk.db.find("SELECT handle, name FROM identities WHERE remote_id = '77'")).toEqual({
      handle: 'maya',
      name: 'Maya O',
    });
    expectReplayed(desk);
    desk.db.close();
  });
});

it('refuses what is another’s, no archive, cut, or larger than it says', async () => {
  await withFolder(async (folder) => {
    const desk = makeDesk(folder);
    const refused = async (bytes: Buffer): Promise<string> => {
      const zip = fileBeside(desk, 'x.zip', bytes);
      return look(desk, zip).then(
        () => '',
        (error: Error) => error.message,
      );
    };
    const other = { ...account, text: account.text.replace('"1"', '"2"') };
    expect(await refused(zipOf([other]))).toContain('not of @hallammobile');
    expect(await refused(zipOf([{ name: 'a.txt', text: 'a' }]))).toContain('no archive of X');
    expect(await refused(zipOf([account]).subarray(0, -30))).toContain('its end is missing');
    const bomb = { name: 'data/tweets.js', text: ytd('tweets', Array(5000).fill(0)), claims: 10 };
    expect(await refused(zipOf([account, bomb]))).toContain('larger than it says');
    const huge = { name: 'data/tweets.js', text: '[]', claims: 0xf000_0000 };
    expect(await refused(zipOf([account, huge]))).toMatch(/cut|larger than any/u);
    desk.db.close();
  });
});
