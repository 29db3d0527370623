import type { GoneBecause } from '../../../shared/model.ts';
import { ProviderFailure } from '../provider.ts';
import { userQuery } from './fields.ts';
import { isJson, type Json } from './json.ts';
import type { Page } from './page.ts';
import type { Session } from './session.ts';
import { isWithheld } from './withheld.ts';

/** `hidden`: X says only that the account may not see it, whatever became of its author. */
export type Gone = GoneBecause | 'hidden';

const byType: Readonly<Record<string, Gone>> = {
  'resource-not-found': 'deleted',
  'not-authorized-for-resource': 'hidden',
  'resource-unavailable': 'withheld',
  'disallowed-resource': 'withheld',
};

/** Only X's word that it is deleted or hidden counts; a post it could not load just now is not gone, and must not be purged. */
export const goneIn = (page: Page): { remoteId: string; because: Gone }[] => [
  ...page.errors.flatMap((error) => {
    const because = byType[lastPart(error['type'])];
    const remoteId = [error['resource_id'], error['value']].find((one) => typeof one === 'string');
    return because === undefined || remoteId === undefined ? [] : [{ remoteId, because }];
  }),
  ...[...page.data, ...page.includedPosts].flatMap((post) => {
    if (!isJson(post) || !isWithheld(post) || typeof post['id'] !== 'string') return [];
    return [{ remoteId: post['id'], because: 'withheld' as const }];
  }),
];

/** X gives one reason for a protected and for a suspended author; the account itself, once asked for, tells them apart. */
export const whyGone = async (
  session: Session,
  gone: ReadonlyMap<string, Gone>,
  authors: ReadonlyMap<string, string> | undefined,
  signal: AbortSignal | undefined,
): Promise<{ remoteId: string; because: GoneBecause }[]> => {
  const hidden = [...gone].flatMap(([id, because]) => (because === 'hidden' ? (authors?.get(id) ?? []) : []));
  const states = await statesOf(session, [...new Set(hidden)], signal);
  return [...gone].map(([remoteId, because]) => ({
    remoteId,
    because: because === 'hidden' ? (states.get(authors?.get(remoteId) ?? '') ?? 'protected') : because,
  }));
};

const perCall = 100;

const statesOf = async (
  { api }: Session,
  userIds: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Map<string, GoneBecause>> => {
  const states = new Map<string, GoneBecause>();
  for (let at = 0; at < userIds.length; at += perCall) {
    const query = { ids: userIds.slice(at, at + perCall).join(','), ...userQuery };
    try {
      const { body } = await api({ method: 'GET', path: 'users', query, signal });
      for (const error of Array.isArray(body['errors']) ? body['errors'].filter(isJson) : []) {
        const id = [error['resource_id'], error['value']].find((one) => typeof one === 'string');
        if (id !== undefined) states.set(id, stateIn(error));
      }
    } catch (error) {
      // Why it is hidden is worth a call; that it is hidden is known already.
      if (!(error instanceof ProviderFailure)) throw error;
    }
  }
  return states;
};

/** An account that is no more took its posts with it. */
const stateIn = ({ detail, title }: Json): GoneBecause =>
  /suspended/i.test(`${String(detail)} ${String(title)}`) ? 'suspended' : 'deleted';

const lastPart = (type: unknown): string =>
  typeof type === 'string' ? (type.split(/[/#]/).at(-1) ?? '') : '';
