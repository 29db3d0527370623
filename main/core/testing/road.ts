import type { OutboxId, MessageId, ThreadId, UploadId } from '../../../shared/ids.ts';
import { SimulatorAgent } from '../../providers/x/simulator-agent.ts';
import { startXRig } from '../../providers/x/testing/rig.ts';
import { attach } from '../accounts/connect.ts';
import { createCourier } from '../outbox/courier.ts';
import { queueMessage } from '../outbox/queue.ts';
import { createReader } from '../poller/stream.ts';
import { makeDesk, onlyThread } from './desk.ts';

/**
 * A desk with one account on the simulated network, moved by the test step by step. `through` may put something between
 * the two, by port.
 */
export const startRoad = async (
  options: Parameters<typeof startXRig>[0] = {},
  through?: (simulator: string) => Promise<number>,
) => {
  const rig = await startXRig({ replyRight: false, ...options });
  const desk = makeDesk();
  desk.clock.now = rig.simulator.context.clock.now();
  const port = await through?.(rig.simulator.url);
  const agent = port === undefined ? {} : { agent: new SimulatorAgent(port) };
  const connection = await rig.provider(agent).connect(rig.box);
  const account = attach(desk, 'x', connection, true);
  const events = { changed: () => {}, refused: () => {} };
  const readers = {
    mentions: createReader(desk, account.id, 'mentions', connection, events),
    own: createReader(desk, account.id, 'own', connection, events),
    direct: createReader(desk, account.id, 'direct', connection, events),
  };
  const courier = createCourier(desk, account.id, connection, { refused: events.refused });
  let made = 0;

  return {
    rig,
    desk,
    account,
    connection,
    readers,
    courier,
    advance: (ms: number) => {
      desk.clock.now += ms;
      rig.advance(ms);
    },
    readAll: async () => {
      for (const reader of Object.values(readers)) await reader.read();
    },
    /** Everything that is due by now. */
    deliver: async () => {
      for (let step = 0; step < 20 && courier.dueAt() <= desk.now(); step += 1) await courier.step();
    },
    reply: (
      text: string,
      more: {
        threadId?: ThreadId;
        kind?: 'post' | 'dm';
        sendAnyway?: boolean;
        sendAlike?: boolean;
        id?: string;
        head?: MessageId | null;
        alteredSeen?: number;
        rest?: string[];
        uploads?: UploadId[];
      } = {},
    ) => {
      const threadId = more.threadId ?? onlyThread(desk);
      const head = desk.db.find<{ id: MessageId }>(
        'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
        threadId,
      );
      made += 1;
      return queueMessage(desk, more.kind ?? 'post', {
        id: (more.id ?? `item-${made}`) as OutboxId,
        threadId,
        head: more.head === undefined ? (head?.id ?? null) : more.head,
        alteredSeen: more.alteredSeen ?? 0,
        text,
        rest: more.rest ?? [],
        uploads: more.uploads ?? [],
        sendAnyway: more.sendAnyway ?? false,
        sendAlike: more.sendAlike ?? false,
        thenResolve: false,
      }).item;
    },
    close: () => rig.close(),
  };
};
