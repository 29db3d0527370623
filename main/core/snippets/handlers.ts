import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { findAlike } from '../likeness/alike.ts';
import { removeSnippet, saveSnippet } from './snippets.ts';

type SnippetRequest = 'snippet.save' | 'snippet.remove' | 'message.likeness';

export const snippetHandlers = (desk: Desk): Pick<Handlers, SnippetRequest> => ({
  'snippet.save': (input) => saveSnippet(desk, input),
  'snippet.remove': (input) => removeSnippet(desk, input),
  'message.likeness': ({ threadId, text }) => findAlike(desk, threadId, text)?.alike ?? null,
});
