import { createHash, randomBytes } from 'node:crypto';

export interface Approval {
  clientId: string;
  userId: string;
  redirectUri: string;
  scopes: string[];
  challenge: string;
  expiresAtMs: number;
}

/** Authorization codes: good for thirty seconds and one use. */
export class Codes {
  readonly #approvals = new Map<string, Approval>();

  issue(approval: Approval): string {
    const code = randomBytes(32).toString('base64url');
    this.#approvals.set(code, approval);
    return code;
  }

  /** A wrong attempt uses the code up, too. */
  redeem(
    code: string,
    attempt: { clientId: string; redirectUri: string; verifier: string },
    nowMs: number,
  ): Approval | undefined {
    const approval = this.#approvals.get(code);
    this.#approvals.delete(code);
    if (!approval || approval.expiresAtMs < nowMs) return undefined;
    if (approval.clientId !== attempt.clientId || approval.redirectUri !== attempt.redirectUri)
      return undefined;
    const challenge = createHash('sha256').update(attempt.verifier).digest('base64url');
    return challenge === approval.challenge ? approval : undefined;
  }
}
