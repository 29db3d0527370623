import type { Lookup } from '../provider.ts';
import { postQuery } from './fields.ts';
import { createGatherer } from './gather.ts';
import { goneIn, whyGone, type Gone } from './gone.ts';
import { budgetOf, unknownBudget } from './limits.ts';
import { pageOf } from './page.ts';
import { readPost } from './post.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';
import { newerThan } from './versions.ts';
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
  const askedAs = new Map<string, string>();
  let budget = unknownBudget;

  // Grows on the way: who asks for an older version of an edited post is told the newest.
  for (let at = 0; at < valid.length;) {
    const ids = valid.slice(at, at + perCall);
    at += ids.length;
    const query = { ...postQuery[settings.vocabulary], ids: ids.join(',') };
    const { body, headers } = await api({ method: 'GET', path: 'tweets', query, signal });
    const page = pageOf(body);
    gatherer.add(
      page,
      [...page.data, ...page.includedPosts].filter((post) => !isWithheld(post)),
    );
    for (const [older, newest] of newerThan(page.data)) {
      if (!valid.includes(newest)) valid.push(newest);
      askedAs.set(newest, older);
    }
    for (const { remoteId, because } of goneIn(page))
      if (ids.includes(remoteId)) gone.set(askedAs.get(remoteId) ?? remoteId, because);
    budget = budgetOf(headers);
  }
  const told = await gatherer.done(signal);
  const because = await whyGone(session, gone, authors, signal);
  // An older version may still have come: what is withheld in the newest is not shown in another.
  const messages = told.messages.filter((one) => !gone.has(one.remoteId) && !gone.has(one.versionId));
  return { ...told, messages, gone: because, budget, cost: meter.take() };
};
