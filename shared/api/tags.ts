import { z } from 'zod';
import { tagId } from '../ids.ts';
import { tagColours, type Tag } from '../model.ts';
import { gives, nothing, request, type Changed } from './request.ts';

const name = z.string().trim().min(1).max(40);

/** The tags themselves; wearing one is an action on a thread. */
export const tagRequests = {
  /** Gives the one that is called so, if there is one. */
  'tag.make': request(z.object({ name, colour: z.enum(tagColours).optional() }), gives<Tag>()),
  'tag.change': request(
    z.object({ id: tagId, name: name.optional(), colour: z.enum(tagColours).optional() }),
    gives<Changed>(),
  ),
  'tag.remove': request(z.object({ id: tagId }), gives<Changed>()),
  /** How many threads wear each, those of long ago included. */
  'tag.counts': request(nothing, gives<Record<string, number>>()),
};
