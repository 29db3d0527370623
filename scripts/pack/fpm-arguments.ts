/** What electron-builder tells fpm, as far as a .deb needs it. */
export type FpmOrder = {
  options: ReadonlyMap<string, string>;
  depends: readonly string[];
  recommends: readonly string[];
  /** Each `from=to`; a `from` with a trailing slash is a folder's content. */
  files: readonly { from: string; to: string }[];
};

const flags = new Set(['force', 'debug']);

export function parseFpmArguments(words: readonly string[]): FpmOrder {
  const options = new Map<string, string>();
  const depends: string[] = [];
  const recommends: string[] = [];
  const files: { from: string; to: string }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const match = /^--?([a-z][a-z-]*)(?:=(.*))?$/s.exec(word);
    if (match === null) {
      const split = word.lastIndexOf('=');
      files.push({ from: word.slice(0, split), to: word.slice(split + 1) });
      continue;
    }
    const name = match[1] ?? '';
    if (flags.has(name)) continue;
    const value = match[2] ?? words[(at += 1)] ?? '';
    if (name === 'd' || name === 'depends') depends.push(value);
    else if (name === 'deb-recommends') recommends.push(value);
    else options.set(name, value);
  }
  return { options, depends, recommends, files };
}

/** The control file dpkg wants. */
export function debControl({ options, depends, recommends }: FpmOrder, installedKb: number): string {
  const [synopsis = '', ...rest] = (options.get('description') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const iteration = options.get('iteration');
  const fields: [string, string | undefined][] = [
    ['Package', options.get('name')],
    ['Version', [options.get('version'), iteration].filter(Boolean).join('-')],
    ['Architecture', options.get('architecture')],
    ['Maintainer', options.get('maintainer')],
    ['Installed-Size', String(installedKb)],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Section', options.get('category') ?? 'default'],
    ['Priority', options.get('deb-priority') ?? 'optional'],
    ['Homepage', options.get('url')],
    ['Description', [synopsis, ...rest.map((line) => ` ${line}`)].join('\n')],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
