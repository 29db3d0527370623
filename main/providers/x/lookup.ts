import type { Lookup } from '../provider.ts';
import { postQuery } from './fields.ts';
import { createGatherer } from './gather.ts';
import { goneIn, whyGone, type Gone } from './gone.ts';
import { budgetOf, unknownBudget } from './limits.ts';
import { pageOf } from './page.ts';
import { readPost } from './post.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';
import { isWithheld } from './withheld.ts';

const perCall = 100;

type Ask = { signal?: AbortSignal | undefined; authors?: ReadonlyMap<string, string> | undefined };

export const lookup = async (
  session: Session,
  remoteIds: readonly string[],
  { signal, authors }: Ask = {},
): Promise<Lookup> => {
  const { api, me, settings, directory, meter } = session;
  const gatherer = createGatherer(readPost, { me, textCap: settings.textCap }, directory);
  // One malformed id would have X refuse them all; and nothing is behind it.
  const wanted = [...new Set(remoteIds)];
  const valid = wanted.filter((one) => id.safeParse(one).success);
  const gone = new Map<string, Gone>(
    wanted.filter((one) => !valid.includes(one)).map((one) => [one, 'deleted'] as const),
  );
  let budget = unknownBudget;

  for (let at = 0; at < valid.length; at += perCall) {
    const ids = valid.slice(at, at + perCall);
    const query = { ...postQuery[settings.vocabulary], ids: ids.join(',') };
    const { body, headers } = await api({ method: 'GET', path: 'tweets', query, signal });
    const page = pageOf(body);
    gatherer.add(
      page,
      [...page.data, ...page.includedPosts].filter((post) => !isWithheld(post)),
    );
    for (const { remoteId, because } of goneIn(page)) if (ids.includes(remoteId)) gone.set(remoteId, because);
    budget = budgetOf(headers);
  }
  const told = await gatherer.done(signal);
  const because = await whyGone(session, gone, authors, signal);
  return { ...told, gone: because, budget, cost: meter.take() };
};
