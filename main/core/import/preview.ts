import type { ImportPreview, PreviewedTalk } from '../../../shared/api/import.ts';
import type { AccountId } from '../../../shared/ids.ts';
import type { ImportKind } from '../../../shared/import/mapping.ts';
import type { Db } from '../../db/db.ts';
import { knownAmong, messageIdOf } from '../messages.ts';
import { reopenWindowMs } from '../threads/place.ts';
import type { Read } from './prepare.ts';
import { type Stats } from './reading.ts';
import { runsOf } from './runs.ts';
import type { TalkUnit, ThreadUnit, Unit } from './units.ts';

type Of = { kind: ImportKind; now: number; account: { id: string; handle: string } | null };

const dayMs = 24 * 3_600_000;
/** Days; null: for ever. */
const keptFor = (db: Db, accountId: string | null): number | null =>
  db.find<{ days: number | null }>(
    'SELECT closed_days AS days FROM retention_rules WHERE account_id = ?',
    accountId,
  )?.days ?? null;

/** So many conversations are shown, and so many messages of each. */
const shown = 6;
const messagesShown = 8;

/** Looks at every unit as it is made, and says what all of them come to. */
export const createPreview = (db: Db, { kind, now, account }: Of) => {
  const accountId = account?.id ?? null;
  const people = new Set<string>();
  const conversations: PreviewedTalk[] = [];
  const total = { messages: 0, known: 0, threads: 0, open: 0 };
  /** The talk that goes on over several units. */
  let run: { who: string; last: number; hasIn: boolean } | null = null;
  const end = (): void => {
    if (!run?.hasIn) return;
    total.threads += 1;
    if (run.last >= now - reopenWindowMs) total.open += 1;
  };

  const show = (handle: string, messages: PreviewedTalk['messages']): void => {
    if (conversations.length < shown && messages.length > 0) {
      conversations.push({ handle, messages: messages.slice(0, messagesShown) });
    }
  };

  const seeTalk = ({ who, messages }: TalkUnit): void => {
    total.messages += messages.length;
    const ids = messages.map(({ kind, remoteId }) => messageIdOf(accountId ?? '', kind, remoteId));
    total.known += knownAmong(db, ids).size;
    if (!who) return;
    if (!people.has(who.remoteId)) {
      people.add(who.remoteId);
      const said = messages.slice(0, messagesShown).map((one) => ({
        direction: one.author === who.remoteId ? ('in' as const) : ('out' as const),
        author: one.author === who.remoteId ? who.handle : (account?.handle ?? ''),
        ...{ text: one.text.slice(0, 280), at: one.at },
      }));
      show(who.handle, said);
    }
    const facts = messages.map(({ at, author }) => ({ at, isIn: author === who.remoteId }));
    if (run?.who !== who.remoteId) {
      end();
      run = null;
    }
    const { runs } = runsOf(facts);
    for (const part of runs) {
      const first = part.messages[0]?.at ?? 0;
      if (run && first - run.last > reopenWindowMs) {
        end();
        run = null;
      }
      run = { who: who.remoteId, last: part.until, hasIn: true };
    }
  };

  const seeThread = ({ thread, messages, identities, customers }: ThreadUnit): void => {
    total.messages += messages.length;
    for (const { id } of customers) people.add(id);
    total.known += knownAmong(
      db,
      messages.map(({ accountId, kind, remoteId }) => messageIdOf(accountId, kind, remoteId)),
    ).size;
    if (!thread) return;
    total.threads += 1;
    const isClosed = thread.status === 'resolved' || thread.status === 'no-action';
    if (!isClosed && thread.lastAt >= now - reopenWindowMs) total.open += 1;
    const handles = new Map(identities.map(({ id, handle }) => [id, handle]));
    show(
      handles.get(thread.identityId) ?? '',
      messages.map(({ direction, authorId, text, createdAt }) => ({
        direction: direction === 'out' ? 'out' : 'in',
        author: handles.get(authorId) ?? '',
        ...{ text: text.slice(0, 280), at: createdAt },
      })),
    );
  };

  return {
    get messages() {
      return total.messages;
    },
    see(unit: Unit): void {
      if (unit.u === 'talk') seeTalk(unit);
      else if (unit.u === 'thread') seeThread(unit);
    },
    end(stats: Stats, { mapping, authors, columns }: Read): ImportPreview {
      end();
      run = null;
      const goes = keptFor(db, accountId);
      if (goes !== null && stats.from !== null && stats.from < now - goes * dayMs) {
        stats.problems.push(
          `This brand keeps closed conversations for ${goes.toLocaleString('en')} days: what is older will be deleted again soon after it came.`,
        );
      }
      return {
        ...{ kind, mapping, authors, columns, conversations },
        accountId: accountId as AccountId | null,
        ...{ rows: stats.rows, messages: total.messages, people: people.size, known: total.known },
        ...{ leftOut: stats.leftOut, threads: total.threads, openThreads: total.open },
        ...{ from: stats.from, to: stats.to, problems: stats.problems },
        refused: [...stats.reasons]
          .map(([reason, { count, firstRow }]) => ({ reason, count, firstRow }))
          .toSorted((a, b) => b.count - a.count)
          .slice(0, 20),
      };
    },
  };
};
