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

test('each part of the language finds what it names, on a desk where things were done', async ({
  desk,
  network,
}) => {
  await network.say('maya', '@HallamMobile my refund? see https://example.com/bill or ring 0113 496 0017', {
    photos: 1,
  });
  await network.say('zofia', '@HallamMobile never mind the bill');
  await network.direct('nils', 'a private word about a refund');
  await expect
    .poll(async () => {
      await desk.fetchNow();
      return desk.cards('New').count();
    })
    .toBe(3);
  const open = async () => {
    const asked = { filter: { isOpen: true }, order: 'newest', after: null, limit: 50 } as const;
    const { cards } = await desk.told('column.page', asked);
    const card = cards.find(({ handle }) => handle === 'maya');
    if (!card) throw new Error('no thread of maya');
    return { threadId: card.id, revision: card.revision };
  };
  const { threadId } = await open();
  await desk.told('thread.claim', await open());
  const { id: tag } = await desk.told('tag.make', { name: 'Late bill' });
  await desk.told('thread.set', { ...(await open()), action: { do: 'tag', add: [tag], remove: [] } });
  await desk.told('note.add', { threadId, about: 'thread', text: 'The mast again.', mentions: [] });
  const slip = { messageId: null, fromAt: null, untilAt: null, lang: null, assigneeId: null };
  const promised = {
    number: '+441134960017',
    hasConsent: true as const,
    summary: 'Wants her money',
    ...slip,
  };
  await desk.press('2', 'r');
  await desk.type('We are looking into it');
  await desk.press('Control+Enter');
  await expect.poll(async () => (await network.posted()).length).toBe(1);
  await desk.told('phone.request', { threadId, ...promised });

  const asked = { zone: 'Europe/London', order: 'newest', before: null, limit: 50, key: 'parts' } as const;
  const found = async (text: string): Promise<string[]> => {
    const answer = await desk.told('search.run', { ...asked, text });
    return [...new Set(answer?.threads.map(({ handle }) => handle))].toSorted();
  };
  const all = ['maya', 'nils', 'zofia'];
  for (const [text, handles] of [
    ['refund', ['maya', 'nils']],
    ['looking', ['maya']],
    ['mast', ['maya']],
    ['money', ['maya']],
    ['"the bill"', ['zofia']],
    ['refun*', ['maya', 'nils']],
    ['refund -private', ['maya']],
    ['never OR private', ['nils', 'zofia']],
    ['from:maya', ['maya']],
    ['to:maya', ['maya']],
    ['to:hallammobile', all],
    ['account:hallammobile', all],
    ['account:dalescoastrail', []],
    ['agent:me', ['maya']],
    ['assigned:me', ['maya']],
    ['assigned:nobody', ['nils', 'zofia']],
    ['tag:"late bill"', ['maya']],
    ['status:new', ['nils', 'zofia']],
    ['on:today', all],
    ['before:today', []],
    ['after:yesterday', all],
    ['has:link', ['maya']],
    ['has:image', ['maya']],
    ['has:video', []],
    ['has:phone', ['maya']],
    ['has:note', ['maya']],
    ['has:call', []],
    ['is:dm', ['nils']],
    ['is:public', ['maya', 'zofia']],
    ['is:inbound', all],
    ['is:outbound', ['maya']],
    ['is:deleted', []],
    ['is:breached', []],
    ['is:escalated', ['maya']],
    ['refund from:maya is:public has:image assigned:me tag:"late bill" after:7d', ['maya']],
  ] as const) {
    await expect.poll(() => found(text), { message: text }).toEqual(handles);
  }
});
