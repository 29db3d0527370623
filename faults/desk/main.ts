import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { openCore } from '../../main/core/core.ts';
import { onFailpoint } from '../../main/core/failpoint.ts';
import { saveSettings } from '../../main/core/settings.ts';
import { createXProvider } from '../../main/providers/x/provider.ts';
import { SimulatorAgent } from '../../main/providers/x/simulator-agent.ts';
import { seeded } from '../../simulator/random.ts';
import { hastenTimers, timeAt } from '../fast-time.ts';
import { createAgent } from './agent.ts';
import { dyingAt, watched } from './deaths.ts';
import type { FromDesk, Order, ToDesk } from './order.ts';
import { following } from './schemes.ts';
import { fileBox, signIn } from './sign-in.ts';

/**
 * One life of a whole desk without a window: the real core on a real file, the real provider over real sockets, and an agent
 * who does what the parent process says. It ends when it is told to, or is killed.
 */
const order = JSON.parse(process.argv[2] ?? '') as Order;
const { port, folder, brands, scheme, time } = order;
let { wrongByMs } = order;
hastenTimers(time.speed);

const now = (): number => timeAt(time, Date.now()) + wrongByMs;
const tell = (message: FromDesk): void => void process.send?.(message);
const random = seeded(`${order.seed}/life`);
const pass = dyingAt(order.death, order.tombstones);
onFailpoint(pass);
const provider = createXProvider({ now, agent: new SimulatorAgent(port) });
const core = openCore({
  file: path.join(folder, 'practice.db'),
  now,
  random: () => random.next(),
  personName: 'Agent',
  machine: 'faults',
  emit: (name) => pass(name),
  onTrouble: (error) =>
    tell({ say: 'trouble', text: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  about: { version: '0', platform: 'linux' },
  practice: () => 'on',
  softphone: async () => {},
});
const signedIn = new Set<string>();
const agent = createAgent(core, (handle) => signedIn.has(handle));

/** Until it works: the network may be out of sorts just then. */
const connect = async (handle: string, isAnew: boolean): Promise<void> => {
  const box = fileBox(folder, handle, () => pass('after sign-in'));
  try {
    if (isAnew || !box.has()) await box.write(await signIn(provider, port, handle));
    await core.run(provider, watched(following(scheme, await provider.connect(box)), pass), true);
    signedIn.add(handle);
  } catch (error) {
    const isRefused = error instanceof Error && 'kind' in error && error.kind === 'auth';
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await connect(handle, isAnew || isRefused);
  }
};

let writing = Promise.resolve();
process.on('message', (message: ToDesk) => {
  switch (message.say) {
    case 'send':
      // One after the other, as a person does: a picture is attached before the next answer is begun.
      writing = writing.then(async () => tell(await agent.send(message.intent)));
      return;
    case 'clock':
      wrongByMs = message.wrongByMs;
      return;
    case 'close':
      clearInterval(round);
      void core.close().then(() => process.exit(0));
      return;
  }
});
process.on('disconnect', () => process.exit(0));

// Second thoughts are a matter of the window; here they would only take time. A day has more deletions here than money.
saveSettings(core.desk, { undoSendSeconds: 0, recheckMicrosPerDay: 1_000_000_000 });
const round = setInterval(() => {
  agent.sendAnyway();
  for (const { handle } of agent.signedOut()) {
    if (!signedIn.delete(handle)) continue;
    void connect(handle, true);
  }
  tell({ say: 'state', unsettled: agent.unsettled(), signedIn: signedIn.size });
}, 100 * time.speed);
tell({ say: 'open' });
flushCompileCache();
await Promise.all(brands.map((handle) => connect(handle, false)));
