import type { ProxySettings } from '../../../shared/proxy.ts';

/** The words in which Chromium wants it. A half-filled choice counts as the system's. */
export type Rules =
  | { mode: 'system' | 'direct' }
  | { mode: 'fixed_servers'; proxyRules: string }
  | { mode: 'pac_script'; pacScript: string };

export const rulesOf = ({ mode, scheme, host, port, pacUrl }: ProxySettings): Rules => {
  if (mode === 'manual' && host !== '') {
    return { mode: 'fixed_servers', proxyRules: `${scheme}://${host}:${port}` };
  }
  if (mode === 'pac' && pacUrl !== '') return { mode: 'pac_script', pacScript: pacUrl };
  return { mode: mode === 'direct' ? 'direct' : 'system' };
};
