import type { Said } from '../../../shared/replay/story.ts';
import type { Reader } from '../../db/db.ts';
import { versionsOf } from '../messages.ts';
import { messagesById } from '../threads/view.ts';

/** What messages said, with what they said before they were edited. What is not there any more is left out. */
export const saidOf = (db: Reader, ids: readonly string[]): Said[] =>
  messagesById(db, ids).map((message) => ({
    message,
    versions: message.gone ? [''] : [...versionsOf(db, message.id).map(({ text }) => text), message.text],
  }));
