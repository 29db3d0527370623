import { z } from 'zod';
import { json } from '../http/answer.ts';
import { invalidRequest, notFound, ProblemError } from '../http/problem.ts';
import { jsonBody } from '../http/request.ts';
import { mediaKey } from '../wire/post.ts';
import { checkBody, id } from './body.ts';
import type { ApiCall, ApiRoute } from './call.ts';
import { segmentOf } from './media-segment.ts';
import { anyText, postId } from './query-rules.ts';
import type { Upload } from './uploads.ts';

const SCOPES = ['media.write'];
const MEGABYTE = 1024 * 1024;
const EXPIRES_AFTER_SECS = 86_400;
const KINDS = {
  photo: {
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/bmp', 'image/pjpeg', 'image/tiff'],
    maxBytes: 5 * MEGABYTE,
  },
  animated_gif: { types: ['image/gif'], maxBytes: 15 * MEGABYTE },
  video: { types: ['video/mp4', 'video/webm', 'video/quicktime', 'video/mp2t'], maxBytes: 512 * MEGABYTE },
} as const;

const CONFIG = z.strictObject({
  media_type: z.string(),
  total_bytes: z.number().int().min(1),
  media_category: z
    .enum([
      'amplify_video',
      'tweet_gif',
      'tweet_image',
      'tweet_video',
      'dm_gif',
      'dm_image',
      'dm_video',
      'subtitles',
    ])
    .optional(),
  additional_owners: z.array(id).optional(),
  shared: z.boolean().optional(),
});

export const initializeUpload: ApiRoute = {
  method: 'POST',
  path: '/2/media/upload/initialize',
  scopes: SCOPES,
  limit: 1875,
  query: {},
  handle: (call) => {
    const { authoring, clock, uploads } = call.context;
    const body = checkBody(CONFIG, jsonBody(call.request));
    const kind = kindOf(body.media_type);
    if (body.total_bytes > KINDS[kind].maxBytes) {
      throw invalidRequest([
        {
          name: 'total_bytes',
          values: [String(body.total_bytes)],
          message: `A ${kind} may have at most ${KINDS[kind].maxBytes} bytes`,
        },
      ]);
    }
    const upload: Upload = {
      id: authoring.newMediaId(clock.now()),
      ownerId: call.user.id,
      mimeType: body.media_type,
      kind,
      totalBytes: body.total_bytes,
      receivedBytes: 0,
      segments: new Set(),
    };
    uploads.add(upload);
    return json(200, { data: { ...keyOf(upload), expires_after_secs: EXPIRES_AFTER_SECS } });
  },
};

export const appendUpload: ApiRoute = {
  method: 'POST',
  path: '/2/media/upload/:media/append',
  scopes: SCOPES,
  limit: 1875,
  query: {},
  handle: (call) => {
    const upload = getUpload(call);
    const segment = segmentOf(call.request);
    if (upload.readyAtMs !== undefined) throw wrongUpload(upload, 'This upload is finalized');
    if (!upload.segments.has(segment.index)) upload.receivedBytes += segment.bytes;
    upload.segments.add(segment.index);
    const expiresAt = Math.floor(call.context.clock.now() / 1000) + EXPIRES_AFTER_SECS;
    return json(200, { data: { expires_at: expiresAt } });
  },
};

export const finalizeUpload: ApiRoute = {
  method: 'POST',
  path: '/2/media/upload/:media/finalize',
  scopes: SCOPES,
  limit: 1875,
  query: {},
  handle: (call) => {
    const upload = getUpload(call);
    const { settings, clock, authoring, world } = call.context;
    if (upload.receivedBytes !== upload.totalBytes) {
      throw wrongUpload(
        upload,
        `Segments do not add up to provided total file size: ${upload.receivedBytes} of ${upload.totalBytes} bytes`,
      );
    }
    // Pictures are ready at once; moving ones are worked on for a while.
    upload.readyAtMs ??= clock.now() + (upload.kind === 'photo' ? 0 : settings.mediaProcessingMs);
    if (!world.media.has(upload.id)) {
      const { id: mediaId, ownerId, kind, mimeType, totalBytes } = upload;
      authoring.addMedia({
        id: mediaId,
        ownerId,
        kind,
        mimeType,
        bytes: totalBytes,
        width: 1200,
        height: 900,
      });
    }
    return json(200, { data: statusOf(call, upload) });
  },
};

export const uploadStatus: ApiRoute = {
  method: 'GET',
  path: '/2/media/upload',
  scopes: SCOPES,
  limit: 1875,
  query: { media_id: postId, command: anyText },
  required: ['media_id'],
  handle: (call) => json(200, { data: statusOf(call, findUpload(call, call.query.get('media_id') ?? '')) }),
};

/** Ready to be attached: what an unfinished video is not. */
export function isReady(call: ApiCall, mediaId: string): boolean {
  const media = call.context.world.media.get(mediaId);
  const upload = call.context.uploads.find(mediaId, call.user.id);
  return media?.ownerId === call.user.id && (upload?.readyAtMs ?? 0) <= call.context.clock.now();
}

function statusOf(call: ApiCall, upload: Upload) {
  const leftMs = (upload.readyAtMs ?? Number.POSITIVE_INFINITY) - call.context.clock.now();
  const base = { ...keyOf(upload), size: upload.receivedBytes, expires_after_secs: EXPIRES_AFTER_SECS };
  if (upload.kind === 'photo') return base;
  if (leftMs <= 0) return { ...base, processing_info: { state: 'succeeded', progress_percent: 100 } };
  const state = upload.readyAtMs === undefined ? 'pending' : 'in_progress';
  return { ...base, processing_info: { state, check_after_secs: 1, progress_percent: 30 } };
}

function keyOf(upload: Upload) {
  return { id: upload.id, media_key: mediaKey(upload.id, upload.kind) };
}

function getUpload(call: ApiCall): Upload {
  return findUpload(call, call.params['media'] as string);
}

function findUpload(call: ApiCall, mediaId: string): Upload {
  const upload = call.context.uploads.find(mediaId, call.user.id);
  if (!upload) throw new ProblemError(404, notFound('media', 'media_id', mediaId));
  return upload;
}

function kindOf(mimeType: string): keyof typeof KINDS {
  for (const [kind, { types }] of Object.entries(KINDS)) {
    if ((types as readonly string[]).includes(mimeType)) return kind as keyof typeof KINDS;
  }
  throw invalidRequest([
    { name: 'media_type', values: [mimeType], message: 'This media type is not supported' },
  ]);
}

function wrongUpload(upload: Upload, message: string): ProblemError {
  return invalidRequest([{ name: 'media_id', values: [upload.id], message }]);
}
