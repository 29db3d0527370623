import { barriers } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { hire, sitDown } from '../people.ts';
import { answerAll, inList, joWorks } from '../reviewing.ts';

test('a sample is drawn, scored by keys alone, told to its agent, and looked at again', async ({
  desk,
  network,
  folder,
  open,
}) => {
  test.setTimeout(240_000);
  await hire(desk, 'Jo Bell');
  await hire(desk, 'Rae Voss', { role: 'reviewer', loadCap: null });
  await hire(desk, 'Sal Ward', { role: 'supervisor' });
  await joWorks(desk, network);
  await expect(desk.window.getByRole('button', { name: 'Review', exact: true })).toHaveCount(0);

  await sitDown(desk, 'Rae Voss');
  await desk.press('g', 'r');
  await expect(desk.window.getByText('Nothing has been drawn yet.')).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('d');
  const dialog = desk.dialog('Draw a sample');
  await expect(dialog.getByRole('checkbox', { name: 'Rae Voss (you)' })).toBeChecked();
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Of each person' }).focus();
  await desk.retype('2');
  await desk.press('Enter');
  await expect(desk.window.getByText('Drawn: 2 conversations.')).toBeVisible();
  await expect(inList(desk, 'To review')).toHaveCount(2);
  await expect(desk.window.getByRole('log', { name: 'Messages' })).toBeVisible();
  await expect(desk.window.getByRole('group', { name: /^Greeted/u })).toBeFocused();

  const tone = desk.window.getByRole('group', { name: /^Tone/u });
  await desk.press('1', 'j', '5', 'j', '1', 'j', '4');
  await expect(tone).toBeFocused();
  await expect(tone.getByRole('button', { name: '4 of 5' })).toHaveAttribute('aria-pressed', 'true');
  await desk.press('z');
  await expect(tone.getByRole('button', { name: '4 of 5' })).toHaveAttribute('aria-pressed', 'false');
  await desk.press('4', 'c');
  await expect(desk.window.getByRole('textbox', { name: 'About “Tone”' })).toBeFocused();
  await desk.type('Warm, and says who does what.');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Control+Enter');
  await expect(desk.window.getByText(/2 answers are missing, first “The next step is clear”/u)).toBeVisible();
  await expect(desk.window.getByRole('group', { name: /^The next step/u })).toBeFocused();
  await desk.press('0', 'j', '1', 'Control+Enter');
  await expect(inList(desk, 'Done last')).toHaveCount(1);
  await expect(inList(desk, 'To review')).toHaveCount(1);

  // Half a review outlives the program.
  await expect(desk.window.getByText(/0 of 6 answered/u)).toBeVisible();
  await expect(desk.window.getByRole('group', { name: /^Greeted/u })).toBeFocused();
  await desk.press('1', 'j', '3');
  await expect(desk.window.getByText(/2 of 6 answered/u)).toBeVisible();
  await desk.earshot.close();
  const again = await open([`--simulator=${network.port}`]);
  await again.isOpen();
  await expect(again.window.getByRole('button', { name: /Rae Voss/u })).toBeVisible();
  await again.press('g', 'r');
  await expect(again.window.getByText(/2 of 6 answered/u)).toBeVisible();
  await expect(again.window.getByRole('group', { name: /^The facts/u })).toBeFocused();
  await again.press('1', 'j', '5', 'j', '1', 'j', '1', 'Control+Enter');
  await expect(inList(again, 'Done last')).toHaveCount(2);
  await expect(again.window.getByText('That was the last one.')).toBeVisible();
  await again.press('s');
  await expect(again.window.getByText(/Sent to Jo Bell as a note/u)).toBeVisible();
  expect(await barriers(again.window)).toEqual([]);

  await sitDown(again, 'Jo Bell');
  await again.press('g', 'm');
  await again.press('3');
  const cards = again.cards('Resolved by me');
  await expect(cards).toHaveCount(3);
  const noted = await again.told('column.page', {
    ...{ filter: { status: 'resolved', assignee: 'me' }, order: 'newest', after: null, limit: 10 },
  });
  const handle = noted.cards.find(({ notes }) => notes > 0)?.handle ?? '';
  await again.walkTo('Resolved by me', handle);
  await again.press('Enter');
  await expect(again.messages).toContainText('Note by Rae Voss · feedback · for you');
  await expect(again.messages).toContainText(/Review: \d+ of 100 \(Care review, version 1\)/u);
  await again.tabTo(/^Second look$/u);
  await again.press('Enter');
  await expect(again.window.getByText(/takes a second look, without knowing the first/u)).toBeVisible();
  expect(folder).not.toBe('');
});

test('two who differ settle it, many see how alike they judge, and the form has versions', async ({
  desk,
  network,
}) => {
  test.setTimeout(240_000);
  await hire(desk, 'Jo Bell');
  const rae = await hire(desk, 'Rae Voss', { role: 'reviewer', loadCap: null });
  const sal = await hire(desk, 'Sal Ward', { role: 'supervisor' });
  await joWorks(desk, network);
  await sitDown(desk, 'Rae Voss');
  await desk.told('review.draw', {
    rule: { days: 7, perAgent: 1 },
    mode: 'calibration',
    scorers: [rae.id, sal.id],
  });
  await desk.press('g', 'r');
  await expect(desk.window.getByText('1 other review is not shown until yours is done.')).toBeVisible();
  await answerAll(desk, '5');
  await desk.press('Control+Enter');
  await expect(desk.window.getByText('1 other review is not done yet.')).toBeVisible();

  await sitDown(desk, 'Sal Ward');
  await desk.press('g', 'r');
  await answerAll(desk, '2');
  await desk.press('Control+Enter');
  await expect(inList(desk, 'Differences')).toHaveCount(1);
  const tone = desk.window.getByRole('group', { name: /^Tone/u });
  await expect(tone).toBeFocused();
  await expect(tone).toContainText('They differ');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('4');
  await expect(tone).toContainText('Settled on 4 of 5');
  await expect(inList(desk, 'Differences')).toHaveCount(0);

  await desk.tabTo(/^Agreement…$/u);
  await desk.press('Enter');
  const agreement = desk.dialog('How alike you judge');
  await expect(agreement.getByRole('row', { name: /^Tone/u })).toContainText('0 %');
  await expect(agreement).toContainText('So few say little');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.press('Escape');

  await desk.window.getByRole('main', { name: 'Review' }).focus();
  await desk.press('f');
  const form = desk.dialog('The form of reviews');
  await expect(form).toContainText('This is version 1, as it is used.');
  await form.getByRole('textbox', { name: 'Name of the form' }).focus();
  await desk.retype('Hallam review');
  await desk.press('Tab');
  await expect(form).toContainText('A draft of version 2, kept as you go.');
  expect(await barriers(desk.window, 'dialog')).toEqual([]);
  await desk.tabTo(/^Publish version 2$/u);
  await desk.press('Enter');
  await expect(desk.window.getByText(/Version 2 is the form from now on/u)).toBeVisible();

  await desk.press('g', 's');
  const quality = desk.window.getByRole('region', { name: 'Quality' });
  await expect(quality.getByRole('row', { name: /^Jo Bell/u })).toContainText('from 1');
  expect(await barriers(desk.window)).toEqual([]);
});
