import { z } from 'zod';
import { noteId } from '../../../shared/ids.ts';
import { taking, type Inverses } from '../inverse.ts';
import { setRemoved, takeBack } from './notes.ts';
import { getNote } from './rows.ts';

const onNote = z.object({ id: noteId });

export const noteInverses: Inverses = {
  'note.takeBack': taking(onNote, (tx, { id }, at) => takeBack(tx, at, id)),
  'note.restore': taking(onNote, (tx, { id }) => setRemoved(tx, getNote(tx, id), null)),
};
