import type { DraftVersion } from '../../shared/api/drafts.ts';
import type { DraftKind } from '../../shared/model.ts';
import type { Desk } from './desk.ts';

/** My earlier texts of one draft, the newest first. What was only on its way to a longer one is not one of them. */
export const draftVersions = (
  desk: Desk,
  { threadId, kind }: { threadId: string; kind: DraftKind },
): DraftVersion[] => {
  const rows = desk.db.all<{ version: number; text: string; saved_at: number }>(
    'SELECT version, text, saved_at FROM draft_versions WHERE agent_id = ? AND thread_id = ? AND kind = ? ORDER BY version DESC',
    desk.me,
    threadId,
    kind,
  );
  const found: DraftVersion[] = [];
  for (const { version, text, saved_at: savedAt } of rows) {
    const isOnItsWay = found.some((newer) => newer.text.startsWith(text.trim()));
    if (text.trim() !== '' && !isOnItsWay) found.push({ version, text, savedAt });
  }
  return found;
};
