import { invalidRequest, type WrongParameter } from '../http/problem.ts';
import {
  DIRECT_EXPANSIONS,
  DIRECT_FIELDS,
  MEDIA_FIELDS,
  PLACE_FIELDS,
  POLL_FIELDS,
  POST_EXPANSIONS,
  POST_FIELDS,
  USER_EXPANSIONS,
  USER_FIELDS,
} from '../wire/fields.ts';

/** What is wrong with a value, in the network's words, or nothing. */
export type Rule = (value: string) => string | undefined;
export type QueryRules = Readonly<Record<string, Rule>>;

export const anyText: Rule = () => undefined;
export const postId: Rule = (value) =>
  /^\d{1,19}$/.test(value) ? undefined : 'does not match ^[0-9]{1,19}$';
export const time: Rule = (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'is not a valid RFC 3339 date-time';

export function between(minimum: number, maximum: number): Rule {
  return (value) =>
    /^\d+$/.test(value) && Number(value) >= minimum && Number(value) <= maximum
      ? undefined
      : `is not between ${minimum} and ${maximum}`;
}

export function listOf(allowed: readonly string[]): Rule {
  return (value) => {
    const unknown = value.split(',').filter((item) => !allowed.includes(item));
    return unknown.length === 0 ? undefined : `is not one of [${allowed.join(',')}]`;
  };
}

export const idList: Rule = (value) => {
  const ids = value.split(',');
  if (ids.length > 100) return 'has more than 100 items';
  return ids.map(postId).find((message) => message !== undefined);
};

const MEDIA_RULES = { 'media.fields': listOf(MEDIA_FIELDS) };
const USER_FIELD_RULES = { 'user.fields': listOf(USER_FIELDS) };
const POST_FIELD_RULES = { 'tweet.fields': listOf(POST_FIELDS) };

export const POST_RULES: QueryRules = {
  ...POST_FIELD_RULES,
  ...USER_FIELD_RULES,
  ...MEDIA_RULES,
  'poll.fields': listOf(POLL_FIELDS),
  'place.fields': listOf(PLACE_FIELDS),
  expansions: listOf(POST_EXPANSIONS),
};
export const USER_RULES: QueryRules = {
  ...POST_FIELD_RULES,
  ...USER_FIELD_RULES,
  expansions: listOf(USER_EXPANSIONS),
};
export const DIRECT_RULES: QueryRules = {
  ...POST_FIELD_RULES,
  ...USER_FIELD_RULES,
  ...MEDIA_RULES,
  'dm_event.fields': listOf(DIRECT_FIELDS),
  expansions: listOf(DIRECT_EXPANSIONS),
  max_results: between(1, 100),
  pagination_token: anyText,
  event_types: listOf(['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave']),
};
export const TIMELINE_RULES: QueryRules = {
  ...POST_RULES,
  since_id: postId,
  until_id: postId,
  start_time: time,
  end_time: time,
  pagination_token: anyText,
  max_results: between(5, 100),
};

export function checkQuery(
  query: URLSearchParams,
  rules: QueryRules,
  required: readonly string[] = [],
): void {
  const wrong: WrongParameter[] = [];
  for (const [name, value] of query) {
    const rule = rules[name];
    if (!rule) {
      const known = Object.keys(rules).join(',');
      wrong.push({
        name,
        values: [value],
        message: `The query parameter [${name}] is not one of [${known}]`,
      });
      continue;
    }
    const message = rule(value);
    if (message)
      wrong.push({
        name,
        values: [value],
        message: `The \`${name}\` query parameter value [${value}] ${message}`,
      });
  }
  for (const name of required) {
    if (!query.get(name))
      wrong.push({ name, values: [], message: `The \`${name}\` query parameter can not be empty` });
  }
  if (wrong.length > 0) throw invalidRequest(wrong);
}
