import type { ExportScope } from '../../../../shared/api/export.ts';
import type { Db } from '../../../db/db.ts';
import { identitiesOf } from '../../identities.ts';
import { getThread } from '../../threads/rows.ts';
import type { People } from '../mask.ts';
import type { Names } from '../names.ts';

/** What a paper is about, in a line. */
export const titleOf = (db: Db, scope: ExportScope, people: People, names: Names): string => {
  switch (scope.what) {
    case 'thread':
      return `Thread with ${called(names.identity(getThread(db, scope.threadId).identity_id), people)}`;
    case 'customer': {
      const handles = identitiesOf(db, scope.customerId).map((identity) => called(identity, people));
      return `Everything of ${handles.join(', ')}`;
    }
    case 'search':
      return people.isMasked ? 'What a search found' : `What “${scope.text}” finds`;
  }
};

export const called = (identity: { id: string; handle: string; name: string }, people: People): string => {
  const name = people.name(identity);
  const handle = people.handle(identity);
  // A name that was given here says it once.
  if (name !== '' && handle !== identity.handle) return name;
  return name === '' ? `@${handle}` : `${name} (@${handle})`;
};
