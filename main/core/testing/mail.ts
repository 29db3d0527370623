import type { MessageId, OutboxId, UploadId } from '../../../shared/ids.ts';
import type { Desk } from '../desk.ts';
import { createCourier } from '../outbox/courier.ts';
import { queueMessage } from '../outbox/queue.ts';
import { getItem, type OutboxRow } from '../outbox/rows.ts';
import { arrive, direct, makeDesk, onlyThread, post, type TestDesk } from './desk.ts';
import { StrictNetwork } from './network.ts';

export type Written = {
  id?: string;
  kind?: 'post' | 'dm';
  by?: string;
  rest?: string[];
  uploads?: UploadId[];
  head?: string | null;
  alteredSeen?: number;
  sendAnyway?: boolean;
  sendAlike?: boolean;
  thenResolve?: boolean;
};

/** A desk with one customer's thread, and a network in memory behind it; the test turns the clock of both. */
export const makeMail = (file?: string, desk: TestDesk = makeDesk(file), network?: StrictNetwork) => {
  const net = network ?? new StrictNetwork(() => desk.clock.now);
  if (!desk.db.find('SELECT 1 FROM threads')) arrive(desk, [post('10'), direct('11')]);
  const refusals: string[] = [];
  const courier = createCourier(desk, desk.account.id, net.connection(), {
    refused: (reason) => void refusals.push(reason),
  });
  const threadId = onlyThread(desk);
  let made = 0;
  return {
    desk,
    net,
    courier,
    threadId,
    refusals,
    /** The answer of somebody who saw everything there is, unless told otherwise. */
    write(text: string, more: Written = {}): string {
      const by: Desk = more.by === undefined ? desk : desk.as(more.by);
      const head = desk.db.find<{ id: string }>(
        'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
        threadId,
      );
      const altered = desk.db.find<{ at: number | null }>('SELECT max(altered_at) AS at FROM messages');
      return queueMessage(by, more.kind ?? 'post', {
        id: (more.id ?? `item-${(made += 1)}`) as OutboxId,
        threadId,
        head: (more.head === undefined ? (head?.id ?? null) : more.head) as MessageId | null,
        alteredSeen: more.alteredSeen ?? altered?.at ?? 0,
        text,
        rest: more.rest ?? [],
        uploads: more.uploads ?? [],
        sendAnyway: more.sendAnyway ?? false,
        sendAlike: more.sendAlike ?? true,
        thenResolve: more.thenResolve ?? false,
      }).item.id;
    },
    async deliver(): Promise<void> {
      for (let step = 0; step < 60 && courier.dueAt() <= desk.now(); step += 1) await courier.step();
    },
    /** Time passes, and whatever is due is done. */
    async pass(ms: number): Promise<void> {
      desk.clock.now += ms;
      await this.deliver();
    },
    row: (id: string): OutboxRow => getItem(desk.db, id),
    texts: (): string[] => net.sent.map(({ text }) => text),
  };
};
export type Mail = ReturnType<typeof makeMail>;
