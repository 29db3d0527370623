import type { MessageKind, Ms } from '../../../shared/model.ts';
import {
  ProviderFailure,
  type Capabilities,
  type Uploaded,
  type UploadEvents,
  type UploadFile,
  type UploadPlace,
} from '../provider.ts';
import type { Call } from './api.ts';
import type { Answer } from './classify.ts';
import { isJson, type Json } from './json.ts';
import { id } from './schema.ts';
import { missingScopes, type Session } from './session.ts';

const megabyte = 1024 * 1024;
/** X takes at most a thousand parts of at most five megabytes. */
const partBytes = 4 * megabyte;
/** Longest that a film may be worked on before we say that it takes too long. */
const processingMs = 15 * 60_000;

export const uploadLimits: Capabilities['attachments'] = [
  { kind: 'photo', maxBytes: 5 * megabyte },
  { kind: 'gif', maxBytes: 15 * megabyte },
  { kind: 'video', maxBytes: 512 * megabyte },
];

type Ask = {
  file: UploadFile;
  on: UploadEvents;
  resume: UploadPlace | undefined;
  signal: AbortSignal | undefined;
};

/** Begin, parts, end; then wait until X has worked on it. One attempt of each: who calls again goes on where this stopped. */
export const upload = async (session: Session, { file, on, resume, signal }: Ask): Promise<Uploaded> => {
  assertSize(file);
  await assertAllowed(session);
  const ask = harmless(session, signal);
  const { remoteId, sentBytes } = resume ?? { remoteId: await begin(ask, file), sentBytes: 0 };
  if (resume === undefined) on.begun(remoteId);

  const isAgain = sentBytes >= file.bytes;
  const first = isAgain ? file.bytes : Math.floor(sentBytes / partBytes) * partBytes;
  // Parts are numbered by their place, so a part that arrived without our knowing is only replaced.
  for (let from = first; from < file.bytes; from += partBytes) {
    const to = Math.min(from + partBytes, file.bytes);
    const body = { segment_index: from / partBytes, media: await file.read(from, to) };
    await ask({ method: 'POST', path: `media/upload/${remoteId}/append`, body, as: 'form' });
    on.progress(to);
  }

  const seconds = await finish(session, ask, remoteId, { isAgain, signal });
  if (file.altText !== '' && file.kind !== 'video') await describe(ask, remoteId, file.altText);
  const expiresAt: Ms | null = seconds === null ? null : session.settings.now() + seconds * 1000;
  return { remoteId, expiresAt, cost: session.meter.take() };
};

type AskX = (call: Call) => Promise<Answer>;

/** What is handed over is nobody's yet: a call whose outcome is not known may be made again. */
const harmless =
  ({ api }: Session, signal: AbortSignal | undefined): AskX =>
  async (call) => {
    try {
      return await api({ ...call, signal });
    } catch (error) {
      if (!(error instanceof ProviderFailure) || error.kind !== 'unknown-outcome') throw error;
      throw new ProviderFailure('network', error.message.replace(/^.*?: /, 'The upload was interrupted: '));
    }
  };

const begin = async (ask: AskX, file: UploadFile): Promise<string> => {
  const { body } = await ask({
    method: 'POST',
    path: 'media/upload/initialize',
    body: { media_type: file.mime, total_bytes: file.bytes, media_category: categoryOf(file.for, file.kind) },
  });
  const found = isJson(body['data']) ? id.safeParse(body['data']['id']).data : undefined;
  if (found === undefined) throw new ProviderFailure('network', 'X began the upload without naming it.');
  return found;
};

const categoryOf = (kind: MessageKind, of: UploadFile['kind']): string =>
  `${kind === 'dm' ? 'dm' : 'tweet'}_${of === 'photo' ? 'image' : of}`;

/** Seconds until X forgets it; null when it did not say. */
const finish = async (
  { settings }: Session,
  ask: AskX,
  remoteId: string,
  { isAgain, signal }: { isAgain: boolean; signal: AbortSignal | undefined },
): Promise<number | null> => {
  const status = async (): Promise<Json> => {
    const query = { media_id: remoteId, command: 'STATUS' };
    return dataOf((await ask({ method: 'GET', path: 'media/upload', query })).body);
  };
  const end = async (): Promise<Json> =>
    dataOf((await ask({ method: 'POST', path: `media/upload/${remoteId}/finalize`, body: null })).body);

  // All its parts had been handed over before: it may have been ended as well, and is being worked on.
  const before = isAgain ? await status() : {};
  let told = isJson(before['processing_info']) ? before : await end();
  const until = settings.now() + processingMs;
  for (;;) {
    const { state, afterMs } = workOn(told);
    if (state === 'failed')
      throw new ProviderFailure(
        'rejected',
        'X could not work with this file: it may be damaged or too long.',
      );
    if (state === 'done') return secondsIn(told);
    if (signal?.aborted === true || settings.now() > until)
      throw new ProviderFailure('network', 'X is still working on the file.');
    await settings.wait(afterMs, signal);
    told = await status();
  }
};

const dataOf = (body: Json): Json => (isJson(body['data']) ? body['data'] : {});

const workOn = (told: Json): { state: 'done' | 'under-way' | 'failed'; afterMs: number } => {
  const work = isJson(told['processing_info']) ? told['processing_info'] : { state: 'succeeded' };
  const seconds = work['check_after_secs'];
  const afterMs = typeof seconds === 'number' ? Math.min(Math.max(seconds, 1), 60) * 1000 : 2000;
  if (work['state'] === 'failed') return { state: 'failed', afterMs };
  return { state: work['state'] === 'succeeded' ? 'done' : 'under-way', afterMs };
};

const secondsIn = (told: Json): number | null => {
  const seconds = told['expires_after_secs'];
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
};

const describe = (ask: AskX, remoteId: string, altText: string): Promise<unknown> =>
  ask({
    method: 'POST',
    path: 'media/metadata',
    body: { id: remoteId, metadata: { alt_text: { text: altText.toWellFormed() } } },
  });

/** Signed in before pictures could be sent: that is no reason to stop everything else of the account. */
const assertAllowed = async (session: Session): Promise<void> => {
  if ((await missingScopes(session, ['media.write'])).length === 0) return;
  throw new ProviderFailure(
    'rejected',
    'The permission media.write was not given when signing in: connect the account again to send pictures.',
  );
};

const assertSize = ({ kind, bytes }: UploadFile): void => {
  const limit = uploadLimits.find((one) => one.kind === kind)?.maxBytes ?? 0;
  if (bytes <= 0) throw new ProviderFailure('rejected', 'The file is empty.');
  if (bytes <= limit) return;
  throw new ProviderFailure(
    'rejected',
    `The file is too large for X: it takes ${limit / megabyte} MB at most.`,
  );
};
