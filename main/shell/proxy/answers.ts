import { assertMay } from '../../core/agents.ts';
import type { Handlers } from '../../core/core.ts';
import type { Desk } from '../../core/desk.ts';
import type { Network } from '../networks.ts';
import type { ProxyStore } from './store.ts';
import { tryHost } from './try.ts';

export const proxyAnswers = (
  desk: () => Desk,
  proxy: ProxyStore,
  live: Network,
): Pick<Handlers, 'proxy.read' | 'proxy.save' | 'proxy.try'> => ({
  'proxy.read': () => proxy.read(),
  'proxy.save': ({ proxy: next, password }) => {
    assertMay(desk(), 'account.manage');
    return proxy.save(next, password);
  },
  'proxy.try': () => tryHost(live.host, live.agent, proxy.ways),
});
