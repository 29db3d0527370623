import type { OutboxId } from '../../shared/ids.ts';
import { expect, test } from '../fixtures.ts';

test('what came in while the agent wrote, and was read, does not hold the answer up', async ({
  desk,
  network,
}) => {
  await network.say('iris', '@HallamMobile no signal');
  await desk.fetchNow();
  await desk.startReply('iris');
  await desk.window.keyboard.type('Which town?');
  await network.say('iris', '@HallamMobile in Leeds, that is');
  await desk.fetchNow();
  await expect(desk.messages).toContainText('in Leeds, that is');
  // Seen is what stood at the end of the open thread for a moment; the card says so by losing its mark.
  await expect(desk.card('All open', 'iris')).not.toHaveAttribute('data-unread');
  await desk.press('Control+Enter');
  await expect.poll(async () => (await network.posted()).length).toBe(1);
});

test('what came in out of sight stops the answer, which is kept and goes when the agent insists', async ({
  desk,
  network,
}) => {
  for (let at = 0; at < 25; at += 1) await network.say('iris', `@HallamMobile line ${at} of a long story`);
  await desk.fetchNow();
  await desk.startReply('iris');
  await desk.window.keyboard.type('Sorry, fixed now');
  await desk.messages.evaluate((log) => log.scrollTo({ top: 0 }));
  await network.say('iris', '@HallamMobile please do not answer, I have cancelled');
  await desk.fetchNow();
  await expect(desk.pane.getByRole('button', { name: /1 new/ })).toBeVisible();

  await desk.press('Control+Enter');
  await expect(desk.pane.getByRole('alert')).toContainText('Not sent: One message came in');
  await expect(desk.reply('iris')).toHaveValue('Sorry, fixed now');
  await expect(desk.messages).toContainText('New since you wrote');
  expect(await network.posted()).toEqual([]);
  await desk.pane.getByRole('button', { name: 'Send anyway' }).press('Enter');
  await expect.poll(async () => (await network.posted()).length).toBe(1);
});

test('the door itself refuses an answer to an old head', async ({ desk, network }) => {
  await network.say('omar', '@HallamMobile hello?');
  await desk.fetchNow();
  const card = desk.card('New', 'omar');
  await expect(card).toBeVisible();
  const threadId = await card.getAttribute('data-thread-id');
  const seen = await desk.ask('thread.open', { threadId: threadId ?? '' });
  if (!seen.ok) throw new Error(seen.error.message);
  await network.say('omar', '@HallamMobile never mind');
  await desk.fetchNow();
  await expect(card).toContainText('never mind');

  const answer = {
    id: crypto.randomUUID() as OutboxId,
    threadId: seen.value.card.id,
    head: seen.value.messages.at(-1)?.id ?? null,
    text: 'How can I help?',
  };
  expect(await desk.ask('message.reply', answer)).toMatchObject({ ok: false, error: { code: 'moved-on' } });
  expect(await network.posted()).toEqual([]);
});
