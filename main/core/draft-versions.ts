import type { DraftVersion } from '../../shared/api/drafts.ts';
import type { DraftKind } from '../../shared/model.ts';
import type { Desk } from './desk.ts';

/** My earlier texts of one draft, the newest first. An empty one is nothing to go back to; of two alike the newer stands. */
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
  const seen = new Set(['']);
  return rows.flatMap(({ version, text, saved_at: savedAt }) => {
    if (seen.has(text.trim())) return [];
    seen.add(text.trim());
    return [{ version, text, savedAt }];
  });
};
