import type { Core } from '../../main/core/core.ts';
import { uploadsOfDrafts } from '../../main/core/uploads/rows.ts';
import { requests } from '../../shared/api.ts';
import type { Picture } from './order.ts';

type Place = { threadId: string; accountId: string; kind: 'post' | 'dm' };

/**
 * What a person does about the picture that goes with an answer: what a life before this one attached to it is there still,
 * what it attached to another one is taken away. Tells the ids that go with it.
 */
export const attach = async (
  { desk, handlers }: Core,
  { threadId, accountId, kind }: Place,
  picture: Picture | null,
): Promise<string[]> => {
  const there = uploadsOfDrafts(desk.db, threadId, desk.me).filter((row) => row.message_kind === kind);
  const known = there.find(({ bytes }) => bytes === picture?.bytes);
  for (const { id } of there)
    if (id !== known?.id) void handlers['upload.remove'](requests['upload.remove'].input.parse({ id }));
  if (picture === null) return [];
  const file = { threadId, accountId, messageKind: kind, name: 'mast.png', mime: 'image/png' };
  const id =
    known?.id ??
    (
      await handlers['upload.add'](
        requests['upload.add'].input.parse({ ...file, data: pngOf(picture.bytes) }),
      )
    ).id;
  void handlers['upload.describe'](requests['upload.describe'].input.parse({ id, altText: picture.altText }));
  return [id];
};

/** Of so many bytes, and by the first of them a picture. */
const pngOf = (bytes: number): Uint8Array => {
  const data = new Uint8Array(bytes);
  data.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return data;
};
