import type * as library from 'twitter-api-v2';
import { ProviderFailure } from '../provider.ts';
import { classify, type Answer } from './classify.ts';
import type { Query } from './fields.ts';
import type { Meter } from './meter.ts';
import type { XSettings } from './options.ts';
import { inWords, type Outcome } from './outcome.ts';
import type { Tokens } from './tokens.ts';
import { watch, type Watch } from './watched-agent.ts';

export type Call =
  | { method: 'GET'; path: string; query?: Query; signal?: AbortSignal | undefined }
  | {
      method: 'POST';
      path: string;
      /** Null: a call that takes none. The library would send an empty object. */
      body: Record<string, unknown> | null;
      /** `form`: parts of a multipart form, for bytes. */
      as?: 'json' | 'form';
      signal?: AbortSignal | undefined;
    };

export type Api = (call: Call) => Promise<Answer>;

const maxBytes = 16 * 1024 * 1024;
/** How many silences long a whole call may take: megabytes go slowly over a thin line. */
const patience = { call: 4, upload: 20 };
/** Refusals of tokens that were just issued, in a row, before the sign-in counts as lost. */
const strikesAllowed = 3;

/** One call, one answer or one ProviderFailure. A POST is never sent again unless X said 401, which means it was not taken. */
export const createApi = (
  TwitterApi: typeof library.TwitterApi,
  settings: XSettings,
  tokens: Tokens,
): Api => {
  let strikes = 0;

  return async (call) => {
    const token = await tokens.current();
    let outcome = await exchange(TwitterApi, settings, token, call);
    if (isUnauthorised(outcome)) {
      const another = await tokens.another(token);
      if (another !== null) outcome = await exchange(TwitterApi, settings, another, call);
      // The service itself has had bursts of 401: a token it has just issued is not proof of a lost sign-in.
      if (isUnauthorised(outcome) && ++strikes < strikesAllowed) {
        throw new ProviderFailure('network', 'X refused the sign-in for now; it is tried again.');
      }
    }
    if (outcome.at === 'answered' && outcome.status !== 401) strikes = 0;
    return classify(outcome, call.method, settings.now());
  };
};

/** The same, with its price noted. */
export const metered =
  (api: Api, meter: Meter): Api =>
  async (call) => {
    try {
      const answer = await api(call);
      meter.answered(call, answer.body);
      return answer;
    } catch (error) {
      if (error instanceof ProviderFailure && error.kind === 'unknown-outcome') meter.doubtful(call);
      throw error;
    }
  };

const isUnauthorised = (outcome: Outcome): boolean => outcome.at === 'answered' && outcome.status === 401;

const exchange = async (
  TwitterApi: typeof library.TwitterApi,
  { agent, timeoutMs }: XSettings,
  token: string,
  call: Call,
): Promise<Outcome> => {
  const isUpload = call.method === 'POST' && call.as === 'form';
  const seen = watch(agent, {
    deadlineMs: timeoutMs * (isUpload ? patience.upload : patience.call),
    maxBytes,
    isFresh: call.method === 'POST',
  });
  const { signal } = call;
  const manners: library.ITwitterApiClientPlugin = {
    onBeforeRequest: ({ requestOptions }) => {
      requestOptions.timeout = timeoutMs;
      if (signal !== undefined) requestOptions.signal = signal;
    },
  };
  // Uncompressed: the library leaves the errors of its decompressor unheard, which would end the process.
  const client = new TwitterApi(token, {
    httpAgent: seen.agent,
    plugins: [manners],
    compression: 'identity',
  });
  try {
    const { data, headers } = await begin(client, call);
    if (seen.isOversized) return { at: 'broken', isHandedOver: true, reason: 'its answer is too large' };
    return { at: 'answered', status: seen.status ?? 0, headers, body: asText(data) };
  } catch (error) {
    return outcomeOf(error as Thrown, seen);
  }
};

type Headers = Extract<Outcome, { at: 'answered' }>['headers'];

const begin = (client: library.TwitterApi, call: Call): Promise<library.TwitterResponse<unknown>> => {
  // As text: the library's own reading throws outside any promise when `errors` holds a null.
  const shape = { fullResponse: true, forceParseMode: 'text', enableRateLimitSave: false } as const;
  return call.method === 'GET'
    ? client.v2.get<unknown>(call.path, call.query ?? {}, shape)
    : client.v2.post<unknown>(call.path, call.body ?? Buffer.alloc(0), {
        ...shape,
        forceBodyMode: call.as === 'form' ? 'form-data' : 'json',
      });
};

/** The library's three errors, told by their `type`. Anything else is a bug, but what it did to the outcome is known. */
type Thrown =
  | { type: 'response'; code: number; headers: Headers; data: unknown }
  | { type: 'partial-response' }
  | { type: 'request' }
  | { type?: undefined };

const outcomeOf = (error: Thrown, { status, isHandedOver, error: cause }: Watch): Outcome => {
  if (error.type === 'response') {
    return { at: 'answered', status: error.code, headers: error.headers, body: asText(error.data) };
  }
  // Cut short. A refusal is definite by its status line, however little of its text arrived.
  if (error.type === 'partial-response')
    return { at: 'answered', status: status ?? 0, headers: {}, body: '' };
  // The library loses the cause on the way (its `requestError` is always undefined).
  return { at: 'broken', isHandedOver, reason: inWords(cause ?? error) };
};

const asText = (data: unknown): string => (typeof data === 'string' ? data : '');
