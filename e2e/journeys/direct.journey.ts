import { expect, test } from '../fixtures.ts';

test('a direct message joins the public thread of its customer, and is answered directly, once', async ({
  desk,
  network,
}) => {
  await network.say('jonas', '@HallamMobile my roaming does not work');
  await network.direct('jonas', 'It is 0113 496 0017, please call');
  await desk.fetchNow();
  await expect(desk.card('All open', 'jonas')).toContainText('DM');
  await expect(desk.card('All open', 'jonas')).toHaveCount(1);

  await desk.press('3');
  await desk.walkTo('All open', 'jonas');
  await desk.press('Enter');
  await expect(desk.messages).toContainText('my roaming does not work');
  await expect(desk.messages).toContainText('please call');

  await desk.press('d');
  await expect(desk.directTo('jonas')).toBeFocused();
  await desk.window.keyboard.type('Calling you in five minutes.');
  await desk.press('Control+Enter');
  await expect.poll(async () => (await network.directed()).length).toBe(1);
  await expect(desk.messages).toContainText(/Sent \d\d:\d\d by AB/);

  // What we sent comes in again from the network, and is the same message.
  await desk.fetchNow();
  await network.direct('jonas', 'Thank you');
  await desk.fetchNow();
  await expect(desk.messages).toContainText('Thank you');
  await expect(desk.messages.getByText('Calling you in five minutes. ^AB')).toHaveCount(1);
  const [sent, ...others] = await network.directed();
  expect(others).toEqual([]);
  expect(sent?.text).toBe('Calling you in five minutes. ^AB');
  expect(await network.posted()).toEqual([]);
});
