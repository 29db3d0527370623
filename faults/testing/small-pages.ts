import { startStub, type Stub } from '../../main/providers/x/testing/stub.ts';

/** The same network, telling five at a time: what takes hundreds of messages elsewhere happens with a dozen. */
export const smallPages = (simulator: string): Promise<Stub> =>
  startStub(async ({ url, method, headers, body }, response) => {
    const query = new URLSearchParams(url.search);
    if (query.has('max_results')) query.set('max_results', '5');
    const answer = await fetch(`${simulator}${url.pathname}?${query.toString()}`, {
      method,
      headers: {
        authorization: headers.authorization ?? '',
        'content-type': headers['content-type'] ?? 'application/json',
      },
      ...(method === 'POST' && { body }),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
