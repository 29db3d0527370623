import { lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request, type Agent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { allowedAddress } from './allowed.ts';
import { sniff, type ImageKind } from './kind.ts';
import { isPublicAddress } from './public-address.ts';

export type Image = { bytes: Buffer; kind: ImageKind };

/** Where pictures come from, and the way there. */
export type ImageNet = {
  hosts: readonly string[];
  agent: Agent;
  /** Looks a name up; each of its addresses must be a public one. The system's own when not given. */
  lookup?: LookupFunction;
};

export const maxBytes = 8 * 1024 * 1024;
/** More points than any network serves; a small file may claim enough to fill the memory of the machine. */
export const maxPoints = 50_000_000;
const redirectsAllowed = 3;
const patienceMs = 15_000;

/** Throws an Error that says why there is no picture. */
export const fetchImage = async (url: string, net: ImageNet): Promise<Image> => {
  let next = url;
  for (let hops = 0; hops <= redirectsAllowed; hops += 1) {
    const address = allowedAddress(next, net.hosts);
    if (!address) throw new Error('its address is not one where the network keeps pictures');
    const answer = await get(address, net);
    if ('bytes' in answer) return checked(answer.bytes);
    next = new URL(answer.location, address).href;
  }
  throw new Error('it was moved too often');
};

/** What may be shown of these bytes. */
export const checked = (bytes: Buffer): Image => {
  const found = sniff(bytes);
  if (!found) throw new Error('it is not a PNG, JPEG, GIF or WebP');
  if (found.width * found.height > maxPoints) throw new Error('it has too many points');
  return { bytes, kind: found.kind };
};

type Answer = { bytes: Buffer } | { location: string };

const get = (address: URL, net: ImageNet): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let isAnswered = false;
    const ask = request(
      address,
      {
        agent: net.agent,
        // Says nothing of this desk: no cookie, no referrer, nobody's name.
        headers: { accept: 'image/webp,image/png,image/jpeg,image/gif', 'accept-encoding': 'identity' },
        lookup: publicOnly(net.lookup ?? lookup),
        timeout: patienceMs,
      },
      (response) => {
        isAnswered = true;
        void read(response).then(resolve, (error: Error) => {
          reject(error);
          ask.destroy();
        });
      },
    );
    // An answer that drips for ever needs an end too.
    const deadline = setTimeout(() => ask.destroy(new Error('it did not come in time')), patienceMs);
    ask.once('timeout', () => ask.destroy(new Error('it did not come in time')));
    ask.once('error', reject);
    ask.once('close', () => {
      clearTimeout(deadline);
      // It may close before the last bytes of the answer were read.
      if (!isAnswered) reject(new Error('the connection was cut'));
    });
    ask.end();
  });

const read = async (response: IncomingMessage): Promise<Answer> => {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    response.resume();
    return { location: headers.location };
  }
  if (statusCode !== 200) throw new Error(`the network does not show it (${statusCode})`);
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw new Error('it is too large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error('it is too large');
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('the connection was cut');
  return { bytes: Buffer.concat(chunks) };
};

/**
 * The name is looked up once, and what is connected to are the addresses that were looked at: between a check and a second
 * look-up the answer could change.
 */
export const publicOnly =
  (look: LookupFunction): LookupFunction =>
  (hostname, options, callback) =>
    look(hostname, { ...options, all: true }, (error, found) => {
      const all = typeof found === 'string' ? [{ address: found, family: 4 }] : (found ?? []);
      const [first] = all;
      const isFine = first !== undefined && all.every(({ address }) => isPublicAddress(address));
      const refused = error ?? (isFine ? null : new Error('its name leads into a private network'));
      if (refused || !first) return callback(refused, '', 4);
      return options.all === true ? callback(null, all) : callback(null, first.address, first.family);
    });
