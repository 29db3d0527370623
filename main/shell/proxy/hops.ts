/** One way to a host: straight, or through a machine in between. */
export type Hop = { kind: 'direct' } | { kind: 'http' | 'https' | 'socks5'; host: string; port: number };

/**
 * The ways in the order in which they are to be tried, from what Chromium makes of the system's settings or a PAC script:
 * `PROXY a:8080; SOCKS5 b:1080; DIRECT`. Ways we can't go (SOCKS 4) are left out; an answer without any is an empty list.
 */
export const hopsIn = (answer: string): Hop[] =>
  answer.split(';').flatMap((part): Hop[] => {
    const [word = '', address = ''] = part.trim().split(/\s+/u);
    if (word.toUpperCase() === 'DIRECT') return [{ kind: 'direct' }];
    const kind = kinds[word.toUpperCase()];
    const [, host = '', port] = /^(.+?)(?::(\d{1,5}))?$/u.exec(address) ?? [];
    if (kind === undefined || host === '') return [];
    return [{ kind, host: host.replace(/^\[|\]$/gu, ''), port: Number(port ?? usualPorts[kind]) }];
  });

export const hopInWords = (hop: Hop): string =>
  hop.kind === 'direct' ? 'directly' : `through the proxy ${hop.host}:${hop.port}`;

const kinds: Readonly<Record<string, 'http' | 'https' | 'socks5' | undefined>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS5: 'socks5',
};

const usualPorts = { http: 80, https: 443, socks5: 1080 } as const;
