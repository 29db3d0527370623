import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { OutboxId } from '../../../shared/ids.ts';
import { draftsOf } from '../drafts.ts';
import { failpoints, onFailpoint, type Failpoint } from '../failpoint.ts';
import { saveSettings } from '../settings.ts';
import { arrive, makeDesk, post } from '../testing/desk.ts';
import { dieAt, startAgain, withFolder } from '../testing/killed.ts';
import { makeMail, type Mail } from '../testing/mail.ts';
import { Killed, StrictNetwork, type Fate } from '../testing/network.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { cancel, decide, edit, retry, sendNow } from './steps.ts';

/** What people, the network and bad luck do, in any order. */
type Event =
  | { do: 'write'; kind: 'post' | 'dm'; parts: number }
  | { do: 'again' | 'cancel' | 'edit' | 'retry' | 'sendNow' | 'lost'; of: number }
  | { do: 'fate'; fate: Fate }
  | { do: 'pass'; ms: number }
  | { do: 'customer' }
  | { do: 'restart' }
  | { do: 'kill'; at: Failpoint };

const fates: Fate[] = [
  ...(['taken', 'refused', 'limited', 'unreachable', 'lost-before', 'lost-after', 'lost-late'] as const),
  ...(['killed-before', 'killed-after'] as const),
];
const sendingPoints = failpoints.filter((name) => name.startsWith('outbox.'));

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      kind: fc.constantFrom('post' as const, 'dm' as const),
      parts: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'again' as const,
        'cancel' as const,
        'edit' as const,
        'retry' as const,
        'sendNow' as const,
        'lost' as const,
      ),
      of: fc.nat(5),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('fate' as const), fate: fc.constantFrom(...fates) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(0, 1000, 10_000, 31_000, 61_000, 121_000, 700_000),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'customer' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('kill' as const), at: fc.constantFrom(...sendingPoints) }),
  },
);

it('whatever happens, nothing is said twice, nothing is lost, and no text goes missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), fc.boolean(), (events, knowsTexts) =>
      withFolder(async (file) => {
        const world = new World(file, knowsTexts);
        for (const one of events) await world.step(one);
        await world.settle();
        world.check();
        world.mail.desk.db.close();
      }),
    ),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
}, 120_000);

/** One desk that is killed and started again on the same file, before one network that outlives it. */
class World {
  mail: Mail;
  readonly #file: string;
  readonly #net: StrictNetwork;
  readonly #clock: { now: number };
  readonly #written: { id: string; texts: string[]; kind: 'post' | 'dm' }[] = [];

  constructor(file: string, knowsTexts: boolean) {
    this.#file = file;
    const desk = makeDesk(file);
    this.#clock = desk.clock;
    this.#net = new StrictNetwork(() => this.#clock.now);
    this.#net.knowsTexts = knowsTexts;
    this.mail = makeMail(file, desk, this.#net);
    saveSettings(this.mail.desk, { undoSendSeconds: 5 });
  }

  async step(event: Event): Promise<void> {
    const { mail } = this;
    const item = 'of' in event ? this.#written[event.of % Math.max(1, this.#written.length)] : undefined;
    switch (event.do) {
      case 'write':
        return this.#write(event.kind, event.parts);
      case 'fate':
        return void this.#net.fates.push(event.fate);
      case 'pass':
        this.#clock.now += event.ms;
        return this.#deliver();
      case 'customer':
        return void arrive(mail.desk, [
          post(String(this.#clock.now % 1_000_000_000), { createdAt: this.#clock.now }),
        ]);
      case 'restart':
        return this.#restart();
      case 'kill':
        return dieAt(mail.desk, event.at);
      case 'again':
        return item && this.#again(item);
      default:
        return item && this.#ask(event.do, item.id);
    }
  }

  /** Time passes until nothing is under way; what needs a person is decided by what the network really has. */
  async settle(): Promise<void> {
    onFailpoint(undefined);
    this.#net.fates = [];
    for (let round = 0; round < 30; round += 1) {
      const due = this.mail.courier.dueAt();
      if (due === Infinity) return;
      this.#clock.now = Math.max(this.#clock.now, due) + 1000;
      await this.#deliver();
    }
  }

  check(): void {
    const { desk } = this.mail;
    expectReplayed(desk);
    const rows = desk.db.all<{ id: string; state: string; text: string; remote_id: string | null }>(
      'SELECT * FROM outbox',
    );
    // Per text of an intention at most one is at the network.
    for (const { texts } of this.#written) {
      for (const text of texts) {
        const there = this.#net.sent.filter((one) => one.text === text || one.text === `${text} ^AB`);
        expect(there.length, text).toBeLessThanOrEqual(1);
        const own = rows.filter((row) => row.text === text || row.text === `${text} ^AB`);
        // Sent means there, and nothing that is there is said not to be.
        for (const row of own) {
          if (row.state === 'sent') expect(there.map((one) => one.id)).toContain(row.remote_id);
          if (row.state === 'failed' || row.state === 'cancelled') expect(there, row.id).toEqual([]);
        }
        const isDraft = draftsOf(desk, this.mail.threadId).some((draft) => draft.text.includes(text));
        const isKept = own.some(({ state }) => state !== 'cancelled');
        expect(isDraft || isKept, `${text} is in no item and no draft`).toBe(true);
      }
    }
    for (const row of rows)
      expect(['sent', 'failed', 'uncertain', 'cancelled', 'queued'], row.id).toContain(row.state);
    // What still waits waits for a part that needs a person.
    for (const row of rows.filter(({ state }) => state === 'queued')) {
      const first = row.id.replace(/\/\d$/u, '');
      const chain = rows.filter(({ id }) => id === first || id.startsWith(`${first}/`));
      expect(
        chain.some(({ state }) => state === 'failed' || state === 'uncertain'),
        row.id,
      ).toBe(true);
    }
    // Nothing is in the air.
    expect(rows.filter(({ state }) => state === 'sending')).toEqual([]);
  }

  #write(kind: 'post' | 'dm', parts: number): void {
    // What stands in the draft is what would be sent.
    if (draftsOf(this.mail.desk, this.mail.threadId).some((draft) => draft.kind === kind)) return;
    const id = `item-${this.#written.length}`;
    const texts = Array.from({ length: parts }, (_, at) => `${id} says ${at + 1}`);
    this.#written.push({ id, texts, kind });
    this.#again({ id, texts, kind });
  }

  #again({ id, texts, kind }: { id: string; texts: string[]; kind: 'post' | 'dm' }): void {
    const known = this.mail.desk.db.find<{ state: string }>('SELECT state FROM outbox WHERE id = ?', id);
    const draft = draftsOf(this.mail.desk, this.mail.threadId).find((one) => one.kind === kind);
    // Who sends again sends what stands in the draft; of several there only this one's own is of interest here.
    if (known?.state === 'cancelled' && draft?.text !== texts.join(' ')) return;
    this.#alive(() => this.mail.write(texts[0] ?? '', { id, kind, rest: texts.slice(1), sendAnyway: true }));
  }

  #ask(what: 'cancel' | 'edit' | 'retry' | 'sendNow' | 'lost', id: string): void {
    const { desk } = this.mail;
    const rows = desk.db.all<{ id: string; state: string; text: string }>(
      "SELECT id, state, text FROM outbox WHERE id = ? OR id LIKE ? || '/%'",
      id,
      id,
    );
    this.#alive(() => {
      if (what === 'cancel') cancel(desk, id);
      else if (what === 'edit') edit(desk, id);
      else if (what === 'sendNow') sendNow(desk, id);
      else if (what === 'retry') for (const row of rows) if (row.state === 'failed') retry(desk, row.id);
      if (what !== 'lost') return;
      for (const row of rows) {
        // A person says so only of what is not there, and never will be.
        const isThere = this.#net.sent.some(({ text }) => text === row.text);
        if (row.state === 'uncertain' && !isThere) decide(desk, { id: row.id as OutboxId, as: 'lost' });
      }
    });
  }

  async #deliver(): Promise<void> {
    try {
      await this.mail.deliver();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.#restart();
    }
  }

  /** A step of a person's; what is refused in words changes nothing. */
  #alive(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (error instanceof Killed) this.#restart();
      else if (!(error instanceof AppError)) throw error;
    }
  }

  #restart(): void {
    this.mail = startAgain(this.#file, this.mail.desk, this.#net);
  }
}
