import { expect, type Page } from 'playwright/test';

/**
 * The person in front of their browser: takes the address that the window shows, allows the brand on the simulator's page,
 * and is led back to the desk.
 */
export const signIn = async (window: Page, port: number, handle: string): Promise<void> => {
  const field = window.getByLabel('Address of the sign-in');
  await expect(field).toBeVisible({ timeout: 15_000 });
  const asked = new URL(await field.inputValue());
  const page = new URL(`${asked.pathname}${asked.search}`, `http://127.0.0.1:${port}`);
  page.searchParams.set('approve', handle);
  const answer = await fetch(page, { redirect: 'manual' });
  const back = answer.headers.get('location');
  if (back === null) throw new Error(`the simulator refused: ${await answer.text()}`);
  expect(await (await fetch(back)).text()).toContain('Signed in');
};
