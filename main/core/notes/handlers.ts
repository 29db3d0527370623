import type { noteRequests } from '../../../shared/api/notes.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import { addNote, removeNote } from './notes.ts';

/** One line per request about notes. */
export const noteHandlers = (desk: Desk): Pick<Handlers, keyof typeof noteRequests> => ({
  'note.add': (input) => addNote(desk, input),
  'note.remove': (input) => removeNote(desk, input),
});
