import { expect, type Locator } from 'playwright/test';
import type { Desk } from './desk.ts';
import type { Network } from './network.ts';
import { sitDown } from './people.ts';

const answers = [
  'Sorry Maya, your mast is out since six and a crew is on its way there now',
  'Hi Tomas, I have taken that charge off your bill, you will see it by Friday',
  'Your new card has left our shop in Leeds today, Priya, and comes tomorrow',
];
const customers = ['mayaokafor', 'tomaszk', 'priyas'];

/** Jo answers three customers and closes them, by keys. */
export const joWorks = async (desk: Desk, network: Network): Promise<void> => {
  for (const [at, name] of customers.entries())
    await network.say(name, `@HallamMobile could you help me please, number ${at}`);
  await desk.fetchNow();
  await sitDown(desk, 'Jo Bell');
  for (const [at, name] of customers.entries()) {
    await expect(desk.card('New', name)).toBeVisible();
    await desk.press('1');
    await desk.walkTo('New', name);
    await desk.press('Enter');
    await expect(desk.messages).toBeVisible();
    await desk.press('i');
    await expect(desk.card('Mine', name)).toBeVisible();
    await desk.press('r');
    await expect(desk.reply(name)).toBeFocused();
    await desk.type(answers[at] ?? '');
    await desk.press('Control+Shift+Enter');
    await expect(desk.card('Mine', name)).toHaveCount(0);
    await desk.press('Escape');
  }
  await expect.poll(async () => (await network.posted()).length).toBe(3);
};

/** What stands in one of the lists of the review, by its title. */
export const inList = (desk: Desk, title: string): Locator =>
  desk.window.getByRole('region', { name: title, exact: true }).getByRole('listitem');

/** The six questions of the form a desk begins with, from the first on. */
export const answerAll = async (desk: Desk, tone: string): Promise<void> => {
  await expect(desk.window.getByRole('group', { name: /^Greeted/u })).toBeFocused();
  await desk.press('1', 'j', '5', 'j', '1', 'j', tone, 'j', '1', 'j', '1');
  await expect(desk.window.getByText(/6 of 6 answered/u)).toBeVisible();
};
