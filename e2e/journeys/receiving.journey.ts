import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import type { Network } from '../network.ts';
import { shot } from '../shot.ts';

type Said = { id: string };

/** What goes with a post beside its words. */
const say = async (network: Network, post: object): Promise<Said> => {
  const answer = await fetch(`http://127.0.0.1:${network.port}/control/post`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(post),
  });
  return (await answer.json()) as Said;
};

test('edits, polls, quotes and pictures are shown as the network told them', async ({ desk, network }) => {
  const first = await network.say('iris', 'The mast in LS1 is down, says the council');
  const asked = await say(network, {
    from: 'maya',
    text: '@HallamMobile which of these is it, and when is it back?',
    poll: { options: ['The mast', 'The line'], minutes: 600 },
    quoteOf: first.id,
  });
  await say(network, { from: 'noor', text: '@HallamMobile look at this', photos: 1 });
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await network.edit(asked.id, '@HallamMobile which of these is it, and is it back at six?');
  await network.say('maya', '@HallamMobile anybody?', { replyTo: asked.id });
  await desk.fetchNow();

  await desk.press('1');
  await desk.walkTo('New', 'maya');
  await desk.press('Enter');
  await expect(desk.messages).toContainText(/Poll · \d+ votes? when it was read/u);
  await expect(desk.messages).toContainText('The line');
  await expect(desk.messages).toContainText('Quotes @iris');
  await expect(desk.messages).toContainText('The mast in LS1 is down');
  await desk.tabTo(/^Edited by its author/u);
  await desk.press('Enter');
  await expect(desk.messages).toContainText('and when is it back?');
  await expect(desk.messages).toContainText('is it back at six?');
  expect(await barriers(desk.window)).toEqual([]);
  await shot(desk, 'receiving-extras-dark');

  await desk.press('Escape', 'Escape');
  await desk.walkTo('New', 'noor');
  await desk.press('Enter');
  await expect(desk.messages.getByText('Photo')).toBeVisible();
  await expect(desk.messages.locator('img')).toHaveCount(0);
  await desk.tabTo(/^Show picture$/u);
  await desk.press('Enter');
  await expect(desk.messages.locator('img')).toBeVisible();
  await shot(desk, 'receiving-picture-dark');
});

test('connections tell each account by its streams, its calls and what it may do', async ({ desk }) => {
  await desk.fetchNow();
  await expect(desk.window.getByRole('contentinfo')).toContainText('Online');
  await desk.press('g', 'c');
  const dialog = desk.dialog('Connections');
  await expect(
    dialog.getByRole('row', { name: /^Mentions \d\d:\d\d:\d\d in \d+s \d+ of \d+/u }).first(),
  ).toBeVisible();
  await expect(dialog).toContainText('today (UTC)');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await shot(desk, 'receiving-connections-dark');
  await desk.press('Escape');
  await expect(dialog).toBeHidden();
});

test('more than the network keeps came at once: a gap stands at its place until it is noted', async ({
  desk,
  network,
}) => {
  test.setTimeout(120_000);
  await network.say('maya', '@HallamMobile no signal in LS1');
  await desk.fetchNow();
  await expect(desk.card('New', 'maya')).toBeVisible();
  await network.flood(1000, 1);
  const column = desk.column('New');
  const gap = column.getByRole('note').first();
  // Maya's card is in view: the gap above it waits in the head and moves nothing until it is asked for.
  await desk.press('1');
  const before = await desk.card('New', 'maya').boundingBox();
  await expect(column.getByRole('button', { name: / gap\. Show the column as it is now/u })).toBeVisible({
    timeout: 60_000,
  });
  expect(await desk.card('New', 'maya').boundingBox()).toEqual(before);
  await expect(gap).toHaveCount(0);
  // What the network still has is fetched first; what is left after that is missing.
  await expect(async () => {
    await desk.press('.');
    await expect(gap).toContainText('may be missing', { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(gap).toContainText('newest 800');
  expect(await barriers(desk.window, 'main')).toEqual([]);
  await shot(desk, 'receiving-gap-dark');
  await desk.press('1', 'Shift+Tab');
  await expect(gap.getByRole('button', { name: 'Noted' })).toBeFocused();
  await desk.press('Enter');
  await expect(column.getByText('may be missing')).toHaveCount(0);
  await desk.press('1', 'z');
  await expect(gap).toContainText('may be missing');
});
