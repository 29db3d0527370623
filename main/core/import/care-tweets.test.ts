import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeDesk, stateOf } from '../testing/desk.ts';
import { withFolder } from '../testing/killed.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { importFile, look } from './testing/importing.ts';

/** Real conversations; private to this machine, so they may be missing. */
const careTweets = path.resolve(import.meta.dirname, '../../../../shared/data/care-tweets.csv');

it.skipIf(!existsSync(careTweets))(
  'takes real conversations in whole (skipped where ../shared/data is not)',
  async () => {
    await withFolder(async (file) => {
      const desk = makeDesk(file);
      const { mapping } = await look(desk, careTweets);
      if (!mapping) throw new Error('no mapping');
      const ours = { ...mapping, ours: 'AmazonHelp' };
      const preview = await look(desk, careTweets, ours);
      expect(preview).toMatchObject({ rows: 5000, refused: [], openThreads: 0 });
      expect(preview.messages + preview.leftOut).toBe(5000);
      const done = await importFile(desk, careTweets, ours);
      expect(done).toMatchObject({
        state: 'done',
        added: preview.messages,
        threads: preview.threads,
        refused: 0,
      });
      // Every answer of the brand stands with what it answers.
      expect(
        desk.db.find(
          "SELECT count(*) AS n FROM messages WHERE role = 'out' AND thread_id IS NULL AND in_reply_to IS NOT NULL",
        ),
      ).toEqual({ n: 0 });
      const before = stateOf(desk);
      expect(await importFile(desk, careTweets, ours)).toMatchObject({ added: 0, known: preview.messages });
      expect(stateOf(desk)).toEqual(before);
      expectReplayed(desk);
      desk.db.close();
    });
  },
);
