/** What the preparing scripts tell: one calm line per step, on stderr so that stdout stays for results. */

export function say(line: string): void {
  clearProgress();
  process.stderr.write(`${line}\n`);
}

let isProgressShown = false;

function clearProgress(): void {
  if (isProgressShown) process.stderr.write('\r\x1b[K');
  isProgressShown = false;
}

export type Progress = { at: (share: number, detail: string) => void };

/** On a terminal one line that changes; in a log a line at every quarter. */
export function startProgress(label: string): Progress {
  let lastTold = 0;
  return {
    at(share, detail) {
      if (process.stderr.isTTY) {
        process.stderr.write(`\r\x1b[K  ${label}: ${detail}`);
        isProgressShown = true;
        return;
      }
      const quarter = Math.floor(share * 4);
      if (quarter <= lastTold) return;
      lastTold = quarter;
      process.stderr.write(`  ${label}: ${detail}\n`);
    },
  };
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** A failure the user can act on: printed without a stack. */
export class PrepareError extends Error {
  override name = 'PrepareError';
}
