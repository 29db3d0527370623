import { expect, test } from '../fixtures.ts';

test('what was said is found a moment later, in a thread that holds nobody up', async ({ desk, network }) => {
  await network.say('pia', '@HallamMobile 昨日から電話が壊れた, where is my refund?');
  await desk.fetchNow();
  await expect(desk.card('New', 'pia')).toBeVisible();
  const asked = { zone: 'Europe/London', order: 'newest', before: null, limit: 20, key: 'test' } as const;
  const found = async (text: string): Promise<unknown> => desk.told('search.run', { ...asked, text });
  for (const text of ['refund', 'from:pia is:public', '電話', '"my refund" -thanks']) {
    await expect.poll(() => found(text)).toMatchObject({ threads: [{ handle: 'pia' }], next: null });
  }
  expect(await found('refund from:nobody')).toMatchObject({ threads: [] });
  expect(await desk.told('search.state', {})).toMatchObject({ indexed: expect.any(Number) });
});
