import type { Truth } from '../e2e/truth.ts';
import type { Intent, Picture } from './desk/order.ts';
import type { Item } from './disk.ts';
import { tokenIn } from './plan.ts';

/** A message of ours as it stands on the network. */
export type Delivery = {
  id: string;
  /** The post that it answers. */
  answers: string | null;
  media: readonly { bytes: number; altText?: string }[];
};

/** By the word in its text, every time that an answer stands on the network. */
export const deliveriesIn = ({ posts, directs }: Truth): Map<string, Delivery[]> => {
  const there = new Map<string, Delivery[]>();
  const add = (text: string, delivery: Delivery): void => {
    const token = tokenIn(text);
    if (token !== undefined) there.set(token, [...(there.get(token) ?? []), delivery]);
  };
  for (const { origin, text, id, replyTo, media } of posts)
    if (origin === 'api') add(text, { id, answers: replyTo?.postId ?? null, media });
  for (const { origin, text, id, media } of directs)
    if (origin === 'api') add(text, { id, answers: null, media });
  return there;
};

/** What is not as its author wrote it: another picture, or none; a part of a chain without the one before, or not after it. */
export const misdelivered = (
  items: readonly Item[],
  intents: readonly Intent[],
  there: ReadonlyMap<string, readonly Delivery[]>,
): string[] => {
  const pictures = new Map(intents.map(({ text, picture }) => [tokenIn(text), picture]));
  const tokens = new Map(items.map(({ id, text }) => [id, tokenIn(text)]));
  return items.flatMap((item) => {
    const token = tokenIn(item.text);
    const before = item.after_id === null ? null : (there.get(tokens.get(item.after_id) ?? '') ?? []);
    return (there.get(token ?? '') ?? []).flatMap((one) => [
      ...(hasOnly(one, pictures.get(token) ?? null)
        ? []
        : [`${token} with ${picturesIn(one)}, not as it was written`]),
      ...(before === null || before.some((earlier) => follows(item, one, earlier))
        ? []
        : [`${token} stands alone, or before the part that it follows`]),
    ]);
  });
};

const hasOnly = ({ media }: Delivery, picture: Picture | null): boolean =>
  picture === null
    ? media.length === 0
    : media.length === 1 && media[0]?.bytes === picture.bytes && media[0].altText === picture.altText;

const picturesIn = ({ media }: Delivery): string =>
  media.length === 0
    ? 'no picture'
    : media.map(({ bytes, altText }) => `${bytes} bytes “${altText ?? ''}”`).join(' and ');

const follows = ({ kind }: Item, one: Delivery, earlier: Delivery): boolean =>
  kind === 'post' ? one.answers === earlier.id : BigInt(one.id) > BigInt(earlier.id);
