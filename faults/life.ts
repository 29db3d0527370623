import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { FromDesk, Intent, Order, ToDesk } from './desk/order.ts';

/** One life of the desk, as seen from outside. */
export type Life = {
  isOver: boolean;
  /** What the desk last said about itself. */
  state: { unsettled: number; signedIn: number };
  open: Promise<unknown>;
  /** All accounts are, or it never came to that. */
  signedIn: Promise<unknown>;
  /** How it ended; `crash`: neither killed nor told to. */
  over: Promise<'killed' | 'closed' | 'crash'>;
  send(intent: Intent): void;
  setClock(wrongByMs: number): void;
  sleep(): void;
  wake(): void;
  kill(): void;
  close(): void;
};

export const live = (order: Order, heard: (message: FromDesk) => void): Life => {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'desk/main.ts'), [JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A hundred lives read the same program: from the second on they find it read.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(order.folder, 'compiled') },
  });
  const tell = (message: ToDesk): void => void (child.connected && child.send(message, () => {}));
  let opened = (): void => {};
  let allIn = (): void => {};
  const life: Life = {
    isOver: false,
    state: { unsettled: 0, signedIn: 0 },
    open: new Promise<void>((resolve) => (opened = resolve)),
    over: once(child, 'exit').then(([code, signal]: unknown[]) => {
      if (signal === 'SIGKILL') return 'killed';
      return code === 0 ? 'closed' : 'crash';
    }),
    signedIn: new Promise<void>((resolve) => (allIn = resolve)),
    send: (intent) => tell({ say: 'send', intent }),
    setClock: (wrongByMs) => tell({ say: 'clock', wrongByMs }),
    sleep: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    kill: () => void child.kill('SIGKILL'),
    close: () => tell({ say: 'close' }),
  };
  child.on('message', (message: FromDesk) => {
    if (message.say === 'open') opened();
    if (message.say === 'state') life.state = message;
    if (life.state.signedIn === order.brands.length) allIn();
    heard(message);
  });
  void life.over.then(() => {
    life.isOver = true;
    opened();
    allIn();
  });
  return life;
};
