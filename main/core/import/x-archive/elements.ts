import { StringDecoder } from 'node:string_decoder';

/** Longer than anything of a conversation; a longer one is passed over. */
const longest = 8_000_000;

/**
 * The elements of the one array that a file of X's archive holds (`window.YTD.tweets.part0 = [ … ]`), one by one and parsed:
 * such a file may be larger than a string can be. Undefined stands for one that is no JSON, or beyond all measure.
 */
export async function* elements(bytes: AsyncIterable<Buffer>): AsyncGenerator {
  const decoder = new StringDecoder('utf8');
  const scan = createScan();
  for await (const chunk of bytes) yield* scan(decoder.write(chunk));
}

const createScan = () => {
  let isIn = false;
  let depth = 0;
  let isQuoted = false;
  let isEscaped = false;
  let element = '';
  let isTooLong = false;

  return function* scan(text: string): Generator {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isIn) {
        if (code === 91) isIn = true;
        from = at + 1;
        continue;
      }
      if (isQuoted) {
        if (isEscaped) isEscaped = false;
        else if (code === 92) isEscaped = true;
        else if (code === 34) isQuoted = false;
        continue;
      }
      if (code === 34) isQuoted = true;
      else if (code === 123 || code === 91) {
        if (depth === 0) from = at;
        depth += 1;
      } else if (code === 125 || code === 93) {
        depth -= 1;
        if (depth < 0) return;
        if (depth > 0) continue;
        yield isTooLong ? undefined : parsed(element + text.slice(from, at + 1));
        element = '';
        isTooLong = false;
        from = at + 1;
      }
    }
    if (depth <= 0 || isTooLong) return;
    element += text.slice(from);
    if (element.length <= longest) return;
    element = '';
    isTooLong = true;
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
