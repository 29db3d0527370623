import type { ApiRoute } from './call.ts';
import { createPost } from './create-post.ts';
import { deletePost } from './delete-post.ts';
import { directEvents, directEventsWith } from './directs.ts';
import { hidePost } from './hide-post.ts';
import { postsById } from './lookup.ts';
import { describeMedia } from './media-metadata.ts';
import { appendUpload, finalizeUpload, initializeUpload, uploadStatus } from './media.ts';
import { searchRecent } from './search.ts';
import { sendDirect } from './send-direct.ts';
import { mentions, userPosts } from './timelines.ts';
import { me, usersById } from './users.ts';

export const API_ROUTES: readonly ApiRoute[] = [
  me,
  usersById,
  mentions,
  userPosts,
  postsById,
  createPost,
  deletePost,
  hidePost,
  directEvents,
  directEventsWith,
  sendDirect,
  searchRecent,
  initializeUpload,
  appendUpload,
  finalizeUpload,
  uploadStatus,
  describeMedia,
];
