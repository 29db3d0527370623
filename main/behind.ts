import type { Agent } from 'node:https';
import { createXProvider } from './providers/x/provider.ts';
import { SimulatorAgent } from './providers/x/simulator-agent.ts';
import type { Asked } from './shell/arguments.ts';
import { openSafely } from './shell/backup/open-safely.ts';
import type { Network, Networks } from './shell/networks.ts';
import { openProgram, type Program } from './shell/program.ts';
import { ProxiedAgent } from './shell/proxy/agent.ts';
import { openProxyStore } from './shell/proxy/store.ts';
import { openSecretStore } from './shell/signin/secrets.ts';
import type { Windows } from './shell/windows.ts';

/** What stands behind the windows: the networks by their providers, and the program on the desk that was asked for. */
export const openBehind = (folder: string, asked: Asked, windows: Windows): Program => {
  const proxy = openProxyStore(folder);
  const simulated = (port: number): Network => networkBy(new SimulatorAgent(port), ['twimg.example']);
  const networks: Networks = {
    live: asked.standInPort === null ? networkBy(new ProxiedAgent(proxy.ways)) : simulated(asked.standInPort),
    practice: simulated,
  };
  // Outlives the desk: who signed in for this run is signed in still when it is opened anew.
  const secrets = openSecretStore(folder);
  return openSafely(folder, windows, (ways) =>
    openProgram(folder, asked, windows, networks, proxy, secrets, ways),
  );
};

/** X by its own provider, whichever way its calls go; pictures from other hosts are a simulator's. */
const networkBy = (agent: Agent, imageHosts?: readonly string[]): Network => {
  const provider = createXProvider({ now: Date.now, agent, imageHosts });
  return { provider, agent, host: 'api.x.com', isSimulated: imageHosts !== undefined };
};
