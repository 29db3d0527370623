import type { IncomingCall } from '../../shared/model.ts';
import { set } from './desk.ts';

const remembered = 50;

/** Somebody rings: said once, however often it is announced. */
export const announce = (incoming: IncomingCall): void =>
  set(({ phone }) =>
    phone.seen.includes(incoming.id)
      ? {}
      : { phone: { ...phone, incoming, seen: [...phone.seen, incoming.id].slice(-remembered) } },
  );
