import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { hire, sitDown } from '../people.ts';

test('a colleague is asked, answers in a plain box, and the agent makes a reply of it', async ({
  desk,
  network,
}) => {
  await hire(desk, 'Jo Bell', {
    ...{ role: 'reviewer', loadCap: null },
    ...{ teams: ['Network'], skills: ['masts'], languages: ['en'] },
  });
  await network.say('mayaokafor', '@HallamMobile no signal in LS1 since six this morning');
  await desk.fetchNow();
  await expect(desk.card('New', 'mayaokafor')).toBeVisible();

  await desk.press('1');
  await desk.walkTo('New', 'mayaokafor');
  await desk.press('Enter');
  await expect(desk.messages).toBeVisible();
  await desk.press('q');
  const dialog = desk.window.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'Whom to ask' })).toBeFocused();
  await desk.window.keyboard.type('masts');
  await expect(dialog.getByRole('option', { name: /Jo Bell/ })).toBeVisible();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'One question' })).toBeFocused();
  await desk.window.keyboard.type('Is TX114 down? When is it back?');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Enter');
  await expect(desk.pane).toContainText(/Asked Jo Bell just now · {2}?due in/u);
  await expect(desk.pane).toContainText('Waiting for an expert');
  await expect(desk.card('Mine', 'mayaokafor')).toBeVisible();
  expect(await barriers(desk.window, 'aside')).toEqual([]);

  await sitDown(desk, 'Jo Bell');
  await expect(desk.window.getByRole('navigation').getByRole('button', { name: /Questions/ })).toBeVisible();
  await desk.press('g', 'e');
  await expect(desk.card('Asked of me', 'mayaokafor')).toBeVisible();
  await desk.press('1', 'Enter', 'r');
  const box = desk.window.getByRole('textbox', { name: 'Answer to Alex Berg' });
  await expect(box).toBeFocused();
  await expect(desk.pane).toContainText('Is TX114 down? When is it back?');
  await desk.window.keyboard.type('Lost power at six. The crew says noon.');
  expect(await barriers(desk.window, 'aside')).toEqual([]);
  await desk.press('Control+Enter');
  await expect(box).toBeHidden();
  await expect(desk.messages).toContainText(/Jo Bell answered/u);
  expect(await network.posted()).toEqual([]);

  await sitDown(desk, 'Alex Berg');
  await expect(desk.card('Mine', 'mayaokafor')).toBeVisible();
  await desk.press('2');
  await desk.walkTo('Mine', 'mayaokafor');
  await desk.press('Enter');
  await expect(desk.messages).toContainText('Lost power at six');
  await desk.press('Shift+Q');
  await expect(desk.reply('mayaokafor')).toBeFocused();
  await expect(desk.reply('mayaokafor')).toHaveValue('Lost power at six. The crew says noon.');
  await desk.press('Control+a');
  await desk.window.keyboard.type(
    'Sorry Maya: your mast lost power at six, the crew expects it back by noon',
  );
  await desk.press('Control+Enter');
  await expect.poll(async () => (await network.posted()).length).toBe(1);
});

test('an opening is put in and filled in, and an answer like a colleague’s is stopped with both side by side', async ({
  desk,
  network,
}) => {
  const snippet = { id: null, name: 'Hello', kind: 'opening', text: 'Hi {first},', lang: null } as const;
  expect(await desk.ask('snippet.save', snippet)).toMatchObject({ ok: true });
  await network.person('iris', { name: 'Iris Vale' });
  await network.person('omar', { name: 'Omar Haddad' });
  await network.say('iris', '@HallamMobile no signal here');
  await network.say('omar', '@HallamMobile no signal here either');
  await desk.fetchNow();
  await expect(desk.card('New', 'omar')).toBeVisible();

  const answer = 'sorry about this. Tell us your postcode and we look into the mast near you right away.';
  for (const handle of ['iris', 'omar']) {
    await desk.startReply(handle);
    await desk.press('/');
    await expect(desk.window.getByRole('option', { name: /Hello/ })).toBeVisible();
    expect(await barriers(desk.window, 'dialog')).toEqual([]);
    await desk.press('Enter');
    await expect(desk.reply(handle)).toBeFocused();
    await expect(desk.reply(handle)).toHaveValue(handle === 'iris' ? 'Hi Iris, ' : 'Hi Omar, ');
    await desk.window.keyboard.type(answer);
    await desk.press('Control+Enter');
    if (handle === 'iris') await expect.poll(async () => (await network.posted()).length).toBe(1);
    await desk.press('Escape', 'Escape');
  }

  await desk.press('1');
  await desk.walkTo('New', 'omar');
  await desk.press('r');
  const alert = desk.pane.getByRole('alert');
  await expect(alert).toContainText(/Not sent yet: \d+ % like what you wrote to @iris/u);
  await expect(alert).toContainText('You, to @omar');
  expect(await network.posted()).toHaveLength(1);
  expect(await barriers(desk.window, 'aside')).toEqual([]);
  await alert.getByRole('button', { name: 'Send anyway' }).press('Enter');
  await expect.poll(async () => (await network.posted()).length).toBe(2);
});
