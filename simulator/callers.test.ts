import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { API_ROUTES } from './api/routes.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { type Client, connect } from './testing/client.ts';

vi.setConfig({ testTimeout: 30_000 });

let simulator: Simulator;
let desk: Client;

beforeAll(async () => {
  simulator = await startSimulator({ rate: 0, rateLimitScale: 0 });
  desk = await connect(simulator.url, 'hallammobile');
});
afterAll(() => simulator.close());

const id = fc.oneof(
  fc.constantFrom('1', '1508263470221475840', '99999999999999999999'),
  fc.stringMatching(/^[\w%.-]{1,12}$/),
);
const text = fc.oneof(
  fc.string(),
  id,
  fc.constantFrom('author_id', '7140d00', '2026-01-01T00:00:00Z', '50', '-1', ''),
);
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .record(
      {
        text: fc.string(),
        reply: fc.record({ in_reply_to_tweet_id: id }),
        hidden: fc.boolean(),
        segment_index: fc.integer(),
        media: fc.string(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
);

test('whatever is asked, the answer is an answer: never a mistake of the simulator', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...API_ROUTES),
      id,
      fc.array(fc.tuple(fc.nat(), text), { maxLength: 4 }),
      body,
      async (route, value, pairs, sent) => {
        const url = new URL(route.path.replace(/:\w+/, value), simulator.url);
        const names = [...Object.keys(route.query), 'unknown'];
        for (const [at, given] of pairs) url.searchParams.append(names[at % names.length] as string, given);
        const response = await fetch(url, {
          method: route.method,
          headers: {
            authorization: `Bearer ${desk.tokens.access_token}`,
            'content-type': 'application/json',
          },
          ...(route.method !== 'GET' && { body: sent }),
        });
        const answer = (await response.json()) as { title?: string; type?: string };
        expect(response.status).toBeLessThan(500);
        if (response.status >= 400)
          expect(answer).toMatchObject({
            title: expect.any(String) as string,
            type: expect.any(String) as string,
          });
      },
    ),
    { numRuns: 400 },
  );
});
