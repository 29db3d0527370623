import { expect, it } from 'vitest';
import type { AccountId } from '../../../shared/ids.ts';
import type { Capabilities } from '../../providers/provider.ts';
import { failpoints } from '../failpoint.ts';
import { makeDesk } from '../testing/desk.ts';
import { dieAt, startAgain, withFolder } from '../testing/killed.ts';
import { makeMail } from '../testing/mail.ts';
import { Killed, StrictNetwork } from '../testing/network.ts';
import { createReceiver } from './add.ts';
import { filesIn } from './files.ts';
import { uploadsOfDrafts } from './rows.ts';

const can = { attachments: [{ kind: 'photo', maxBytes: 40 }] } as unknown as Capabilities;
const png = Uint8Array.from({ length: 20 }, (_, at) => [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10][at] ?? at);
const points = failpoints.filter((name) => name.startsWith('upload.'));

it.each(points)('killed at %s: the message leaves once, with its picture, or nothing of it is left', (at) =>
  withFolder(async (file) => {
    const desk = makeDesk(file);
    const net = new StrictNetwork(() => desk.clock.now);
    let mail = makeMail(file, desk, net);
    const attach = () =>
      createReceiver(mail.desk, () => can).add({
        ...{
          threadId: mail.threadId,
          accountId: mail.desk.account.id as AccountId,
          messageKind: 'post' as const,
        },
        ...{ name: 'mast.png', mime: '', data: png },
      });
    dieAt(mail.desk, at);
    const first = await attach().catch((error: unknown) => error);
    if (first instanceof Killed || !mail.desk.db.raw.open) {
      mail = startAgain(file, mail.desk, net);
      expect(filesIn(mail.desk.db)).toEqual([]);
      await attach();
    }
    const [upload] = uploadsOfDrafts(mail.desk.db, mail.threadId, 'ab');
    const id = mail.write('See here', { uploads: [upload?.id as never] });
    await mail.deliver().catch((error: unknown) => {
      // What is dead asks its database once more, perhaps.
      if (mail.desk.db.raw.open) throw error;
    });
    if (!mail.desk.db.raw.open) mail = startAgain(file, mail.desk, net);
    for (let turn = 0; turn < 4; turn += 1) await mail.pass(60_000);
    expect(mail.row(id).state).toBe('sent');
    expect(net.sent).toHaveLength(1);
    expect(net.sent[0]?.media).toHaveLength(1);
    expect(filesIn(mail.desk.db)).toEqual([]);
    mail.desk.db.close();
  }),
);
