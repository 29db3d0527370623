import { call } from '../call.ts';
import { attempt } from '../store/notices.ts';

/** Links open outside, and only if the main process lets them. */
export const openLink = (url: string): Promise<boolean> => attempt(() => call('link.open', { url }));
