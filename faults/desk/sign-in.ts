import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Provider, SecretBox, Secrets } from '../../main/providers/provider.ts';

const redirectUri = 'http://127.0.0.1:47321/callback';

/** Tokens in a file that is replaced whole, so that a death leaves the old ones or the new. */
export const fileBox = (
  folder: string,
  handle: string,
  saved: () => void,
): SecretBox & { has(): boolean } => {
  const file = path.join(folder, `${handle}.json`);
  return {
    has: () => existsSync(file),
    read: async () => JSON.parse(readFileSync(file, 'utf8')) as Secrets,
    write: async (secrets) => {
      writeFileSync(`${file}.new`, JSON.stringify(secrets));
      renameSync(`${file}.new`, file);
      saved();
    },
  };
};

/** The whole way of a person through the browser, with the page's button pressed by us. */
export const signIn = async (provider: Provider, port: number, handle: string): Promise<Secrets> => {
  const begun = provider.signIn({ clientId: 'faults', redirectUri });
  const { pathname, search } = new URL(begun.url);
  const page = `http://127.0.0.1:${port}${pathname}${search}&approve=${handle}`;
  const answer = await fetch(page, { redirect: 'manual' });
  const back = answer.headers.get('location');
  if (back === null) throw new Error(`the sign-in page answered ${answer.status}`);
  return begun.finish(new URL(back).searchParams.get('code') ?? '');
};
