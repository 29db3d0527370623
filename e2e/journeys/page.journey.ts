import { expect, test } from '../fixtures.ts';
import { inPage } from '../in-page.ts';

// What is refused here is refused aloud, in the console.
test.use({ mayComplain: true });

test('the page is a sandboxed page with two functions of ours', async ({ desk }) => {
  const preferences = await desk.earshot.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Known to Electron, not to its types.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(
    await desk.window.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      door: Object.keys(window.earshot).sort(),
      isOpenToChange: Object.isExtensible(window.earshot) && Reflect.set(window.earshot, 'invoke', null),
    })),
  ).toEqual({ node: [], door: ['invoke', 'on'], isOpenToChange: false });
});

test('nothing written into the page runs', async ({ desk }) => {
  const { window } = desk;
  const outcomes = await inPage(window, {
    inlineScript: () => {
      const script = document.createElement('script');
      script.append(document.createTextNode('globalThis.pwned = 1'));
      document.head.append(script);
    },
    foreignScript: () => {
      const script = document.createElement('script');
      script.setAttribute('src', 'data:text/javascript,globalThis.pwned=2');
      document.head.append(script);
    },
    handler: () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.pwned = 3');
      document.body.append(button);
      button.click();
      button.remove();
    },
    innerHtml: () => {
      Reflect.set(document.createElement('div'), 'innerHTML', '<img src=x onerror="globalThis.pwned = 4">');
    },
    eval: () =>
      void Reflect.apply(Reflect.get(globalThis, 'eval') as () => void, null, ['globalThis.pwned = 5']),
    makeFunction: () =>
      (Reflect.construct(Reflect.get(globalThis, 'Function'), ['globalThis.pwned = 6']) as () => void)(),
    timer: () => void Reflect.apply(setTimeout, null, ['globalThis.pwned = 7', 0]),
    policy: () => {
      const types = Reflect.get(globalThis, 'trustedTypes') as {
        createPolicy(name: string, rules: object): unknown;
      };
      types.createPolicy('default', { createScript: (text: string) => text });
    },
    frame: () => {
      const frame = document.createElement('iframe');
      frame.setAttribute('src', 'javascript:parent.pwned=8');
      document.body.append(frame);
      frame.remove();
    },
  });
  expect(await window.evaluate(() => 'pwned' in globalThis)).toBe(false);
  for (const name of ['innerHtml', 'eval', 'makeFunction', 'policy']) {
    expect.soft(outcomes[name], name).toMatch(/TypeError|EvalError/);
  }
});

test('the page can neither leave nor open another', async ({ desk }) => {
  const { window, earshot } = desk;
  const attempts = await earshot.app.evaluateHandle(({ BrowserWindow }) => {
    const seen: { url: string; isStopped: boolean }[] = [];
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on('will-frame-navigate', (event) =>
      seen.push({ url: event.url, isStopped: event.defaultPrevented }),
    );
    return seen;
  });
  expect(await window.evaluate(() => globalThis.open('https://example.com/') === null)).toBe(true);
  expect(await window.evaluate(() => globalThis.open('app://earshot/') === null)).toBe(true);
  await inPage(window, { assign: () => location.assign('https://example.com/left') });
  await inPage(window, {
    press: () => {
      const link = document.createElement('a');
      link.href = 'https://example.com/pressed';
      document.body.append(link);
      link.click();
      link.remove();
    },
  });
  await expect
    .poll(() => attempts.evaluate((seen) => seen))
    .toEqual([
      { url: 'https://example.com/left', isStopped: true },
      { url: 'https://example.com/pressed', isStopped: true },
    ]);
  expect(await window.evaluate(() => location.href)).toBe('app://earshot/');
  expect(await earshot.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  // The page still answers and is still the desk; the runner's own locators wait for the navigation that never was.
  expect(await window.evaluate(() => document.querySelector('[data-column="new"]') !== null)).toBe(true);
});

test('the page may ask the system for nothing', async ({ desk }) => {
  const outcomes = await inPage(desk.window, {
    notification: () => Notification.requestPermission(),
    place: () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          () => resolve('denied'),
        ),
      ),
    camera: () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => 'given'),
    screen: () => navigator.mediaDevices.getDisplayMedia().then(() => 'given'),
    clipboard: () => navigator.clipboard.readText().then(() => 'read'),
    query: () => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
  });
  expect(outcomes).toMatchObject({ notification: 'denied', place: 'denied', query: 'denied' });
  for (const name of ['camera', 'screen', 'clipboard']) {
    expect.soft(outcomes[name], name).toMatch(/NotAllowedError|NotSupportedError|NotFoundError/);
  }
});

test('no request leaves the page, and app:// serves its own files only', async ({ desk, network }) => {
  const here = `http://127.0.0.1:${network.port}/control`;
  const outcomes = await desk.window.evaluate(async (here) => {
    const reach = (url: string): Promise<string> =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
    const image = new Promise<string>((resolve) => {
      const picture = new Image();
      picture.addEventListener('load', () => resolve('reached'));
      picture.addEventListener('error', () => resolve('refused'));
      picture.src = `${here}.png`;
    });
    const urls = ['https://example.com/', here, 'file:///etc/hostname', 'app://elsewhere/index.html'];
    return [...(await Promise.all(urls.map(reach))), await image];
  }, here);
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);

  const statuses = await desk.earshot.app.evaluate(
    async ({ net }, paths) => Promise.all(paths.map(async (path) => (await net.fetch(path)).status)),
    [
      'app://earshot/',
      'app://earshot/../../package.json',
      'app://earshot/%2e%2e/%2e%2e/package.json',
      'app://earshot/..%2f..%2fpackage.json',
      'app://earshot/..%5c..%5cpackage.json',
      'app://earshot/index.html%00.js',
      'app://elsewhere/index.html',
      'app://earshot/assets/',
    ],
  );
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404]);
});
