import { imageOf } from '../../../shared/image.ts';
import { log } from '../log.ts';
import type { ImageCache } from './cache.ts';
import { checked, fetchImage, type Image, type ImageNet } from './fetch.ts';

/** So many are fetched at a time: pictures never crowd out answers. */
const atOnce = 4;

/** Answers `app://earshot/image/…`; null: the address is no picture's. */
export const createImages = (
  cache: ImageCache,
  net: () => ImageNet,
): ((address: string) => Promise<Image | 'missing' | null>) => {
  const under = new Map<string, Promise<Image>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
    running += 1;
  };
  const get = async (url: string): Promise<Image> => {
    const kept = await cache.read(url);
    // What lies on a disk is looked at like what comes from a network.
    if (kept) return checked(kept);
    await turn();
    try {
      const image = await fetchImage(url, net());
      await cache.write(url, image.bytes);
      return image;
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };

  return async (address) => {
    const url = imageOf(address);
    if (url === null) return null;
    const asked = under.get(url) ?? get(url).finally(() => under.delete(url));
    under.set(url, asked);
    try {
      return await asked;
    } catch (error) {
      // Of the address only that it failed: it says what somebody looked at.
      log.info(`a picture was not shown: ${error instanceof Error ? error.message : String(error)}`);
      return 'missing';
    }
  };
};
