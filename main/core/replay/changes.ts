import { seenOp, type Look } from '../../../shared/audit/look.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { marksOf } from './indexing.ts';
import { imagesOf, threadsIn, type Image } from './mentions.ts';

/** A row of the log, with what it left of threads and their parts. */
export type LoggedChange = {
  seq: number;
  op: string;
  by: string;
  at: Ms;
  isUndo: boolean;
  images: readonly Image[];
  /** What was seen, where the change says only that; null: it changed something. */
  look: Look | null;
};

/** Every change that touched a thread, oldest first: those that name it, those in the index, and the newest of all. */
export const changesOf = (db: Reader, threadId: string): LoggedChange[] => {
  const { upto_seq } = marksOf(db);
  const changeOf = reading(threadId);
  const known = db.all<Row>(knownSql, threadId, threadId).map(changeOf);
  const newest = db
    .all<Row>(newestSql, upto_seq, threadId)
    .map(changeOf)
    .filter(({ images }) => threadsIn(db, images).has(threadId));
  return newest.length === 0 ? known : [...known, ...newest].toSorted((a, b) => a.seq - b.seq);
};

type Row = {
  seq: number;
  op: string;
  agent: string;
  at: Ms;
  undoes: number | null;
  rows: string;
  look: string | null;
};

const columns = `c.seq, c.op, c.agent, c.at, c.undoes, c.rows, iif(c.op = '${seenOp}', c.input, NULL) AS look`;
/** What is only typed is nobody's business until it is sent. */
const knownSql =
  `SELECT ${columns} FROM (SELECT seq FROM changes WHERE thread_id = ? ` +
  'UNION SELECT seq FROM replay_changes WHERE thread_id = ?) k JOIN changes c ON c.seq = k.seq ' +
  "WHERE c.op <> 'draft.save' ORDER BY c.seq";
const newestSql =
  `SELECT ${columns} FROM changes c WHERE c.seq > ? AND c.thread_id IS NOT ? ` +
  "AND c.op <> 'draft.save' ORDER BY c.seq";

const reading =
  (threadId: string) =>
  ({ seq, op, agent, at, undoes, rows, look }: Row): LoggedChange => ({
    seq,
    op,
    by: agent,
    at,
    isUndo: undoes !== null,
    images: imagesOf(rows, threadId),
    look: look === null ? null : (JSON.parse(look) as Look),
  });

/** For the test that reads their plans. */
export const statements = { knownSql, newestSql };
