import { randomBytes } from 'node:crypto';

/** What a brand allowed an app to do, with the tokens of the moment. */
export interface Grant {
  id: string;
  clientId: string;
  userId: string;
  scopes: string[];
  accessToken: string;
  accessExpiresAtMs: number;
  refreshToken?: string;
}

export type GrantEvent = { kind: 'grant'; grant: Grant } | { kind: 'grant-ended'; id: string };

export class Grants {
  issued = 0;
  refreshed = 0;
  readonly #ttlMs: number;
  readonly #record: (event: GrantEvent) => void;
  readonly #byId = new Map<string, Grant>();
  readonly #byAccess = new Map<string, Grant>();
  readonly #byRefresh = new Map<string, Grant>();

  constructor(ttlMs: number, record: (event: GrantEvent) => void) {
    this.#ttlMs = ttlMs;
    this.#record = record;
  }

  get ttlMs(): number {
    return this.#ttlMs;
  }

  issue(clientId: string, userId: string, scopes: string[], nowMs: number): Grant {
    this.issued += 1;
    return this.#put({ id: secret(), clientId, userId, scopes, ...this.#tokens(scopes, nowMs) });
  }

  /** Both old tokens die with this. */
  rotate(refreshToken: string, clientId: string, nowMs: number): Grant | undefined {
    const grant = this.#byRefresh.get(refreshToken);
    if (!grant || grant.clientId !== clientId) return undefined;
    this.refreshed += 1;
    this.#forget(grant);
    return this.#put({ ...grant, ...this.#tokens(grant.scopes, nowMs) });
  }

  findByAccessToken(token: string, nowMs: number): Grant | undefined {
    const grant = this.#byAccess.get(token);
    return grant && grant.accessExpiresAtMs > nowMs ? grant : undefined;
  }

  findByAnyToken(token: string): Grant | undefined {
    return this.#byAccess.get(token) ?? this.#byRefresh.get(token);
  }

  ofUser(userId: string): Grant[] {
    return [...this.#byId.values()].filter((grant) => grant.userId === userId);
  }

  end(grant: Grant): void {
    this.apply({ kind: 'grant-ended', id: grant.id });
    this.#record({ kind: 'grant-ended', id: grant.id });
  }

  expireAccess(grant: Grant): void {
    this.#byAccess.delete(grant.accessToken);
  }

  apply(event: GrantEvent): void {
    const known = this.#byId.get(event.kind === 'grant' ? event.grant.id : event.id);
    if (known) this.#forget(known);
    if (event.kind === 'grant-ended') return;
    this.#byId.set(event.grant.id, event.grant);
    this.#byAccess.set(event.grant.accessToken, event.grant);
    if (event.grant.refreshToken) this.#byRefresh.set(event.grant.refreshToken, event.grant);
  }

  #put(grant: Grant): Grant {
    this.apply({ kind: 'grant', grant });
    this.#record({ kind: 'grant', grant });
    return grant;
  }

  #forget(grant: Grant): void {
    this.#byId.delete(grant.id);
    this.#byAccess.delete(grant.accessToken);
    if (grant.refreshToken) this.#byRefresh.delete(grant.refreshToken);
  }

  #tokens(scopes: string[], nowMs: number) {
    return {
      accessToken: secret(),
      accessExpiresAtMs: nowMs + this.#ttlMs,
      ...(scopes.includes('offline.access') && { refreshToken: secret() }),
    };
  }
}

function secret(): string {
  return randomBytes(48).toString('base64url');
}
