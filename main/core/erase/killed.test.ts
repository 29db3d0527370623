import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import type { CustomerId } from '../../../shared/ids.ts';
import { openDb } from '../../db/open.ts';
import { ingest } from '../ingest/ingest.ts';
import { indexing } from '../search/indexing.ts';
import { answerOf, makeDesk, post } from '../testing/desk.ts';
import { expectToldByLog, filesWith } from '../testing/erased.ts';
import { inMemory } from '../testing/killed.ts';
import { finish } from '../testing/queues.ts';
import { beginErasure } from './begin.ts';

const word = 'canaryword';
const child = path.join(import.meta.dirname, 'testing/erase-child.ts');

/** Runs until so many parts were begun, and is killed then, whatever it is doing. True: it came to its end. */
const live = (file: string, parts: number): Promise<{ isDone: boolean; last: string }> =>
  new Promise((resolve) => {
    const life = spawn(process.execPath, [child, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let begun = 0;
    let last = '';
    createInterface({ input: life.stdout }).on('line', (line) => {
      last = line;
      begun += 1;
      if (begun > parts) life.kill('SIGKILL');
    });
    life.on('close', () => resolve({ isDone: last === 'done', last }));
  });

it('killed at any moment, again and again, it ends with nothing left and a desk that is whole', async () => {
  const folder = mkdtempSync(path.join(inMemory, 'earshot-killed-'));
  try {
    const file = path.join(folder, 'desk.db');
    const desk = makeDesk(file);
    for (let n = 0; n < 150; n += 10) {
      const some = Array.from({ length: 10 }, (_, at) => {
        const isTheirs = (n + at) % 3 === 0;
        return post(String(1000 + n + at), {
          authorRemoteId: isTheirs ? '7' : String(100 + at),
          text: isTheirs ? `@hallammobile ${word}${n + at} again` : `@user7 nothing works since ${n + at}`,
        });
      });
      ingest(desk, desk.account, 'mentions', answerOf(some));
    }
    finish(desk, indexing);
    desk.clock.now += 3_600_000;
    const customer = desk.db.find<{ id: CustomerId }>(
      "SELECT customer_id AS id FROM identities WHERE remote_id = '7'",
    );
    beginErasure(desk, { customerId: customer?.id as CustomerId, handle: 'user7' });
    desk.db.close();
    const killedIn = new Set<string>();
    for (let lives = 0, isDone = false; !isDone; lives += 1) {
      expect(lives).toBeLessThan(60);
      const life = await live(file, 3 + ((lives * 7) % 11));
      ({ isDone } = life);
      if (!isDone) killedIn.add(life.last);
    }
    expect(killedIn.size).toBeGreaterThan(2);
    const again = openDb(file);
    expect(again.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(again.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(
      again.find("SELECT count(*) AS n FROM messages WHERE text LIKE '@erased nothing works since %'"),
    ).toEqual({ n: 100 });
    await expectToldByLog({ db: again });
    again.close();
    expect(filesWith(folder, word)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
