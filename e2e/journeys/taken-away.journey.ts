import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { rowsOf } from '../kept.ts';
import { shot } from '../shot.ts';

test('a customer deletes a post while it is being answered: nothing goes out, the text stays, theirs is gone', async ({
  desk,
  network,
  folder,
}) => {
  const asked = await network.say('maya', '@HallamMobile my number is on the poster, canaryword');
  await desk.fetchNow();
  await desk.startReply('maya');
  await desk.type('We will take it');
  await network.remove(asked.id);
  await desk.type(' down at once');
  await desk.press('Control+Enter');

  await expect(desk.pane).toContainText(/deleted/iu, { timeout: 30_000 });
  await shot(desk, 'taken-away');
  expect(await barriers(desk.window)).toEqual([]);
  expect(await network.posted()).toEqual([]);
  const texts = [
    ...rowsOf(folder, "SELECT text FROM drafts WHERE text LIKE 'We will take it down at once%'"),
    ...rowsOf(
      folder,
      "SELECT text FROM outbox WHERE text LIKE 'We will take it down at once%' AND state = 'failed'",
    ),
  ];
  expect(texts.length).toBeGreaterThan(0);
  await expect(desk.messages).not.toContainText('canaryword', { timeout: 30_000 });
});
