import { z } from 'zod';
import { json } from '../http/answer.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import { jsonBody } from '../http/request.ts';
import { checkBody, id } from './body.ts';
import type { ApiRoute } from './call.ts';

const BODY = z.strictObject({
  id,
  metadata: z.strictObject({ alt_text: z.strictObject({ text: z.string().max(1000) }) }),
});

/** What a picture says to those who can't see it: given after the upload, before the post. */
export const describeMedia: ApiRoute = {
  method: 'POST',
  path: '/2/media/metadata',
  scopes: ['media.write'],
  limit: 1875,
  query: {},
  handle: (call) => {
    const { world, authoring } = call.context;
    const body = checkBody(BODY, jsonBody(call.request));
    const media = world.media.get(body.id);
    if (media?.ownerId !== call.user.id) throw new ProblemError(404, notFound('media', 'id', body.id));
    const altText = body.metadata.alt_text.text;
    authoring.addMedia({ ...media, altText });
    return json(200, { data: { id: body.id, associated_metadata: { alt_text: { text: altText } } } });
  },
};
