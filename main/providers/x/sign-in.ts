import type { SignIn } from '../provider.ts';
import { authorizeUrl, createPkce, createState, exchangeCode, scopes, type OauthNet } from './oauth.ts';

/** OAuth 2.0 with PKCE: the verifier never leaves this function's closure until the code is exchanged. */
export const beginSignIn = (
  net: OauthNet,
  { clientId, redirectUri }: { clientId: string; redirectUri: string },
): SignIn => {
  const { verifier, challenge } = createPkce();
  const state = createState();
  return {
    url: authorizeUrl({ clientId, redirectUri, scopes, state, challenge }),
    state,
    finish: (code) => exchangeCode(net, { clientId, code, redirectUri, verifier }),
  };
};
