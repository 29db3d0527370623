import { z } from 'zod';
import { requestError } from '../http/problem.ts';
import { jsonBody, type Request } from '../http/request.ts';
import { checkBody } from './body.ts';

export interface Segment {
  index: number;
  bytes: number;
}

const BODY = z.strictObject({
  media: z.base64(),
  segment_index: z.union([z.number().int().min(0).max(999), z.string().regex(/^\d{1,3}$/)]),
});

/** A piece of an upload comes as multipart form or as JSON with base64. */
export function segmentOf(request: Request): Segment {
  const type = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary) return fromMultipart(request.body, boundary);
  const body = checkBody(BODY, jsonBody(request));
  return { index: Number(body.segment_index), bytes: Buffer.from(body.media, 'base64').length };
}

function fromMultipart(body: Buffer, boundary: string): Segment {
  let index: number | undefined;
  let bytes: number | undefined;
  for (const part of partsOf(body, `--${boundary}`)) {
    const name = /name="([^"]+)"/.exec(part.head)?.[1];
    if (name === 'segment_index') index = Number(part.content.toString('utf8'));
    if (name === 'media') bytes = part.content.length;
  }
  if (index === undefined || !Number.isInteger(index) || bytes === undefined) {
    throw requestError('The form needs the parts media and segment_index.');
  }
  return { index, bytes };
}

function* partsOf(body: Buffer, delimiter: string): Generator<{ head: string; content: Buffer }> {
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const next = body.indexOf(delimiter, from + delimiter.length);
    if (next < 0) return;
    const part = body.subarray(from + delimiter.length + 2, next - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    if (headEnd >= 0)
      yield { head: part.subarray(0, headEnd).toString('utf8'), content: part.subarray(headEnd + 4) };
    from = next;
  }
}
