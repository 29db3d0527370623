import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { EventName, Events } from '../../shared/api.ts';
import { pack, packReply } from '../../shared/wire.ts';
import type { Handlers } from '../core/core.ts';
import { answer } from './answer.ts';
import { origin } from './security/asset-path.ts';

/** The only door: every request of a window comes through here, and is answered for the person who sits there. */
export const openDoor = (handlersAt: (contents: WebContents, name: unknown) => Handlers): void => {
  ipcMain.handle('call', (event, name: unknown, input: unknown) =>
    answer(() => handlersAt(event.sender, name), isOurs(event), name, input).then(packReply),
  );
};

export const send = <N extends EventName>(to: WebContents, name: N, payload: Events[N]): void =>
  sendAll([to], name, payload);

/** Written out once for all of them. */
export const sendAll = <N extends EventName>(
  to: readonly WebContents[],
  name: N,
  payload: Events[N],
): void => {
  const packed = pack(payload);
  for (const contents of to) if (!contents.isDestroyed()) contents.send('event', name, packed);
};

const isOurs = (event: IpcMainInvokeEvent): boolean => {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.origin === origin;
};
