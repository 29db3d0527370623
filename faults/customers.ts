import type { Network } from '../e2e/network.ts';
import type { Random } from '../simulator/random.ts';
import type { Customer } from './plan.ts';

/** The customers of the plan, writing one thing after another; some edit or delete what they wrote. */
export const createCustomers = (network: Network, customers: readonly Customer[], random: Random) => {
  const posts: { id: string; brand: string }[] = [];
  let begun = 0;

  const write = async ({ handle, brand, kind }: Customer): Promise<void> => {
    if (kind === 'dm')
      return void (await network.direct(handle, `A word in private, ${random.int(1, 9999)}`, brand));
    const { id } = await network.say(handle, `@${brand} still no signal, ${random.int(1, 9999)}`);
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
      if (chance < 0.75) return write(random.pick(customers));
      const post = posts[random.int(Math.max(0, posts.length - 50), posts.length - 1)];
      if (post === undefined) return;
      if (chance < 0.88)
        await network.edit(post.id, `@${post.brand} better said: ${random.int(1, 9999)}`).catch(() => {});
      else if (chance < 0.93) await network.remove(post.id).catch(() => {});
      else await network.repost(`fan${random.int(1, 50)}`, post.id).catch(() => {});
    },
  };
};
