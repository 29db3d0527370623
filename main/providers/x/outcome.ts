import type { IncomingHttpHeaders } from 'node:http';

/** What came of one HTTP exchange, before anybody judges it. */
export type Outcome =
  | { at: 'answered'; status: number; headers: IncomingHttpHeaders; body: string }
  /** No whole answer. `isHandedOver` false: nothing can have reached the network. */
  | { at: 'broken'; isHandedOver: boolean; reason: string };

export type Method = 'GET' | 'POST';

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'the address was not found: this machine may be offline',
  EAI_AGAIN: 'the address was not found: this machine may be offline',
  ENETUNREACH: 'this machine is offline',
  EHOSTUNREACH: 'this machine is offline',
  ETIMEDOUT: 'no answer in time',
};

const isAboutCertificate = /CERT|_SIGNATURE$|SELF_SIGNED/;

export const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return 'the connection failed';
  const { code } = error as { code?: unknown };
  if (error.message === 'Request timeout.') return 'no answer in time';
  if (error.name === 'AbortError') return 'the call was stopped';
  if (typeof code === 'string' && isAboutCertificate.test(code)) {
    return 'its certificate is not trusted: something stands in between, or the clock of this machine is wrong';
  }
  return (typeof code === 'string' ? words[code] : undefined) ?? error.message.slice(0, 200);
};
