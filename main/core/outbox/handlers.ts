import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import { createReceiver } from '../uploads/add.ts';
import { describe, order, remove } from '../uploads/change.ts';
import { dropFilesOf } from '../uploads/sweep.ts';
import { outboxPage } from './page.ts';
import { queueMessage } from './queue.ts';
import { cancel, decide, edit, retry, sendNow } from './steps.ts';

type Mine =
  | 'message.reply'
  | 'message.direct'
  | `outbox.${'page' | 'cancel' | 'edit' | 'retry' | 'sendNow' | 'decide'}`
  | `upload.${'add' | 'begin' | 'append' | 'describe' | 'remove' | 'order'}`;

export const outboxHandlers = (desk: Desk, around: Surroundings): Pick<Handlers, Mine> => {
  /** There is something to do: it need not wait for its clock. */
  const soon = <T>(value: T): T => {
    around.hurry(null, 'send');
    return value;
  };
  const receiver = createReceiver(desk, around.can);
  return {
    'message.reply': (input) => soon(queueMessage(desk, 'post', input)),
    'message.direct': (input) => soon(queueMessage(desk, 'dm', input)),
    'outbox.page': (input) => outboxPage(desk.db, input),
    'outbox.cancel': ({ id }) => cancel(desk, id),
    'outbox.edit': ({ id }) => edit(desk, id),
    'outbox.retry': ({ id }) => soon(retry(desk, id)),
    'outbox.sendNow': ({ id }) => soon(sendNow(desk, id)),
    'outbox.decide': (input) => {
      const changed = decide(desk, input);
      if (input.as === 'arrived') dropFilesOf(desk, input.id);
      return soon(changed);
    },
    'upload.add': (input) => receiver.add(input),
    'upload.begin': (input) => receiver.begin(input),
    'upload.append': (input) => receiver.append(input),
    'upload.describe': (input) => describe(desk, input),
    'upload.remove': ({ id }) => remove(desk, id),
    'upload.order': (input) => order(desk, input),
  };
};
