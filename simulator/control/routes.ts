import { accountTruth } from './account.ts';
import type { ControlCall } from './control-call.ts';
import { bodyOf } from './control-call.ts';
import { deletePost, editPost, injectDirect, injectPost, injectRepost, withholdPost } from './inject.ts';
import { armFaults, disarmFaults, endTokens, setClock, setLimits, setSettings } from './knobs.ts';
import { changeUser, userChange } from './people.ts';
import { flood, preload, setScript } from './script.ts';
import { summary } from './truth.ts';

export interface ControlRoute {
  method: string;
  path: string;
  handle(call: ControlCall): unknown;
}

export const CONTROL_ROUTES: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/control',
    handle: () => ({ routes: CONTROL_ROUTES.map(({ method, path }) => `${method} ${path}`) }),
  },
  { method: 'GET', path: '/control/summary', handle: (call) => summary(call.context) },
  { method: 'GET', path: '/control/truth/:handle', handle: accountTruth },
  { method: 'GET', path: '/control/cost', handle: (call) => call.context.ledger.summary() },
  { method: 'POST', path: '/control/post', handle: injectPost },
  { method: 'POST', path: '/control/direct', handle: injectDirect },
  { method: 'POST', path: '/control/repost', handle: injectRepost },
  { method: 'POST', path: '/control/edit', handle: editPost },
  { method: 'POST', path: '/control/delete', handle: deletePost },
  { method: 'POST', path: '/control/withhold', handle: withholdPost },
  { method: 'POST', path: '/control/user', handle: (call) => changeUser(call, bodyOf(call, userChange)) },
  { method: 'GET', path: '/control/faults', handle: (call) => ({ faults: call.context.faults.list() }) },
  { method: 'POST', path: '/control/faults', handle: armFaults },
  { method: 'DELETE', path: '/control/faults', handle: disarmFaults },
  { method: 'DELETE', path: '/control/faults/:id', handle: disarmFaults },
  { method: 'POST', path: '/control/clock', handle: setClock },
  { method: 'POST', path: '/control/limits', handle: setLimits },
  { method: 'POST', path: '/control/tokens', handle: endTokens },
  { method: 'POST', path: '/control/settings', handle: setSettings },
  { method: 'POST', path: '/control/script', handle: setScript },
  { method: 'POST', path: '/control/preload', handle: preload },
  { method: 'POST', path: '/control/flood', handle: flood },
];
