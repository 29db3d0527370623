import type { Network } from '../e2e/network.ts';
import type { Random } from '../simulator/random.ts';
import type { Customer } from './plan.ts';
import { newWord } from './words.ts';

/** The customers of the plan, writing one thing after another; some edit or delete what they wrote. */
export const createCustomers = (network: Network, customers: readonly Customer[], random: Random) => {
  /** What stands, each by its newest version. */
  const posts: { id: string; brand: string }[] = [];
  let begun = 0;

  const write = async ({ handle, brand, kind }: Customer): Promise<void> => {
    if (kind === 'dm')
      return void (await network.direct(handle, `A word in private, ${newWord(random)}`, brand));
    const { id } = await network.say(handle, `@${brand} still no signal, ${newWord(random)}`);
    posts.push({ id, brand });
  };

  return {
    /** Everybody has written at least once. */
    areAllHere: () => begun >= customers.length,
    /** Newcomers first; then any of them again. */
    async next(): Promise<void> {
      const newcomer = customers[begun];
      begun += 1;
      if (newcomer) return write(newcomer);
      const chance = random.next();
      if (chance < 0.72) return write(random.pick(customers));
      const at = random.int(Math.max(0, posts.length - 50), posts.length - 1);
      const post = posts[at];
      if (post === undefined) return;
      if (chance < 0.85)
        post.id = (await network.edit(post.id, `@${post.brand} better said: ${newWord(random)}`)).id;
      else if (chance < 0.92) {
        posts.splice(at, 1);
        await network.remove(post.id);
      } else await network.repost(`fan${random.int(1, 50)}`, post.id);
    },
  };
};
