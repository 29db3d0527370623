import type { HeldThing, retentionRequests } from '../../../shared/api/retention.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import { assertMay } from '../agents.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { Surroundings } from '../handlers.ts';
import type { HoldRow } from './hold-rows.ts';
import { holdOf, holdsOf, liftHold, setHold } from './holds.ts';
import { readRetention, saveRule } from './rules.ts';

/** One line per request about how long things are kept. */
export const retentionHandlers = (
  desk: Desk,
  { long }: Pick<Surroundings, 'long'>,
): Pick<Handlers, keyof typeof retentionRequests> => ({
  'retention.read': () => readRetention(desk.db),
  'retention.save': (input) => {
    saveRule(desk, input);
    return null;
  },
  'retention.preview': (rule) => {
    assertMay(desk, 'retention.manage');
    return long.run('retentionPreview', { rule, now: desk.now() });
  },
  'hold.list': ({ threadId }) => ({ holds: holdsOf(desk.db, threadId) }),
  'hold.set': (input) => setHold(desk, input),
  'hold.lift': (input) => {
    liftHold(desk, input);
    return null;
  },
  'hold.all': () => {
    assertMay(desk, 'hold.set');
    return { holds: allHeld(desk) };
  },
});

const allHeld = ({ db }: Desk): HeldThing[] =>
  db.all<HoldRow>('SELECT * FROM holds WHERE lifted_at IS NULL ORDER BY set_at DESC LIMIT 500').map((row) => {
    const about = db.find<{ id: ThreadId; handle: string }>(
      'SELECT t.id, i.handle FROM threads t JOIN identities i ON i.id = t.identity_id ' +
        'WHERE t.id = ? OR (? IS NULL AND t.customer_id = ?) ORDER BY t.first_at DESC LIMIT 1',
      row.thread_id,
      row.thread_id,
      row.customer_id,
    );
    return { ...holdOf(db, row), handle: about?.handle ?? null, openId: about?.id ?? null };
  });
