import { FIELD_OF_EXPANSION } from './fields.ts';

/** Which parts of an answer the caller asked for. */
export interface Selection {
  postFields: Set<string>;
  userFields: Set<string>;
  directFields: Set<string>;
  mediaFields: Set<string>;
  pollFields: Set<string>;
  expansions: Set<string>;
}

export function selectionOf(query: URLSearchParams): Selection {
  const expansions = listed(query, 'expansions');
  const selection: Selection = {
    postFields: listed(query, 'tweet.fields'),
    userFields: listed(query, 'user.fields'),
    directFields: listed(query, 'dm_event.fields'),
    mediaFields: listed(query, 'media.fields'),
    pollFields: listed(query, 'poll.fields'),
    expansions,
  };
  for (const expansion of expansions) {
    const field = FIELD_OF_EXPANSION[expansion];
    if (field) {
      selection.postFields.add(field);
      selection.directFields.add(field);
    }
  }
  return selection;
}

function listed(query: URLSearchParams, name: string): Set<string> {
  return new Set(query.get(name)?.split(',') ?? []);
}
