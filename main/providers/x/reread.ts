import type { Stream } from '../../../shared/model.ts';
import type { Rereading } from '../provider.ts';
import { readDirect } from './direct.ts';
import { nothingAround, withQuoted } from './extras.ts';
import { indexOf, pageOf } from './page.ts';
import { readPost } from './post.ts';
import type { Session } from './session.ts';

/** What came without the rest of its answer: whose it is, is asked for anew; pictures stay behind. */
export const reread = async (
  { me, settings, directory, meter }: Session,
  kept: readonly { stream: Stream; raw: string }[],
  signal?: AbortSignal,
): Promise<Rereading> => {
  const results = kept.map(({ stream, raw }): Rereading['results'][number] => {
    const value = parsed(raw);
    if (value === undefined)
      return { at: 'unreadable', reason: 'Too long, or nested too deeply, to be kept whole.' };
    const page = pageOf({ data: [value] });
    const reading = { me, textCap: settings.textCap, page, posts: indexOf(page) };
    const read = (stream === 'direct' ? readDirect : readPost)(page.data[0], reading);
    if (read.at === 'unreadable') return { at: 'unreadable', reason: read.unreadable.reason };
    if (read.at === 'nothing') return read;
    const { message } = read;
    return { at: 'message', message: { ...message, extras: withQuoted(message.extras, nothingAround) } };
  });
  const messages = results.flatMap((result) => (result.at === 'message' ? [result.message] : []));
  const identities = messages.length === 0 ? [] : await directory.of(messages, new Map(), signal);
  return { results, identities, cost: meter.take() };
};

const parsed = (raw: string): unknown => {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return undefined;
  }
};
