import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { GrantEvent, Grants } from '../oauth/grants.ts';
import type { WorldEvent } from '../world/model.ts';
import type { Snowflakes } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';

type Entry = WorldEvent | GrantEvent;

/** One JSON line per event, written before the caller gets its answer. A line that was cut by a crash is thrown away, so a
 * restarted simulator knows exactly what it had confirmed. */
export class Journal {
  readonly #file: number;
  #known: Entry[];
  readonly entries: number;

  private constructor(file: number, known: Entry[]) {
    this.#file = file;
    this.#known = known;
    this.entries = known.length;
  }

  static open(path: string): Journal {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
    const known = bytes
      .subarray(0, wholeBytes)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry);
    const file = openSync(path, 'a');
    if (wholeBytes < bytes.length) ftruncateSync(file, wholeBytes);
    return new Journal(file, known);
  }

  replay(target: { world: World; grants: Grants; snowflakes: Snowflakes }): void {
    for (const entry of this.#known) {
      if (entry.kind === 'grant' || entry.kind === 'grant-ended') target.grants.apply(entry);
      else target.world.apply(entry);
      if (entry.kind === 'post') target.snowflakes.seen(entry.post.id);
      if (entry.kind === 'direct') target.snowflakes.seen(entry.direct.id);
      if (entry.kind === 'media') target.snowflakes.seen(entry.media.id);
    }
    this.#known = [];
  }

  append(entry: Entry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}
