import { expect, test } from '../fixtures.ts';

test('the road: a complaint is claimed, answered, answered back and resolved, from the keyboard', async ({
  desk,
  network,
}) => {
  const complaint = await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();
  await expect(desk.card('All open', 'mayaokafor')).toBeVisible();

  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('i');
  await expect(desk.card('Mine', 'mayaokafor')).toContainText('AB');
  await expect(desk.card('New', 'mayaokafor')).toBeHidden();

  await desk.press('2');
  await desk.walkTo('Mine', 'mayaokafor');
  await desk.press('r');
  await expect(desk.reply('mayaokafor')).toBeFocused();
  await desk.window.keyboard.type('Sorry Maya, a mast near you is down. Back by noon.');
  await expect(desk.pane).toContainText('^AB');
  await expect(desk.pane).toContainText('54/280');
  await desk.press('Control+Enter');

  await expect.poll(async () => (await network.posted()).length).toBe(1);
  await expect(desk.messages).toContainText(/Sent \d\d:\d\d by AB/);
  await expect(desk.reply('mayaokafor')).toHaveValue('');
  const [answer] = await network.posted();
  expect(answer?.text).toMatch(/Sorry Maya, a mast near you is down\. Back by noon\. \^AB$/);
  expect(answer?.replyTo?.postId).toBe(complaint.id);

  await network.say('mayaokafor', 'Thank you, it is back already', { replyTo: answer?.id ?? '' });
  await expect(desk.messages).toContainText('Thank you, it is back already');
  await expect(desk.messages).toContainText('no signal in LS1');
  await expect(desk.card('All open', 'mayaokafor')).toHaveCount(1);

  await desk.press('e');
  await expect(desk.card('All open', 'mayaokafor')).toBeHidden();
  await expect(desk.card('Mine', 'mayaokafor')).toBeHidden();
  await desk.press('z');
  await expect(desk.card('All open', 'mayaokafor')).toBeVisible();
  await desk.press('e');
  await expect(desk.card('All open', 'mayaokafor')).toBeHidden();
  expect(await network.posted()).toHaveLength(1);
});
