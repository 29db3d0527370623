import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { directQuery, postQuery, userQuery, type Query } from './fields.ts';

/** Whether X's own description knows every word of our requests. The description is not part of the project. */
type Parameter = { name: string; schema?: { items?: { enum?: string[] } } };
type Description = {
  paths: Record<string, { get?: { parameters: (Parameter & { $ref?: string })[] } }>;
  components: { parameters?: Record<string, Parameter> };
};

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');

describe.each([
  ['tweet', 'x-openapi-2.166.json'],
  ['post', 'x-openapi-2.167.json'],
] as const)('in %s words', (vocabulary, name) => {
  const file = path.join(folder, name);
  const calls: [string, Query][] = [
    ['/2/users/me', userQuery],
    ['/2/users', { ids: '1', ...userQuery }],
    ['/2/tweets', { ids: '1', ...postQuery[vocabulary] }],
    ['/2/dm_events', { max_results: '100', pagination_token: 't', ...directQuery[vocabulary] }],
    ...['mentions', 'tweets'].map((one): [string, Query] => [
      `/2/users/{id}/${one}`,
      {
        max_results: '100',
        since_id: '1',
        until_id: '1',
        start_time: '',
        pagination_token: 't',
        ...postQuery[vocabulary],
      },
    ]),
  ];

  test.skipIf(!existsSync(file)).each(calls)('%s', (at, query) => {
    const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Description;
    const known = (paths[at]?.get?.parameters ?? []).map(
      (one) => components.parameters?.[one.$ref?.split('/').at(-1) ?? ''] ?? one,
    );
    for (const [word, value] of Object.entries(query)) {
      const parameter = known.find((one) => one.name === word);
      expect(parameter, word).toBeDefined();
      const allowed = parameter?.schema?.items?.enum;
      if (allowed) expect(allowed).toEqual(expect.arrayContaining(value.split(',')));
    }
  });
});
