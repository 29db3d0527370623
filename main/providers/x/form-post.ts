import type { IncomingMessage } from 'node:http';
import { request, type Agent } from 'node:https';
import { inWords, type Outcome } from './outcome.ts';
import { watch } from './watched-agent.ts';

export type Wire = { agent: Agent; timeoutMs: number };

/**
 * The sign-in calls, as the OAuth standard and X's pages write them. The client library would send them as JSON.
 * Never throws: what went wrong is data, judged by the caller.
 */
export const postForm = (
  { agent, timeoutMs }: Wire,
  path: string,
  form: Record<string, string>,
): Promise<Outcome> => {
  const body = new URLSearchParams(form).toString();
  const seen = watch(agent, { deadlineMs: timeoutMs * 2, maxBytes: 1_000_000, isFresh: true });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    accept: 'application/json',
  };
  return new Promise((resolve) => {
    const breakOff = (error: unknown): void =>
      resolve({ at: 'broken', isHandedOver: seen.isHandedOver, reason: inWords(error) });
    const post = request(
      { host: 'api.x.com', path, method: 'POST', headers, agent: seen.agent, timeout: timeoutMs },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', breakOff);
        response.on('close', () => breakOff(new Error('the answer was cut short')));
        response.on('end', () =>
          resolve({
            at: 'answered',
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    post.on('timeout', () => post.destroy(new Error('Request timeout.')));
    post.on('error', breakOff);
    post.end(body);
  });
};
