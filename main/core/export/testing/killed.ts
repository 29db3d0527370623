import type { ThreadId } from '../../../../shared/ids.ts';
import { openDb } from '../../../db/open.ts';
import type { Desk } from '../../desk.ts';
import { onFailpoint } from '../../failpoint.ts';
import { exported, usual } from './exported.ts';

// A program of its own, that dies at a failpoint without another word: no `finally` runs in it.
const [file = '', to = '', threadId = '', at = ''] = process.argv.slice(2);
onFailpoint((name) => {
  if (name === at) process.kill(process.pid, 'SIGKILL');
});
const desk: Desk = {
  db: openDb(file),
  now: () => 1,
  random: () => 0,
  machine: '',
  me: 'ab' as never,
  onCommit: () => {},
  onTrouble: () => {},
};
await exported(desk, { ...usual, scope: { what: 'thread', threadId: threadId as ThreadId } }, to);
