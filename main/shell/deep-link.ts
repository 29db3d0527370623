import { app } from 'electron';
import { deepLinkIn, parseDeepLink, type CallLink } from '../../shared/deep-link.ts';
import { log } from './log.ts';

export type Links = {
  /** The words of a command line: our own at the start, or those of a second start. */
  read(words: readonly string[]): void;
  /** From now on calls are announced here; the last of those that came before at once. */
  open(ring: (from: string) => void): void;
};

/**
 * `earshot://call?from=…`, as the telephone system opens it: on a command line, or told by macOS. Anything else in a link is
 * passed over. Must be called before the program is ready, or macOS has told the link that started it to nobody.
 */
export const listenForLinks = (): Links => {
  let ring: ((from: string) => void) | undefined;
  let early: CallLink | null = null;
  const take = (call: CallLink | null): void => {
    if (call === null) return;
    if (ring) ring(call.from);
    else early = call;
  };
  app.on('open-url', (event, url) => {
    event.preventDefault();
    take(parseDeepLink(url));
  });
  // A tree that is being worked on must not take over the links of the one that is installed.
  if (app.isPackaged && !app.setAsDefaultProtocolClient('earshot')) {
    log.info('the system did not make Earshot the program for its links');
  }
  return {
    read: (words) => take(deepLinkIn(words)),
    open(to) {
      ring = to;
      take(early);
      early = null;
    },
  };
};
