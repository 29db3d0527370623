import type { DirectMessage } from '../world/model.ts';
import { escapeText } from '../world/text.ts';
import type { World } from '../world/world.ts';
import { entitiesOf } from './entities.ts';
import { mediaKey, type Wire } from './post.ts';

export function wireDirect(direct: DirectMessage, fields: ReadonlySet<string>, world: World): Wire {
  const wire: Wire = { id: direct.id, event_type: 'MessageCreate', text: escapeText(direct.text) };
  if (fields.has('created_at')) wire['created_at'] = new Date(direct.createdAtMs).toISOString();
  if (fields.has('dm_conversation_id')) wire['dm_conversation_id'] = direct.conversationId;
  if (fields.has('sender_id')) wire['sender_id'] = direct.senderId;
  if (fields.has('participant_ids')) wire['participant_ids'] = [direct.senderId, direct.recipientId];
  if (fields.has('attachments') && direct.mediaIds.length > 0) {
    wire['attachments'] = {
      media_keys: direct.mediaIds.map((id) => mediaKey(id, world.media.get(id)?.kind)),
    };
  }
  // In direct messages the entities lie flat, without an object around them.
  if (fields.has('entities')) Object.assign(wire, entitiesOf(direct.text, direct.links, world));
  return wire;
}
