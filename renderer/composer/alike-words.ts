import type { Alike } from '../../shared/api/snippets.ts';
import type { Ms } from '../../shared/model.ts';
import { age } from '../ui/time.ts';

export const percent = ({ likeness }: Alike): string => `${Math.floor(likeness * 100)} %`;

/** `CD wrote to @maya 20m ago`; my own words are mine. */
export const whoWrote = ({ by, handle, at }: Alike, me: string, now: Ms): string => {
  const passed = age(at, now);
  return `${by === me ? 'you' : by} wrote to @${handle} ${passed === 'now' ? 'just now' : `${passed} ago`}`;
};
