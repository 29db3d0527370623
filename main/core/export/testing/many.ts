import { makeDesk } from '../../testing/desk.ts';

/** A desk in `file`, of one customer with so many messages, ten a thread: written past the rules, which are not what is measured. */
export const manyMessages = (file: string, messages: number): void => {
  const { db } = makeDesk(file);
  db.raw.exec(`
    BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages})
      INSERT INTO customers SELECT 'c' || i, i, 1 FROM n UNION ALL SELECT 'c', 0, 1;
    INSERT INTO identities SELECT 'x:user:' || id, 'x', id, id, 'user' || id, 'User ' || id, NULL, 1 FROM customers;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages / 10})
      INSERT INTO threads (id, account_id, customer_id, identity_id, status, is_open, first_at, sort_at, last_at,
        last_in_id, last_in_seq, read_seq, inbound, outbound, direct, reposts, revision)
      SELECT 't' || i, 'x:account:1', 'c', 'x:user:c', 'resolved', 0, i, i, i, 'm', 1, 1, 10, 0, 0, 0, 1 FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages})
      INSERT INTO messages (seq, id, account_id, kind, remote_id, version_id, role, thread_id, author_id, text, is_cut,
        created_at, received_at, is_summons, reposts, revision)
      SELECT i, 'x:account:1/post/' || i, 'x:account:1', 'post', i, i, 'in', 't' || ((i + 9) / 10), 'x:user:c' || i,
        '=' || hex(randomblob(120)), 0, i, i, 1, 0, 1 FROM n;
    COMMIT;
  `);
  db.close();
};
