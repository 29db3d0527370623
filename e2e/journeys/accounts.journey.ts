import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { imageAddress } from '../../shared/image.ts';
import { barriers } from '../axe.ts';
import { signIn } from '../browser.ts';
import { askToConnect, connect, isDone, passphrase } from '../connecting.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';

// The live desk, with a simulator in place of X: sign-in through the real loopback, tokens on a machine without a keyring.

/** By the palette, as one who does not know where it is. */
const command = async (desk: Desk, title: string): Promise<void> => {
  await desk.press('Control+k');
  await expect(desk.window.getByRole('combobox')).toBeFocused();
  await desk.type(title);
  await desk.press('Enter');
};

/** So many threads are open here: a new one may wait behind its strip while a card is in focus. */
const arrived = (desk: Desk, threads: number): Promise<void> =>
  expect
    .poll(
      async () => {
        await desk.fetchNow();
        return (await desk.told('column.count', { filter: { isOpen: true } })).count;
      },
      { timeout: 20_000 },
    )
    .toBe(threads);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('an account is connected through the browser, tried in each direction, and kept behind a passphrase', async ({
  open,
  network,
  simulator,
  folder,
}) => {
  const desk = await open([`--stand-in=${network.port}`]);
  const { window } = desk;
  await askToConnect(desk);
  expect(await barriers(window)).toEqual([]);
  await desk.press('Escape');
  await connect(desk, network.port, 'hallammobile');
  expect(await barriers(window)).toEqual([]);
  const dialog = window.getByRole('dialog');
  for (const words of ['Read mentions: works', 'Read direct messages: works', 'Reply in public:'])
    await expect(dialog).toContainText(words);
  await desk.press('Enter');
  await desk.isOpen();
  await expect(window.getByRole('contentinfo').getByText('Simulator')).toBeVisible();
  await expect(window.getByRole('contentinfo')).not.toContainText('Practice');
  await network.say('lena', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'lena')).toBeVisible({ timeout: 15_000 });
  expect(
    await desk.earshot.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()),
  ).toBe('Earshot: a simulator stands in for X');
  await desk.earshot.close();

  const tokens = simulator.brands
    .flatMap(({ id }) => simulator.context.grants.ofUser(id))
    .flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken ?? accessToken]);
  expect(tokens.length).toBeGreaterThan(0);
  for (const file of filesIn(folder)) {
    const text = readFileSync(file, 'latin1');
    expect
      .soft(
        [...tokens, passphrase].filter((secret) => text.includes(secret)),
        file,
      )
      .toEqual([]);
  }

  // The next start asks for it, takes no other, and goes on.
  const again = await open([`--stand-in=${network.port}`]);
  const field = again.window.getByLabel('Passphrase');
  await expect(field).toBeFocused({ timeout: 15_000 });
  await again.type('wrong horse');
  await again.press('Enter');
  await expect(again.window.getByRole('alert')).toContainText('does not open', { timeout: 15_000 });
  expect(await barriers(again.window)).toEqual([]);
  await again.type(passphrase);
  await again.press('Enter');
  await expect(field).toBeHidden({ timeout: 15_000 });
  await network.say('milo', '@HallamMobile wrong bill');
  await arrived(again, 2);
});

test('a withdrawn sign-in is given again to the same account, never to another', async ({
  open,
  network,
}) => {
  const desk = await open([`--stand-in=${network.port}`]);
  const { window } = desk;
  await connect(desk, network.port, 'hallammobile');
  await desk.press('Enter');
  await desk.isOpen();
  await network.say('lena', '@HallamMobile no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'lena')).toBeVisible({ timeout: 15_000 });
  await network.endTokens('revoke');
  await expect
    .poll(
      async () => {
        await desk.fetchNow();
        return desk.column('New').textContent();
      },
      { timeout: 30_000 },
    )
    .toContain('is paused');

  await command(desk, 'Accounts: what each may do');
  const row = window.getByRole('list', { name: 'Accounts of this desk' }).getByRole('listitem').first();
  await expect(row).toContainText('Paused:');
  expect(await barriers(window)).toEqual([]);
  await desk.tabTo(/^Sign in again as @hallammobile/u);
  await desk.press('Enter');
  await expect(window.getByLabel('Client ID')).toHaveValue('our-own-app');
  await desk.press('Enter');
  await signIn(window, network.port, 'dalescoastrail');
  await expect(window.getByRole('alert')).toContainText('this is the account of @hallammobile', {
    timeout: 15_000,
  });
  await desk.tabTo(/^Client ID/u);
  await desk.press('Enter');
  await signIn(window, network.port, 'hallammobile');
  await isDone(desk);
  await desk.press('Enter');
  await network.say('milo', '@HallamMobile wrong bill');
  await arrived(desk, 2);
  await expect(desk.card('New', 'lena')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(1);
});

test('an account that is removed leaves what was decided', async ({ open, network, simulator, folder }) => {
  const desk = await open([`--stand-in=${network.port}`]);
  const { window } = desk;
  await connect(desk, network.port, 'hallammobile');
  await desk.press('Enter');
  await desk.isOpen();
  await network.say('lena', '@HallamMobile canaryword no signal');
  await desk.fetchNow();
  await expect(desk.card('New', 'lena')).toBeVisible({ timeout: 15_000 });

  await command(desk, 'Accounts: what each may do');
  await desk.tabTo(/^Remove… @hallammobile/u);
  await desk.press('Enter');
  await expect(window.getByRole('radio', { name: /Keep it to be read/u })).toBeFocused();
  await desk.press('Space');
  expect(await barriers(window)).toEqual([]);
  await desk.tabTo(/^Remove$/u);
  await desk.press('Enter');
  await expect(window.getByText(/1 thread to be read/u)).toBeVisible({ timeout: 15_000 });
  expect(simulator.brands.flatMap(({ id }) => simulator.context.grants.ofUser(id))).toEqual([]);

  await desk.tabTo(/^Delete the archive… of @hallammobile/u);
  await desk.press('Enter');
  await expect(window.getByLabel('Type @hallammobile')).toBeFocused();
  await desk.type('hallammobile');
  await desk.press('Enter');
  await expect(window.getByRole('heading', { name: 'Removed accounts' })).toBeHidden({ timeout: 20_000 });
  await desk.press('Escape');
  await desk.earshot.close();
  for (const file of filesIn(folder))
    expect.soft(readFileSync(file, 'latin1'), file).not.toContain('canaryword');
});

// A picture that is refused is an error to the page.
test.describe('pictures', () => {
  test.use({ mayComplain: true });
  test('a picture of the network is fetched by the desk, and nothing else is', async ({
    desk,
    network,
    folder,
  }) => {
    await network.say('lena', '@HallamMobile look at this', { photos: 1 });
    await desk.fetchNow();
    await expect(desk.card('New', 'lena')).toBeVisible({ timeout: 15_000 });
    const { id } =
      (await desk.told('column.page', { filter: {}, order: 'newest', after: null, limit: 1 })).cards[0] ?? {};
    const { messages } = await desk.told('thread.open', { threadId: id as never });
    const url = messages[0]?.attachments[0]?.url ?? '';
    expect(url).toMatch(/^https:/u);

    /** As `<img>` of the page: its size, or nothing. */
    const shown = (address: string): Promise<string> =>
      desk.window.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        return image.decode().then(
          () => `${image.naturalWidth}×${image.naturalHeight}`,
          () => 'nothing',
        );
      }, address);
    expect(await shown(imageAddress(url))).toBe('480×320');
    expect(filesIn(path.join(folder, 'images'))).toHaveLength(1);
    for (const other of [
      'https://127.0.0.1/a.png',
      'https://example.com/a.png',
      url.replace('https', 'http'),
    ])
      expect(await shown(imageAddress(other)), other).toBe('nothing');
  });
});

test('a proxy of the network is used by what the desk itself sends', async ({ open }) => {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const desk = await open();
  await desk.window.waitForLoadState();
  await desk.told('proxy.save', {
    proxy: { mode: 'manual', scheme: 'http', host: '127.0.0.1', port, pacUrl: '', user: '' },
  });
  const tried = await desk.ask('proxy.try', {});
  expect(tried).toMatchObject({ ok: false, error: { code: 'network' } });
  expect(JSON.stringify(tried)).toContain('asks for a name and a password');
  expect(asked).toEqual(['api.x.com:443']);

  // The same by a script that decides.
  const script = createServer((_request, response) =>
    response
      .setHeader('content-type', 'application/x-ns-proxy-autoconfig')
      .end(
        `function FindProxyForURL(url, host) { return host === 'api.x.com' ? 'PROXY 127.0.0.1:${port}' : 'DIRECT'; }`,
      ),
  );
  await new Promise<void>((resolve) => script.listen(0, '127.0.0.1', resolve));
  const pacUrl = `http://127.0.0.1:${(script.address() as AddressInfo).port}/proxy.pac`;
  const manual = { mode: 'manual', scheme: 'http', host: '127.0.0.1', port, user: '' } as const;
  await desk.told('proxy.save', { proxy: { ...manual, mode: 'pac', pacUrl } });
  expect(await desk.ask('proxy.try', {})).toMatchObject({ ok: false });
  expect(asked).toEqual(['api.x.com:443', 'api.x.com:443']);
  await desk.told('proxy.save', { proxy: { ...manual, pacUrl: '' } });
  script.close();

  // The form, by keys alone.
  await desk.tabTo(/^Practice$/u);
  await desk.press('Enter');
  await desk.isOpen();
  await command(desk, 'Way to the network: proxy');
  await expect(desk.window.getByRole('radio', { name: 'A proxy of this network' })).toBeChecked();
  expect(await barriers(desk.window)).toEqual([]);
  await desk.tabTo(/^Name at the proxy/u);
  await desk.type('maya');
  await desk.tabTo(/^Password/u);
  await desk.type('secret');
  await desk.press('Enter');
  await expect(desk.window.getByText('Kept for this run only')).toBeVisible();
  await desk.tabTo(/^Try what is saved/u);
  await desk.press('Enter');
  await expect(desk.window.getByRole('alert')).toContainText('asks for a name and a password');
  proxy.close();
});
