import type { ServerResponse } from 'node:http';
import { reached } from '../world/indexes.ts';
import type { DirectMessage, Media, Post } from '../world/model.ts';
import type { World } from '../world/world.ts';
import type { ControlContext } from './control-context.ts';

const CHUNK = 500;

/** Everything that exists, written in chunks: tens of thousands of posts never stand in one string. */
export async function streamTruth(context: ControlContext, outgoing: ServerResponse): Promise<void> {
  const { world } = context;
  outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  outgoing.write(`${JSON.stringify(summary(context)).slice(0, -1)},"users":`);
  await writeArray(outgoing, world.users.values(), (user) => user);
  outgoing.write(',"posts":');
  await writeArray(outgoing, world.posts.values(), (post) => truthOfPost(post, world));
  outgoing.write(',"directs":');
  await writeArray(outgoing, world.directs.values(), (direct) => truthOfDirect(direct, world));
  outgoing.end('}');
}

/** The counts without the content. */
export function summary(context: ControlContext) {
  const { world, grants, calls, ledger, clock, director, player } = context;
  return {
    nowMs: clock.now(),
    brands: world.brands().map(({ id, handle, name }) => ({ id, handle, name })),
    counts: { users: world.users.size, posts: world.posts.size, directs: world.directs.size },
    tokens: { issued: grants.issued, refreshed: grants.refreshed },
    calls: calls.summary(),
    cost: ledger.summary(),
    script: director.status(),
    replay: player?.status() ?? null,
  };
}

export function truthOfPost(post: Post, world: World) {
  const state = world.stateOf(post.id);
  return {
    ...post,
    handle: world.getUser(post.authorId).handle,
    /** In whose mentions the API shows it. */
    reaches: [...reached(post)].filter((id) => world.users.get(id)?.isBrand),
    isDeleted: world.isDeleted(post.id),
    isHidden: state.isHidden,
    supersededBy: state.supersededBy ?? null,
    media: mediaOf(post, world),
  };
}

function truthOfDirect(direct: DirectMessage, world: World) {
  return { ...direct, media: mediaOf(direct, world) };
}

function mediaOf({ mediaIds }: { mediaIds: readonly string[] }, world: World): Media[] {
  return mediaIds.flatMap((id) => world.media.get(id) ?? []);
}

async function writeArray<T>(
  outgoing: ServerResponse,
  items: Iterable<T>,
  describe: (item: T) => unknown,
): Promise<void> {
  let chunk: string[] = [];
  let isFirst = true;
  const flush = async () => {
    if (chunk.length === 0) return;
    const text = (isFirst ? '' : ',') + chunk.join(',');
    isFirst = false;
    chunk = [];
    if (!outgoing.write(text)) await drained(outgoing);
  };
  outgoing.write('[');
  for (const item of items) {
    chunk.push(JSON.stringify(describe(item)));
    if (chunk.length === CHUNK) await flush();
  }
  await flush();
  outgoing.write(']');
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done);
      resolve();
    };
    outgoing.on('drain', done).on('close', done);
  });
}
