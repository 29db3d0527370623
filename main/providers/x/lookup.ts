import type { Lookup } from '../provider.ts';
import { postQuery } from './fields.ts';
import { createGatherer } from './gather.ts';
import type { Json } from './json.ts';
import { budgetOf, unknownBudget } from './limits.ts';
import { pageOf } from './page.ts';
import { readPost } from './post.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';

const perCall = 100;

export const lookup = async (
  session: Session,
  remoteIds: readonly string[],
  signal?: AbortSignal,
): Promise<Lookup> => {
  const { api, me, settings, directory } = session;
  const gatherer = createGatherer(readPost, { me, textCap: settings.textCap }, directory);
  // One malformed id would have X refuse them all; and nothing is behind it.
  const wanted = [...new Set(remoteIds)];
  const valid = wanted.filter((one) => id.safeParse(one).success);
  const gone = new Set(wanted.filter((one) => !valid.includes(one)));
  let budget = unknownBudget;

  for (let at = 0; at < valid.length; at += perCall) {
    const ids = valid.slice(at, at + perCall);
    const query = { ...postQuery[settings.vocabulary], ids: ids.join(',') };
    const { body, headers } = await api({ method: 'GET', path: 'tweets', query, signal });
    const page = pageOf(body);
    gatherer.add(page, [...page.data, ...page.includedPosts]);
    for (const error of page.errors) {
      const one = goneIn(error);
      if (one !== undefined && ids.includes(one)) gone.add(one);
    }
    budget = budgetOf(headers);
  }
  return { ...(await gatherer.done(signal)), gone: [...gone], budget };
};

const goneTypes = [
  'resource-not-found',
  'not-authorized-for-resource',
  'resource-unavailable',
  'disallowed-resource',
];

/** Only X's word that it is deleted or hidden counts; a post it could not load just now is not gone, and must not be purged. */
const goneIn = (error: Json): string | undefined => {
  const { type, resource_id: resource, value } = error;
  if (typeof type !== 'string' || !goneTypes.includes(type.split(/[/#]/).at(-1) ?? '')) return undefined;
  return [resource, value].find((one) => typeof one === 'string');
};
