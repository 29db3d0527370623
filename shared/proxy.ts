import { z } from 'zod';
import { proxyModes, proxySchemes } from './proxy-kinds.ts';

/** A name of a machine or its address, as one types it: nothing that could be read as a rule of its own. */
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^(?:[\w.-]*|\[[\da-f:.]+\])$/iu);

/** How this machine reaches the networks. The password is kept apart, sealed. */
export const proxySettings = z.object({
  mode: z.enum(proxyModes).default('system'),
  scheme: z.enum(proxySchemes).default('http'),
  host: host.default(''),
  port: z.number().int().min(1).max(65_535).default(8080),
  /** Where the script is that decides, by address; https or http. */
  pacUrl: z
    .string()
    .trim()
    .max(2000)
    .regex(/^(?:https?:\/\/\S+)?$/u)
    .default(''),
  /** For a proxy that asks who one is; empty: it does not. */
  user: z.string().max(200).default(''),
});
export type ProxySettings = z.infer<typeof proxySettings>;

export type ProxyState = ProxySettings & {
  /** A password is kept; it never comes back to the window. */
  hasPassword: boolean;
  /** Without a keyring it is kept until the program ends, and is asked for again then. */
  isPasswordForThisRun: boolean;
};
