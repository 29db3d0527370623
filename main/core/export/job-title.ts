import type { ExportAsked } from '../../../shared/api/export.ts';
import type { Desk } from '../desk.ts';
import { identitiesOf, findIdentity } from '../identities.ts';
import { getThread } from '../threads/rows.ts';

/** As the list of jobs tells it. Throws `not-found`: there is nothing to export. */
export const jobTitle = (desk: Desk, { scope, format }: ExportAsked): string => {
  const doing = format === 'print' ? 'Printing' : `Export as ${formatNames[format]}`;
  switch (scope.what) {
    case 'thread': {
      const handle = findIdentity(desk.db, getThread(desk.db, scope.threadId).identity_id)?.handle ?? '';
      return `${doing}: thread with @${handle}`;
    }
    case 'customer':
      return `${doing}: everything of @${identitiesOf(desk.db, scope.customerId)[0]?.handle ?? ''}`;
    case 'search':
      return `${doing}: what “${scope.text.length > 60 ? `${scope.text.slice(0, 60)}…` : scope.text}” finds`;
  }
};

const formatNames = { csv: 'CSV', jsonl: 'JSON Lines', pdf: 'PDF' } as const;
