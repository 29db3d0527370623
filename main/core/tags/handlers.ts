import type { tagRequests } from '../../../shared/api/tags.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { tagCounts } from './rows.ts';
import { changeTag, makeTag, removeTag } from './tags.ts';

/** One line per request about tags. */
export const tagHandlers = (desk: Desk): Pick<Handlers, keyof typeof tagRequests> => ({
  'tag.make': (input) => makeTag(desk, input),
  'tag.change': (input) => changeTag(desk, input),
  'tag.remove': (input) => removeTag(desk, input),
  'tag.counts': () => tagCounts(desk.db),
});
