export interface RouteCount {
  count: number;
  statuses: Record<string, number>;
}

/** Every call to the API and to OAuth, counted by route and by what was answered ("reset" where nothing was). */
export class CallLog {
  readonly #routes = new Map<string, RouteCount>();
  #total = 0;

  note(method: string, path: string, outcome: number | 'reset'): void {
    const name = `${method} ${path.replaceAll(/\/\d{3,}/g, '/:id')}`;
    const route = this.#routes.get(name) ?? { count: 0, statuses: {} };
    route.count += 1;
    route.statuses[outcome] = (route.statuses[outcome] ?? 0) + 1;
    this.#routes.set(name, route);
    this.#total += 1;
  }

  summary(): { total: number; routes: Record<string, RouteCount> } {
    return { total: this.#total, routes: Object.fromEntries(this.#routes) };
  }
}
