/** The world behind the API, in neutral words. What a client sees of it, and in which vocabulary, is decided in wire/. */
export interface User {
  id: string;
  handle: string;
  name: string;
  isBrand: boolean;
  createdAtMs: number;
  description: string;
  location: string;
  followers: number;
  following: number;
  postsBefore: number;
  verified: 'none' | 'blue' | 'business';
  state: 'active' | 'suspended' | 'protected';
  /** Whether they take direct messages of strangers, as a brand is; an encrypted chat never reaches the API. Absent: open. */
  directs?: 'open' | 'closed' | 'encrypted';
}

/** How something came to be: by the API is what the desk did, all else is the customers' side. */
export type Origin = 'api' | 'script' | 'control' | 'replay' | 'preload';

export interface Link {
  short: string;
  target: string;
  /** What stands on the page behind it, for a card. */
  title?: string;
  description?: string;
}

export interface Poll {
  id: string;
  options: { label: string; votes: number }[];
  minutes: number;
  endsAtMs: number;
}

export interface Post {
  id: string;
  authorId: string;
  text: string;
  lang: string;
  createdAtMs: number;
  conversationId: string;
  replyTo?: { postId: string; authorId: string };
  repostOf?: string;
  quoteOf?: string;
  mediaIds: string[];
  links: Link[];
  poll?: Poll;
  /** Ids of the users whose handle stands in the text. */
  mentions: string[];
  /** All versions, oldest first; one version has one entry. */
  versions: string[];
  likes: number;
  origin: Origin;
  /** The row of a replayed file. */
  sourceId?: string;
  /** The app that wrote it, where one did. */
  clientId?: string;
}

/** What changes about a post after it was written. */
export interface PostState {
  deletedAtMs?: number;
  supersededBy?: string;
  /** Countries in which the network does not show it. */
  withheldIn?: string[];
  isHidden: boolean;
  replies: number;
  reposts: number;
  quotes: number;
}

export interface DirectMessage {
  id: string;
  conversationId: string;
  /** Written in an encrypted chat: it exists, and no caller sees it. */
  isEncrypted?: boolean;
  senderId: string;
  recipientId: string;
  text: string;
  createdAtMs: number;
  mediaIds: string[];
  links: Link[];
  origin: Origin;
  sourceId?: string;
}

export interface Media {
  id: string;
  ownerId: string;
  kind: 'photo' | 'animated_gif' | 'video';
  mimeType: string;
  bytes: number;
  width: number;
  height: number;
  altText?: string;
}

/** Every change of the world is one of these; the journal keeps them and a restart applies them again. */
export type WorldEvent =
  | { kind: 'user'; user: User }
  | { kind: 'post'; post: Post }
  | { kind: 'deleted'; ids: string[]; atMs: number }
  | { kind: 'hidden'; id: string; isHidden: boolean }
  | { kind: 'withheld'; id: string; countries: string[] }
  | { kind: 'direct'; direct: DirectMessage }
  | { kind: 'media'; media: Media };
