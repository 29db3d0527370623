import { z } from 'zod';
import { json } from '../http/answer.ts';
import { invalidRequest } from '../http/problem.ts';
import { jsonBody } from '../http/request.ts';
import { checkBody, id } from './body.ts';
import type { ApiRoute } from './call.ts';
import { getParticipant } from './directs.ts';
import { isReady } from './media.ts';
import { checkDirectRight } from './posting-rules.ts';

const MAX_LENGTH = 10_000;
const BODY = z
  .strictObject({
    text: z.string().min(1).max(MAX_LENGTH).optional(),
    attachments: z
      .array(z.strictObject({ media_id: id }))
      .max(1)
      .optional(),
  })
  .refine(
    (body) => body.text !== undefined || body.attachments?.length === 1,
    'text or one attachment is required',
  );

export const sendDirect: ApiRoute = {
  method: 'POST',
  path: '/2/dm_conversations/with/:participant_id/messages',
  scopes: ['dm.write', 'tweet.read', 'users.read'],
  limit: 15,
  limit24h: 1440,
  query: {},
  handle: (call) => {
    const { authoring, clock, ledger } = call.context;
    const body = checkBody(BODY, jsonBody(call.request));
    const recipient = getParticipant(call);
    checkDirectRight(recipient);
    const mediaIds = (body.attachments ?? []).map((attachment) => attachment.media_id);
    for (const mediaId of mediaIds) {
      if (isReady(call, mediaId)) continue;
      throw invalidRequest([
        { name: 'attachments', values: [mediaId], message: 'Your media IDs are invalid.' },
      ]);
    }
    const direct = authoring.writeDirect({
      sender: call.user,
      recipient,
      text: body.text ?? '',
      atMs: clock.now(),
      origin: 'api',
      mediaIds,
    });
    ledger.charge('direct.create');
    return json(201, { data: { dm_conversation_id: direct.conversationId, dm_event_id: direct.id } });
  },
};
