import { z } from 'zod';
import { columnDefinition, triageColumns } from './filter.ts';

/** What this desk remembers for its agent. Every field has a default, so an older file stays readable. */
export const settings = z.object({
  theme: z.enum(['system', 'dark', 'light', 'contrast']).default('dark'),
  columns: z
    .array(columnDefinition)
    .min(1)
    .max(20)
    .default([...triageColumns]),
  columnWidth: z.number().int().min(320).max(440).default(348),
  paneWidth: z.number().int().min(420).max(720).default(480),
  /** One switch for all single-letter keys. */
  singleKeys: z.boolean().default(true),
  zoom: z.number().min(0.5).max(3).default(1),
});
export type Settings = z.infer<typeof settings>;
export const settingsChange = settings.partial();
