import type { MessageId } from '../../../shared/ids.ts';
import type { GoneBecause } from '../../../shared/model.ts';
import type { Gathering } from './gathering.ts';
import { versionAt, type MessageKept } from './kept.ts';
import type { Image } from './mentions.ts';

/** Messages of one change: what arrived, was edited or deleted, and how many came from or went to another thread. */
export const foldMessages = (
  images: readonly Image[],
  { at, op, did, put, hangs }: Gathering,
  find: (id: string) => MessageKept | undefined,
): void => {
  let came = 0;
  let went = 0;
  for (const image of images) {
    if (image.table !== 'messages') continue;
    const [id = ''] = image.key;
    const { is, was } = hangs('messages', image);
    const known = is ? find(id) : undefined;
    if (!known) {
      if (was) put('messages', id, null);
      if (was && image.left !== null) went += 1;
      continue;
    }
    if (was) {
      if (!image.left || !('altered_at' in image.left)) continue;
      put('messages', id, versionAt(known, at));
      const because = image.left['gone_because'] as GoneBecause | null | undefined;
      did.push(
        because ? { did: 'gone', id: id as MessageId, because } : { did: 'edited', id: id as MessageId },
      );
      continue;
    }
    put('messages', id, versionAt(known, at));
    // The network's word on an answer of ours may have come before its thread was known.
    if (image.revision > 1 && op !== 'outbox.accepted') came += 1;
    else {
      const direction = known.role === 'out' ? 'out' : 'in';
      did.push({ did: 'arrived', id: id as MessageId, direction, kind: known.kind });
    }
  }
  if (came > 0) did.push({ did: 'came', messages: came });
  if (went > 0) did.push({ did: 'went', messages: went });
};
