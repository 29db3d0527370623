import { expect } from 'playwright/test';
import { signIn } from './browser.ts';
import type { Desk } from './desk.ts';

/** What keeps the tokens on a machine without a keyring. */
export const passphrase = 'correct horse battery';

/** The dialog that connects an account, from the first screen of a new desk. */
export const askToConnect = async (desk: Desk): Promise<void> => {
  await desk.tabTo(/^Connect an account$/u);
  await desk.press('Enter');
  await expect(desk.window.getByLabel('Client ID')).toBeFocused();
};

/** The whole way: the app, where the tokens are kept, the browser, and what each direction may do. Ends on "Done". */
export const connect = async (desk: Desk, port: number, handle: string): Promise<void> => {
  await askToConnect(desk);
  await desk.type('our-own-app');
  await desk.tabTo(/^Passphrase/u);
  await desk.type(passphrase);
  await desk.tabTo(/^Once more/u);
  await desk.type(passphrase);
  await desk.press('Enter');
  await signIn(desk.window, port, handle);
  await isDone(desk);
};

export const isDone = (desk: Desk): Promise<void> =>
  expect(desk.window.getByRole('button', { name: 'Done', exact: true })).toBeFocused({ timeout: 15_000 });
