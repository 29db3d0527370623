import { check } from './check.ts';

/** Every work that runs beside the desk, by name; each room brings its own. */
export const works = { check };
export type Works = typeof works;
