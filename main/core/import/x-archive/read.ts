import { AppError } from '../../../../shared/errors.ts';
import { readTime } from '../../../../shared/import/time.ts';
import { addTalk, type Reading, type Who } from '../reading.ts';
import { nameOf, storable } from '../text.ts';
import { elements } from './elements.ts';
import { conversation, direct, owner, tweet } from './schema.ts';
import { openZip, type Entry, type Zip } from './zip.ts';

/** Whose archive this is. */
export type Owner = { remoteId: string; handle: string };

/** Large archives are cut into `tweets-part1.js` and so on; older ones call posts `tweet.js` and have no folder. */
const tweets = /(?:^|\/)tweets?(?:-part\d+)?\.js$/u;
const directs = /(?:^|\/)direct-messages?(?:-part\d+)?\.js$/u;
const accountFile = /(?:^|\/)account\.js$/u;

/** Reads what an archive of X holds of conversations: direct messages whole, and what the brand itself posted. */
export const readXArchive = async <A extends Owner>(
  path: string,
  accounts: readonly A[],
  reading: Reading,
): Promise<A> => {
  const zip = await openZip(path);
  try {
    const owner = await ownerOf(zip);
    const who = accounts.find(({ remoteId }) => remoteId === owner.remoteId);
    if (!who) {
      const [only] = accounts.length === 1 ? accounts : [];
      const not = only ? `, not of @${only.handle}` : ', which is not on this desk';
      throw new AppError(
        'not-allowed',
        `This is the archive of @${owner.handle}${not}. Nothing was imported.`,
      );
    }
    let row = 0;
    const each = async (name: RegExp, take: (value: unknown, row: number) => void): Promise<void> => {
      for (const entry of inOrder(zip, name)) {
        for await (const value of elements(zip.read(entry))) {
          row += 1;
          reading.step(row);
          if (value === undefined) reading.refuse(row, 'It is no JSON.');
          else take(value, row);
        }
      }
    };
    await each(directs, (value, at) => readConversation(value, at, who, reading));
    await each(tweets, (value, at) => readTweet(value, at, reading, who));
    if (row === 0)
      reading.stats.problems.push('There is neither a post nor a direct message in this archive.');
    reading.stats.problems.push(
      'An archive of X holds what the brand posted, and not what customers posted: an answer stands in a thread where the customer’s words are on this desk, and by itself where they are not.',
    );
    return who;
  } finally {
    await zip.close();
  }
};

const inOrder = ({ entries }: Zip, name: RegExp): Entry[] =>
  entries
    .filter((entry) => name.test(entry.name) && entry.name.split('/').length <= 3)
    .toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));

const ownerOf = async (zip: Zip): Promise<Owner> => {
  const [entry] = inOrder(zip, accountFile);
  if (entry) {
    for await (const value of elements(zip.read(entry))) {
      const read = owner.safeParse(value);
      if (read.success)
        return { remoteId: read.data.account.accountId, handle: nameOf(read.data.account.username) };
    }
  }
  throw new AppError(
    'bad-input',
    'This zip file is no archive of X: it does not say whose it is (data/account.js). Nothing was imported.',
  );
};

const readConversation = (value: unknown, row: number, ours: Owner, reading: Reading): void => {
  const read = conversation.safeParse(value);
  if (!read.success) return reading.refuse(row, 'It is no conversation.');
  const pair = /^(\d{1,19})-(\d{1,19})$/u.exec(read.data.dmConversation.conversationId)?.slice(1);
  const messages = read.data.dmConversation.messages.flatMap((event) => event['messageCreate'] ?? []);
  reading.stats.rows += Math.max(1, messages.length);
  const customer = pair?.find((one) => one !== ours.remoteId);
  if (customer === undefined) {
    return reading.refuse(row, 'A group conversation: the desk keeps those of two only.');
  }
  const who: Who = { remoteId: customer, handle: customer, name: customer };
  for (const message of messages) {
    const one = direct.safeParse(message);
    const at = one.success ? readTime(one.data.createdAt, 'auto', 'UTC') : null;
    if (!one.success || at === null) {
      reading.refuse(row, 'A direct message without a sender, a text or a time.');
      continue;
    }
    const { id, senderId, text, mediaUrls = [] } = one.data;
    addTalk(reading, who, {
      ...{ kind: 'dm', remoteId: id, author: senderId, at, replyTo: null, lang: null, isSummons: true },
      to: senderId === ours.remoteId ? customer : ours.remoteId,
      ...storable(text),
      attachments: mediaUrls.slice(0, 10).map(() => ({ kind: 'other', url: null, altText: null })),
    });
  }
};

const readTweet = (value: unknown, row: number, reading: Reading, ours: Owner): void => {
  reading.stats.rows += 1;
  const read = tweet.safeParse(value);
  const at = read.success ? readTime(read.data.tweet.created_at, 'auto', 'UTC') : null;
  if (!read.success || at === null) return reading.refuse(row, 'A post without an id, a text or a time.');
  const { tweet: post } = read.data;
  if (/^RT @\w+: /u.test(post.full_text)) {
    reading.stats.leftOut += 1;
    return;
  }
  const to = post.in_reply_to_user_id_str ?? null;
  const handle = nameOf(post.in_reply_to_screen_name ?? to ?? '');
  const mentioned = post.entities?.user_mentions?.find(({ id_str }) => id_str === to);
  const who =
    to === null || to === ours.remoteId
      ? null
      : { remoteId: to, handle, name: nameOf(mentioned?.name ?? '') || handle };
  addTalk(reading, who, {
    ...{ kind: 'post', remoteId: post.id_str, author: ours.remoteId, to: who?.remoteId ?? null, at },
    ...{ replyTo: post.in_reply_to_status_id_str ?? null, lang: post.lang ?? null, isSummons: false },
    ...storable(post.full_text),
    attachments: [],
  });
};
