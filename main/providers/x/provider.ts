import { Agent } from 'node:https';
import { directLimit, postLimit } from '../../../shared/compose.ts';
import { type Connection, type Provider, ProviderFailure, type SecretBox } from '../provider.ts';
import { type Api, createApi, metered } from './api.ts';
import { userQuery } from './fields.ts';
import { createDirectory, readIdentity } from './identities.ts';
import { lookup } from './lookup.ts';
import { createMeter } from './meter.ts';
import { revoke } from './oauth.ts';
import type { Wait, XOptions, XSettings } from './options.ts';
import { pollDirect } from './poll-direct.ts';
import { pollTimeline } from './poll-timeline.ts';
import { probe } from './probe.ts';
import { reread } from './reread.ts';
import { send } from './send.ts';
import type { Session } from './session.ts';
import { beginSignIn } from './sign-in.ts';
import { tokensOf } from './tokens.ts';
import { upload, uploadLimits } from './upload.ts';

export type { XOptions } from './options.ts';

export const createXProvider = (options: XOptions): Provider => {
  const settings: XSettings = {
    now: options.now,
    agent: options.agent ?? new Agent({ keepAlive: true }),
    timeoutMs: options.timeoutMs ?? 15_000,
    vocabulary: options.vocabulary ?? 'tweet',
    pagesPerPoll: options.pagesPerPoll ?? 3,
    textCap: options.textCap ?? 20_000,
    wait: options.wait ?? wait,
  };
  return {
    id: 'x',
    can: {
      maxLength: { post: postLimit, dm: directLimit },
      direct: true,
      hide: false,
      streams: ['mentions', 'own', 'direct'],
      attachments: uploadLimits,
      imageHosts: options.imageHosts ?? ['twimg.com'],
    },
    signIn: (ask) => beginSignIn(settings, ask),
    connect: (secrets) => connect(settings, secrets),
    signOut: (secrets) => revoke(settings, secrets),
  };
};

const connect = async (settings: XSettings, secrets: SecretBox): Promise<Connection> => {
  // Loaded with the first account, not with the program: it is the slowest part to load and the desk opens without it.
  const { TwitterApi } = await import('twitter-api-v2');
  const meter = createMeter(settings);
  const api = metered(createApi(TwitterApi, settings, tokensOf(secrets, settings)), meter);
  const me = await whoAmI(api);
  const session: Session = { api, me, settings, directory: createDirectory(api, me), meter, secrets };
  return {
    account: me,
    poll: (stream, cursor, signal) =>
      stream === 'direct'
        ? pollDirect(session, cursor, signal)
        : pollTimeline(session, stream, cursor, signal),
    lookup: (remoteIds, signal, authors) => lookup(session, remoteIds, { signal, authors }),
    reread: (kept, signal) => reread(session, kept, signal),
    send: (item) => send(session, item),
    upload: (file, on, resume, signal) => upload(session, { file, on, resume, signal }),
    probe: (direction) => probe(session, direction),
  };
};

const whoAmI = async (api: Api) => {
  const { body } = await api({ method: 'GET', path: 'users/me', query: userQuery });
  const me = readIdentity(body['data']);
  if (me === undefined) throw new ProviderFailure('network', 'X did not say whose account this is.');
  return me;
};

const wait: Wait = (ms, signal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
