export interface Pattern {
  method: string;
  path: string;
}

export interface Match<R extends Pattern> {
  route: R;
  params: Record<string, string>;
}

/** A literal segment wins over a parameter: /2/users/me is not a user called "me". */
export class Router<R extends Pattern> {
  readonly #routes: { route: R; segments: string[] }[];

  constructor(routes: readonly R[]) {
    const isLiteral = (route: R) => (route.path.includes(':') ? 1 : 0);
    this.#routes = routes
      .toSorted((a, b) => isLiteral(a) - isLiteral(b))
      .map((route) => ({ route, segments: route.path.split('/') }));
  }

  find(method: string, path: string): Match<R> | undefined {
    const parts = path.split('/');
    for (const { route, segments } of this.#routes) {
      if (route.method !== method || segments.length !== parts.length) continue;
      const params = paramsOf(segments, parts);
      if (params) return { route, params };
    }
    return undefined;
  }
}

function paramsOf(segments: string[], parts: string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const part = parts[at] ?? '';
    if (segment.startsWith(':') && part !== '') params[segment.slice(1)] = part;
    else if (segment !== part) return undefined;
  }
  return params;
}
