import type { DirectMessage, Media, Post, User } from '../simulator/world/model.ts';

/** What the simulator says really happened. */
export type Truth = {
  brands: { id: string; handle: string; name: string }[];
  counts: { users: number; posts: number; directs: number };
  replay: { total: number; delivered: number; isDone: boolean; endsAtMs: number } | null;
  users: User[];
  posts: (Post & {
    handle: string;
    reaches: string[];
    isDeleted: boolean;
    supersededBy: string | null;
    /** What hangs on it, with what it says to those who don't see it. */
    media: Media[];
  })[];
  directs: (DirectMessage & { media: Media[] })[];
};
