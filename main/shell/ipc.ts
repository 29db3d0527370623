import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { EventName, Events } from '../../shared/api.ts';
import type { Reply } from '../../shared/errors.ts';
import { pack, packReply } from '../../shared/wire.ts';
import { origin } from './security/asset-path.ts';

/** Answers a request for the person who sits at the window it came from; never throws. */
export type Answers = (
  from: WebContents,
  isOurs: boolean,
  name: unknown,
  input: unknown,
) => Promise<Reply<unknown>>;

/** The only door: every request of a window comes through here. It stands before the desk is open; who is early waits. */
export const openDoor = (answers: Promise<Answers>): void => {
  // Why it never opened is told where it was tried.
  answers.catch(() => undefined);
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const { sender } = event;
    const isFromUs = isOurs(event);
    return packReply(await (await answers)(sender, isFromUs, name, input));
  });
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
