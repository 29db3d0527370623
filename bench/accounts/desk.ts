import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { signIn } from '../../faults/desk/sign-in.ts';
import { hastenTimers, timeAt } from '../../faults/fast-time.ts';
import { openCore } from '../../main/core/core.ts';
import type { Secrets } from '../../main/providers/provider.ts';
import { createXProvider } from '../../main/providers/x/provider.ts';
import { SimulatorAgent } from '../../main/providers/x/simulator-agent.ts';
import { orderOf, type DeskOrder, type Lived } from './order.ts';

/** A desk without a window: reads its accounts as often as the network allows, for a while, and says what that took. */
const { folder, port, handles, time, lengthMs } = orderOf<DeskOrder>();
hastenTimers(time.speed);
const now = (): number => timeAt(time, Date.now());
const provider = createXProvider({ now, agent: new SimulatorAgent(port) });
const core = openCore({
  file: path.join(folder, `desk-${handles.length}.db`),
  now,
  random: Math.random,
  personName: 'Agent',
  machine: 'bench',
  emit: () => {},
  onTrouble: (error) => {
    throw error;
  },
  about: { version: '0', platform: 'linux' },
  practice: () => 'on',
  softphone: async () => {},
});

const boxOf = (first: Secrets) => {
  let held = first;
  return { read: async () => held, write: async (next: Secrets) => void (held = next) };
};
for (const handle of handles) {
  const box = boxOf(await signIn(provider, port, handle));
  await core.run(provider, await provider.connect(box), true);
}

const resolutionMs = 10;
const delay = monitorEventLoopDelay({ resolution: resolutionMs });
delay.enable();
const begun = process.cpuUsage();
await after(lengthMs / time.speed);
const { user, system } = process.cpuUsage(begun);
const messages = core.desk.db.find<{ n: number }>('SELECT count(*) AS n FROM messages')?.n ?? 0;
const lived: Lived = {
  cpuMs: (user + system) / 1000,
  memoryMb: process.memoryUsage().rss / 2 ** 20,
  messages,
  lateMs: Math.max(0, delay.percentile(99) / 1e6 - resolutionMs),
};
process.send?.(lived, () => {
  void core.close().then(() => process.exit(0));
});
