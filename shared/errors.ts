/** The closed list of things that can go wrong and be told to a person. Anything else is a bug: `internal`. */
export const errorCodes = [
  'bad-input',
  'not-found',
  'taken',
  'moved-on',
  'not-allowed',
  'too-late',
  'too-long',
  'too-alike',
  'auth',
  'rate-limited',
  'rejected',
  'gone',
  'network',
  'unknown-outcome',
  'no-keyring',
  'disk',
  'damaged',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export class AppError extends Error {
  readonly code: ErrorCode;
  /** Epoch ms after which trying again makes sense. */
  readonly retryAt: number | undefined;

  constructor(code: ErrorCode, message: string, retryAt?: number) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.retryAt = retryAt;
  }
}

export type Failure = { code: ErrorCode; message: string; retryAt?: number };

/** What crosses the IPC door: never a thrown error, always data. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure };

export const failureOf = (error: unknown): Failure => {
  if (!(error instanceof AppError)) {
    return { code: 'internal', message: 'Something in Earshot broke. It was logged; nothing was lost.' };
  }
  const { code, message, retryAt } = error;
  return retryAt === undefined ? { code, message } : { code, message, retryAt };
};
