/** One record of a table, and the line of the file on which it begins, from 1. */
export type Record = { line: number; cells: string[] };
/** What could not be taken apart: a quote that is never closed, or a cell beyond all measure. */
export type Broken = { line: number; reason: string };

/** No cell of a conversation is longer; an unclosed quote would otherwise swallow the rest of the file. */
const longestRecord = 300_000;

/**
 * Takes a table apart as RFC 4180 has it, and bears what spreadsheets do: a mark at the beginning, any ends of lines, quotes in
 * the middle of a cell. What is broken is told, and reading goes on with the line after the one on which it began.
 */
export const createCsv = (delimiter: string) => {
  let waiting = '';
  let line = 1;

  /** The record at the beginning of `waiting`; undefined: its end has not come yet. */
  const next = (isEnd: boolean, from: number): { to: number; lines: number; cells: string[] } | undefined => {
    const cells: string[] = [];
    let at = from;
    let lines = 0;
    for (;;) {
      let cell = '';
      if (waiting.charAt(at) === '"') {
        at += 1;
        for (;;) {
          const quote = waiting.indexOf('"', at);
          if (quote < 0) return undefined;
          cell += waiting.slice(at, quote);
          at = quote + 1;
          if (at >= waiting.length && !isEnd) return undefined;
          if (waiting.charAt(at) !== '"') break;
          cell += '"';
          at += 1;
        }
        for (let n = cell.indexOf('\n'); n >= 0; n = cell.indexOf('\n', n + 1)) lines += 1;
      }
      // Up to the next sign that ends a cell; after a closed quote there should be nothing, and what there is belongs to it.
      let to = at;
      let code = waiting.charCodeAt(to);
      while (to < waiting.length && code !== 10 && code !== 13 && code !== delimiter.charCodeAt(0)) {
        to += 1;
        code = waiting.charCodeAt(to);
      }
      cells.push(cell + waiting.slice(at, to));
      if (to >= waiting.length) return isEnd ? { to, lines: lines + 1, cells } : undefined;
      if (code === delimiter.charCodeAt(0)) {
        at = to + 1;
        continue;
      }
      if (code === 13) {
        if (to + 1 >= waiting.length && !isEnd) return undefined;
        if (waiting.charCodeAt(to + 1) === 10) to += 1;
      }
      return { to: to + 1, lines: lines + 1, cells };
    }
  };

  function* take(text: string, isEnd: boolean): Generator<Record | Broken> {
    waiting += text;
    let from = 0;
    while (from < waiting.length) {
      const found = next(isEnd, from);
      const length = (found?.to ?? waiting.length) - from;
      if (!found && !isEnd && length <= longestRecord) break;
      if (!found || length > longestRecord) {
        yield {
          line,
          reason: 'A quote that begins here is never closed, or this row is beyond all measure.',
        };
        const end = waiting.indexOf('\n', from);
        from = end < 0 ? waiting.length : end + 1;
        line += 1;
        continue;
      }
      const isEmpty = found.cells.length === 1 && found.cells[0]?.trim() === '';
      if (!isEmpty) yield { line, cells: found.cells };
      line += found.lines;
      from = found.to;
    }
    waiting = waiting.slice(from);
  }
  return { take };
};

/** The sign between cells: the one of which the first line has most outside quotes. */
export const delimiterOf = (head: string): string => {
  const first = head.replaceAll(/"(?:[^"]|"")*"/gu, '').split(/\r?\n/u, 1)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/** UTF-8 unless its first bytes say, or cannot be, otherwise. */
export const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};
