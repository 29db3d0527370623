import type { Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { redactOp, type Redaction } from '../../db/redact.ts';
import { operate, type Desk } from '../desk.ts';
import { rewriteDrafts } from '../drafts.ts';
import { failpoint } from '../failpoint.ts';
import { rememberGone } from '../gone-words.ts';
import {
  firstPlace as firstSeparator,
  separatorPart,
  type Place as SeparatorPlace,
} from '../search/sign-posts.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { sweepFiles } from '../uploads/sweep.ts';
import { firstPlace, maskPart, type Place } from './elsewhere.ts';
import { removeExports, removeFilesBeside } from './files.ts';
import { logPart } from './log.ts';
import { blankGaps, flushed } from './pages.ts';
import { erasePerson, type Looked } from './person.ts';
import { peopleOf, phases, putErasure, type ErasureRow, type Phase } from './rows.ts';
import { strayPart } from './strays.ts';
import { removeThreads } from './threads.ts';
import { unindex } from './unindex.ts';

/** The next part of an erasure. Each leaves a state from which it goes on, whatever happens in between. */
export const eraseStep = (desk: Desk, row: ErasureRow): void => {
  if (row.phase !== 'done') steps[row.phase](desk, row);
};

type Step = (desk: Desk, row: ErasureRow) => void;
type Change = Partial<Omit<ErasureRow, 'id' | 'revision'>>;

const inOne = (desk: Desk, row: ErasureRow, body: (tx: Tx, at: number) => Change): void => {
  const what = { op: 'customer.erasePart', by: 'desk', input: { id: row.id, phase: row.phase } };
  operate(desk, what, (tx, at) => {
    putErasure(tx, { ...row, ...body(tx, at) });
    return { value: null };
  });
  failpoint('erase.part');
};

const after = (phase: Exclude<Phase, 'done'>): Change => ({
  phase: phases[phases.indexOf(phase) + 1] ?? 'done',
  place: '',
});

/** What they said goes from the drafts that quote it, and for an hour from those that are open still. */
const outOfDrafts = (tx: Tx, at: number, texts: readonly string[]): void => {
  if (texts.length > 0) rewriteDrafts(tx, at, [], rememberGone(tx.db, at, texts));
};

const steps: Record<Exclude<Phase, 'done'>, Step> = {
  threads: (desk, row) =>
    inOne(desk, row, (tx, at) => {
      const next = tx.find<ThreadRow>(
        'SELECT * FROM threads WHERE customer_id = ? ORDER BY id LIMIT 1',
        row.customer_id,
      );
      if (!next) return after('threads');
      if (!unindex(tx, desk, next.id)) return {};
      const removed = removeThreads(tx, [next], { at, because: 'erased' });
      outOfDrafts(tx, at, removed.texts);
      return { threads: row.threads + removed.threads, messages: row.messages + removed.messages };
    }),

  messages: (desk, row) =>
    inOne(desk, row, (tx, at) => {
      const { upTo, named } = lookedOf(row);
      const part = strayPart(tx, peopleOf(row), { after: upTo, askedAt: row.asked_at, at });
      if (!part)
        return { phase: 'words', place: JSON.stringify({ looked: { upTo, named }, place: firstPlace }) };
      outOfDrafts(tx, at, part.texts);
      return {
        place: JSON.stringify({ upTo: part.next, named: [...new Set([...named, ...part.named])] }),
        messages: row.messages + part.gone,
        elsewhere: row.elsewhere + part.found,
      };
    }),

  words: (desk, row) =>
    inOne(desk, row, (tx) => {
      const { looked, place } = JSON.parse(row.place) as { looked: Looked; place: Place };
      const { next, found } = maskPart(tx, peopleOf(row), place);
      const elsewhere = row.elsewhere + found;
      return next
        ? { place: JSON.stringify({ looked, place: next }), elsewhere }
        : { phase: 'person', place: JSON.stringify(looked), elsewhere };
    }),

  person: (desk, row) => {
    // A handle that goes would be looked for in every message: no index knows who wrote what. All were read just before.
    desk.db.raw.pragma('foreign_keys = OFF');
    try {
      inOne(desk, row, (tx) => {
        erasePerson(tx, row, peopleOf(row), lookedOf(row));
        return after('person');
      });
    } finally {
      desk.db.raw.pragma('foreign_keys = ON');
    }
    sweepFiles(desk);
  },

  log: (desk, row) => {
    const what = { op: redactOp, by: 'desk', input: { rows: [] } as Redaction };
    const { value: isOver } = operate(desk, what, (tx) => {
      // What is written from here on names nobody any more.
      const place =
        row.place === '' ? { after: 0, end: lastChange(tx) } : (JSON.parse(row.place) as LogPlace);
      const part = logPart(tx, peopleOf(row), place);
      if (part) what.input.rows.push(...part.redaction.rows);
      putErasure(tx, {
        ...row,
        ...(part
          ? { place: JSON.stringify({ ...place, after: part.next }) }
          : { ...after('log'), people: '[]' }),
      });
      return { value: part === null };
    });
    failpoint(isOver ? 'erase.words' : 'erase.part');
  },

  files: (desk, row) => {
    const { db, now } = desk;
    const exported = row.with_exports === 1 ? removeExports(db, row.customer_id, now()) : 0;
    const files = removeFilesBeside(db, now()) + exported;
    inOne(desk, row, () => ({ ...after('files'), files }));
    failpoint('erase.files');
  },

  index: (desk, row) =>
    inOne(desk, row, (tx) => {
      const place = row.place === '' ? firstSeparator : (JSON.parse(row.place) as SeparatorPlace);
      const next = separatorPart(tx, place);
      return next ? { place: JSON.stringify(next) } : after('index');
    }),

  // Nothing of theirs stands in any cell by now, so one pass is enough. Its place is kept in memory: after a restart the file is
  // gone through from its beginning, which harms nothing.
  disk: (desk, row) => {
    const { next, isBusy } = blankGaps(desk.db, places.get(desk.db) ?? 0);
    if (isBusy) return putOff(desk);
    places.set(desk.db, next);
    if (next >= 0) return;
    places.delete(desk.db);
    flushed(desk.db);
    operate(desk, { op: 'customer.erased', by: 'desk', input: { id: row.id } }, (tx, at) => {
      putErasure(tx, { ...row, phase: 'done', place: '', ended_at: at });
      return { value: null };
    });
  },
};

type LogPlace = { after: number; end: number };
const lastChange = (tx: Tx): number =>
  tx.find<{ seq: number | null }>('SELECT max(seq) AS seq FROM changes')?.seq ?? 0;

const places = new WeakMap<Desk['db'], number>();

/** Somebody reads an older state of the file (a search, an export): a moment later again. */
const againMs = 500;
const waits = new WeakMap<Desk['db'], Ms>();
const putOff = ({ db, now }: Desk): void => void waits.set(db, now() + againMs);
export const notBefore = ({ db }: Pick<Desk, 'db'>): Ms => waits.get(db) ?? 0;

const lookedOf = ({ place }: ErasureRow): Looked =>
  place === '' ? { upTo: -1, named: [] } : (JSON.parse(place) as Looked);
