import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { applyToMany, assign } from './apply.ts';
import { previewOf } from './preview.ts';

export const bulkHandlers = (
  desk: Desk,
): Pick<Handlers, 'bulk.preview' | 'bulk.apply' | 'thread.assign'> => ({
  'bulk.preview': ({ target, action }) => previewOf(desk, target, action),
  'bulk.apply': (input) => applyToMany(desk, input),
  'thread.assign': (input) => assign(desk, input),
});
