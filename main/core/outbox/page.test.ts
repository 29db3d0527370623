import { expect, it } from 'vitest';
import type { OutboxId } from '../../../shared/ids.ts';
import { makeMail } from '../testing/mail.ts';
import { outboxPage } from './page.ts';

it('pages through all states at once, newest first, none twice and none left out', async () => {
  const mail = makeMail();
  for (let n = 0; n < 23; n += 1) {
    mail.desk.clock.now += n % 3;
    mail.net.fates = n % 4 === 0 ? ['refused'] : [];
    mail.write(`answer ${n}`);
    if (n % 2 === 0) await mail.deliver();
  }
  const states = ['queued', 'sent', 'failed'] as const;
  const seen: string[] = [];
  let after: { stateAt: number; id: OutboxId } | null = null;
  for (;;) {
    const page = outboxPage(mail.desk.db, { states: [...states], after, limit: 5 });
    seen.push(...page.items.map(({ id }) => id));
    const last = page.items.at(-1);
    if (!page.hasMore || !last) break;
    after = { stateAt: last.stateAt, id: last.id };
  }
  const all = mail.desk.db.all<{ id: string }>('SELECT id FROM outbox ORDER BY state_at DESC, id DESC');
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(outboxPage(mail.desk.db, { states: ['failed'], after: null, limit: 50 }).items).not.toHaveLength(0);
});

it('reads one stretch of an index, however long the outbox is', () => {
  const { desk } = makeMail();
  const plan = desk.db.raw
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT o.id FROM outbox o WHERE o.state = 'sent' AND (o.state_at, o.id) < (1, 'a') ORDER BY o.state_at DESC, o.id DESC LIMIT 50",
    )
    .all();
  expect(plan.map(({ detail }) => detail).join()).toMatch(/USING (COVERING )?INDEX outbox_by_state/u);
  expect(plan.map(({ detail }) => detail).join()).not.toMatch(/TEMP B-TREE/u);
});
