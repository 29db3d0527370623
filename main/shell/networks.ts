import type { Agent } from 'node:https';
import type { Provider } from '../providers/provider.ts';

/** A network and the way to it: pictures and trials go the way its calls go. */
export type Network = {
  provider: Provider;
  agent: Agent;
  /** Where its calls go, by name. */
  host: string;
  /** A simulator stands in for it: said in the title, and wherever an account is named. */
  isSimulated: boolean;
};

/** How the networks are reached: the composition root knows them, the shell only their interface. */
export type Networks = {
  live: Network;
  /** The same provider, led to a simulator on this machine. */
  practice: (port: number) => Network;
};
