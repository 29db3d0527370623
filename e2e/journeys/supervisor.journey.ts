import { barriers } from '../axe.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import type { Network } from '../network.ts';
import { hire } from '../people.ts';

const customers = async (desk: Desk, network: Network, count: number): Promise<void> => {
  for (let at = 0; at < count; at += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, count - at) }, (_, i) =>
        network.say(`caller${at + i}`, `@HallamMobile no signal in LS${at + i} since six`),
      ),
    );
  }
  await desk.fetchNow();
  await expect.poll(() => openThreads(desk), { timeout: 60_000, intervals: [500] }).toBe(count);
};

const openThreads = async (desk: Desk, assignee?: string): Promise<number> => {
  const filter = { isOpen: true, ...(assignee !== undefined && { assignee: assignee as 'nobody' }) };
  const reply = await desk.ask('column.count', { filter });
  return reply.ok ? reply.value.count : -1;
};

test('everything a filter shows is given to a colleague, and taken back, by keys alone', async ({
  desk,
  network,
}) => {
  test.setTimeout(180_000);
  const jo = (await hire(desk, 'Jo Bell')).id;
  await hire(desk, 'Sam Reyes');
  await customers(desk, network, 500);

  await desk.press('1');
  await desk.press('Control+Shift+A');
  const strip = desk.window.getByRole('region', { name: 'Selection' });
  await expect(strip).toContainText('Everything in New: 500 selected');
  await desk.press('Shift+I');
  const picker = desk.window.getByRole('dialog', { name: 'Assign 500 threads' });
  await expect(picker).toBeVisible();
  await desk.window.keyboard.type('jo');
  const preview = picker.getByRole('status', { name: 'What would change' });
  await expect(preview).toContainText('500 of 500 threads would change');
  await expect(preview).toContainText('0 → 500 of 40');
  await expect(preview).toContainText('460 threads over Jo Bell’s cap');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(desk.window.getByText('Assigned to JB: 500 threads.')).toBeVisible();
  await expect.poll(() => openThreads(desk, jo)).toBe(500);
  await expect.poll(() => openThreads(desk, 'nobody')).toBe(0);
  await expect(strip).not.toContainText('selected');
  await expect(desk.cards('New')).toHaveCount(0);

  await desk.press('g', 's');
  const board = desk.window.getByRole('region', { name: 'Board' });
  await expect(board.getByRole('row', { name: /^Jo Bell, on duty, 500 open threads/u })).toBeVisible();
  expect(await barriers(desk.window)).toEqual([]);

  await desk.press('z');
  await expect(desk.window.getByText('Undone: Assignment of many threads.')).toBeVisible();
  await expect.poll(() => openThreads(desk, 'nobody')).toBe(500);
  await expect(board.getByRole('row', { name: /^Jo Bell, on duty, 0 open threads/u })).toBeVisible();
});

test('from the board: a person’s threads beside it, a range of them chosen, given to another', async ({
  desk,
  network,
}) => {
  const jo = (await hire(desk, 'Jo Bell')).id;
  const sam = (await hire(desk, 'Sam Reyes')).id;
  await customers(desk, network, 6);
  await desk.ask('bulk.apply', {
    target: { filter: { isOpen: true } },
    action: { do: 'assign', to: jo },
  });

  await desk.press('g', 's');
  const board = desk.window.getByRole('region', { name: 'Board' });
  const row = board.getByRole('row', { name: /^Jo Bell/u });
  await expect(row).toContainText('6');
  for (
    let step = 0;
    step < 4 && !(await row.evaluate((line) => line === document.activeElement));
    step += 1
  ) {
    await desk.press('j');
  }
  await expect(row).toBeFocused();
  await desk.press('Enter');
  await expect(desk.cards('Jo Bell')).toHaveCount(6);
  await expect(desk.cards('Jo Bell').first()).toBeFocused();

  await desk.press('x', 'Shift+J', 'Shift+J');
  const strip = desk.window.getByRole('region', { name: 'Selection' });
  await expect(strip).toContainText('3 selected');
  await desk.press('Escape');
  await expect(strip).not.toContainText('selected');
  await desk.press('x', 'Shift+K');
  await expect(strip).toContainText('2 selected');
  await desk.press('Shift+I');
  await desk.window.keyboard.type('sr');
  const picker = desk.window.getByRole('dialog', { name: 'Assign 2 threads' });
  await expect(picker).toContainText('6 → 4');
  await desk.press('Enter');
  await expect.poll(() => openThreads(desk, sam)).toBe(2);

  await desk.press('Shift+H');
  await expect(row).toBeFocused();
  await desk.press('Shift+I');
  await desk.window.keyboard.type('nobody');
  await expect(desk.window.getByRole('dialog')).toContainText('4 of 4 threads would change');
  await desk.press('Enter');
  await expect.poll(() => openThreads(desk, jo)).toBe(0);
  await desk.press('z');
  await expect.poll(() => openThreads(desk, jo)).toBe(4);
});

test('what is dragged has a key as well: onto a column it belongs there, onto a person it is theirs', async ({
  desk,
  network,
}) => {
  const jo = (await hire(desk, 'Jo Bell')).id;
  await customers(desk, network, 3);
  await expect(desk.cards('New')).toHaveCount(3);
  const handleOf = (handle: string) => desk.card('New', handle).getByText(`@${handle}`, { exact: true });

  await handleOf('caller0').dragTo(desk.column('Mine'));
  await expect(desk.card('Mine', 'caller0')).toBeVisible();

  await desk.press('1');
  await desk.press('Control+A');
  await expect(desk.window.getByRole('region', { name: 'Selection' })).toContainText('2 selected');
  await handleOf('caller1').dragTo(desk.column('Mine'));
  await expect(desk.cards('Mine')).toHaveCount(3);
  await desk.press('z');
  await expect(desk.cards('Mine')).toHaveCount(1);

  await desk.press('1', 'Control+Shift+A', 'e');
  const planned = desk.window.getByRole('dialog', { name: 'Resolve' });
  await expect(planned).toContainText('2 of 2 threads would change');
  expect(await barriers(desk.window)).toEqual([]);
  await desk.press('Enter');
  await expect(desk.cards('New')).toHaveCount(0);
  await desk.press('z');
  await expect.poll(() => openThreads(desk)).toBe(3);

  await desk.press('g', 's');
  const nobodys = 'Nobody’s, longest first';
  const row = desk.window.getByRole('row', { name: /^Jo Bell/u });
  await desk.card(nobodys, 'caller1').getByText('@caller1', { exact: true }).dragTo(row);
  await expect.poll(() => openThreads(desk, jo)).toBe(1);
  for (const theme of ['light', 'contrast'] as const) {
    await desk.ask('settings.save', { theme });
    await desk.press('j');
    expect(await barriers(desk.window)).toEqual([]);
  }
});
