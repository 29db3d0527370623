import type { Desk } from '../desk.ts';
import { dropFile, filesIn } from './files.ts';
import { uploadsOfItem } from './rows.ts';

/** At the start: files that belong to nothing that could still leave are deleted. */
export const sweepFiles = ({ db }: Desk): void => {
  for (const name of filesIn(db)) {
    const id = name.replace(/\.part$/u, '');
    if (name !== id || !isWanted(db, id)) dropFile(db, id);
  }
};

/** Its message is at the network: the bytes are not needed any more. */
export const dropFilesOf = ({ db }: Desk, outboxId: string): void => {
  for (const { id } of uploadsOfItem(db, outboxId)) dropFile(db, id);
};

const isWanted = (db: Desk['db'], id: string): boolean =>
  db.find(
    "SELECT 1 FROM uploads u LEFT JOIN outbox o ON o.id = u.outbox_id WHERE u.id = ? AND u.state <> 'removed' " +
      "AND (u.outbox_id IS NULL OR o.state NOT IN ('sent', 'cancelled'))",
    id,
  ) !== undefined;
