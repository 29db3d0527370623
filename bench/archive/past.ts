import { closeSync, openSync, writeSync } from 'node:fs';
import type { RemoteIdentity } from '../../main/providers/provider.ts';
import { createTown } from '../town/town.ts';

const monthMs = 30 * 86_400_000;

/** A table of past conversations of one brand, as others export them: written down as it was said. */
export const writeTable = (file: string, brand: RemoteIdentity, messages: number, nowMs: number): number => {
  const plan = {
    brands: [brand],
    messages,
    customers: messages / 5,
    fromMs: nowMs - 14 * monthMs,
    toMs: nowMs - monthMs,
  };
  const town = createTown(plan);
  const handle = openSync(file, 'w');
  writeSync(handle, 'id,author,inbound,created_at,text,in_reply_to,to\n');
  let rows = 0;
  for (let done = 0; done < messages; done += 100) {
    const { answer } = town.nextAnswer(100);
    const lines = answer.messages
      .filter(({ repostOfRemoteId }) => repostOfRemoteId === null)
      .map((one) => {
        const isOut = one.authorRemoteId === brand.remoteId;
        const author = isOut ? brand.handle : one.authorRemoteId;
        const cells = [one.remoteId, author, String(!isOut), new Date(one.createdAt).toISOString()];
        const text = `"${one.text.replaceAll('"', '""')}"`;
        return [
          ...cells,
          text,
          one.inReplyToRemoteId ?? '',
          isOut ? (one.toRemoteId ?? '') : brand.handle,
        ].join(',');
      });
    rows += lines.length;
    writeSync(handle, `${lines.join('\n')}\n`);
  }
  closeSync(handle);
  return rows;
};
