import type { Truth } from '../e2e/truth.ts';
import type { Disk } from './disk.ts';
import { wordsIn } from './words.ts';

/** What customers deleted and the desk still shows, or still has the words of, in any version. */
export const notErased = (
  { posts }: Truth,
  { standing, words }: Pick<Disk, 'standing' | 'words'>,
): string[] =>
  deletedIn(posts).flatMap(({ id, text, versions }) => [
    ...(versions[0] === id && standing.has(id) ? [`${id} is deleted at its source and stands here`] : []),
    ...(holdsAny(words, text) ? [`${id} is deleted at its source and its words are on the disk`] : []),
  ]);

/** What is gone for every reader, and left bytes in free space within a page: SQLite moves cells and does not blank where they were. */
export const leftTraces = ({ posts }: Truth, { words, traces }: Pick<Disk, 'words' | 'traces'>): number =>
  deletedIn(posts).filter(({ text }) => holdsAny(traces, text) && !holdsAny(words, text)).length;

/** Every version of every post that its customer deleted. */
export const deletedIn = (posts: Truth['posts']): Truth['posts'] =>
  posts.filter(({ isDeleted, origin, repostOf }) => isDeleted && origin !== 'api' && repostOf === undefined);

const holdsAny = (words: ReadonlySet<string>, text: string): boolean =>
  [...wordsIn(Buffer.from(text, 'latin1'))].some((word) => words.has(word));
