import type { Db } from '../../main/db/db.ts';
import type { Dice } from '../town/dice.ts';
import { sentence } from '../town/words.ts';

const accountId = 'x:account:1';
const perThread = 8;
const apartMs = 30_000;

/** Rare among all of them: one message in ten thousand. */
export const rareWord = 'thunderstorm';

/**
 * Messages straight into the tables, for only their number matters here: through ingest a million would take minutes. A
 * thread for every eight, a customer for each; a third have a word of few thousand that a brand's customers share.
 */
export const fill = (db: Db, dice: Dice, messages: number, endAt: number): void => {
  const insert = {
    account: db.statement(
      "INSERT INTO accounts (id, provider, remote_id, handle, name, is_practice, history_from, revision) VALUES (?, 'x', '1', 'hallammobile', 'Hallam Mobile', 1, 0, 1)",
    ),
    customer: db.statement('INSERT INTO customers VALUES (?, 0, 1)'),
    identity: db.statement("INSERT INTO identities VALUES (?, 'x', ?, ?, ?, ?, 1, 1)"),
    thread: db.statement(
      'INSERT INTO threads (id, account_id, customer_id, identity_id, status, is_open, first_at, sort_at, last_at, last_in_id, ' +
        "last_in_seq, read_seq, inbound, outbound, direct, reposts, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0, 1, 0, 0, 0, 1)",
    ),
    message: db.statement(
      'INSERT INTO messages (seq, id, account_id, kind, remote_id, version_id, role, thread_id, author_id, other_id, text, is_cut, ' +
        "created_at, received_at, lang, is_summons, reposts, revision) VALUES (?, ?, ?, ?, ?, '1', ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, 0, 1)",
    ),
  };
  insert.account.run(accountId);
  insert.customer.run('brand');
  insert.identity.run('x:user:1', '1', 'brand', 'hallammobile', 'Hallam Mobile');
  for (let from = 1; from <= messages; from += 10_000) {
    db.transaction(() => {
      for (let seq = from; seq < Math.min(messages + 1, from + 10_000); seq += 1) {
        const at = endAt - (messages - seq) * apartMs;
        const thread = Math.floor(seq / perThread);
        const who = `x:user:${1000 + thread}`;
        if (seq === from || seq % perThread === 0) {
          insert.customer.run(`c${thread}-${seq}`);
          const known = db.find('SELECT 1 FROM identities WHERE id = ?', who);
          if (!known) {
            insert.identity.run(
              who,
              `${1000 + thread}`,
              `c${thread}-${seq}`,
              `user${thread}`,
              `Maya ${thread}`,
            );
            const isOpen = messages - seq < 2000 ? 1 : 0;
            const status = isOpen ? 'open' : 'resolved';
            insert.thread.run(`t${thread}`, accountId, `c${thread}-${seq}`, who, status, isOpen, at, at, at);
          }
        }
        const isOut = seq % 3 === 0;
        const parties = isOut ? ['x:user:1', who] : [who, who];
        const words = `${sentence(dice, 'hallammobile')} w${Math.floor(3000 * dice.roll() ** 3)}`;
        const linked = seq % 20 === 3 ? `${words} https://status.example/${seq}` : words;
        const text = seq % 10_000 === 77 ? `${linked} ${rareWord}` : linked;
        const kind = seq % 10 === 0 ? 'dm' : 'post';
        insert.message.run(
          seq,
          `m${seq}`,
          accountId,
          kind,
          `${seq}`,
          isOut ? 'out' : 'in',
          `t${thread}`,
          ...parties,
          text,
          at,
          at,
          'en',
        );
      }
    });
  }
};
