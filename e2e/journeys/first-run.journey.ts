import { expect, test } from '../fixtures.ts';

test('the first run offers two ways in, and practice fills the columns in about the time of a start', async ({
  open,
}) => {
  const launchedAt = performance.now();
  const desk = await open();
  const { window } = desk;
  const practice = window.getByRole('button', { name: 'Practice' });
  await expect(practice).toBeFocused();
  await expect(window.getByRole('button')).toHaveText(['Practice', 'Connect an account']);

  const startMs = performance.now() - launchedAt;

  await desk.press('Enter');
  // Three seconds on a machine of our own; a busy one was slow to start, too, and is given as much for the second process.
  await expect(desk.cards('New').first()).toBeVisible({ timeout: Math.max(3000, 3 * startMs) });
  await expect(desk.cards('All open').first()).toBeVisible();
  await expect(window.getByTitle('A simulated network on this computer')).toHaveText('Practice');
});

test('practice goes on where it was left', async ({ open }) => {
  const flags = ['--practice', '--rate=0', '--seed=journey'];
  const first = await open(flags);
  await first.isOpen();
  await expect(first.cards('All open').first()).toBeVisible();
  await expect.poll(async () => (await first.ask('column.count', { filter: {} })).ok).toBe(true);
  const count = async (desk: typeof first): Promise<number> => {
    const reply = await desk.ask('column.count', { filter: {} });
    return reply.ok ? reply.value.count : -1;
  };
  const before = await count(first);
  await first.earshot.close();

  const second = await open(flags);
  await second.isOpen();
  await expect.poll(() => count(second)).toBeGreaterThanOrEqual(before);
  expect(before).toBeGreaterThan(5);
});
