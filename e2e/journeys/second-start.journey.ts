import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '../fixtures.ts';
import { commandLine, electronPath, environment } from '../launch.ts';

test('a second start on the same desk ends at once and brings the first to the front', async ({
  desk,
  folder,
}) => {
  const { app } = desk.earshot;
  const isCalled = app.evaluate(
    ({ app, BrowserWindow }) =>
      new Promise<boolean>((resolve) => {
        const [window] = BrowserWindow.getAllWindows();
        if (!window) throw new Error('no window');
        const before = window.focus.bind(window);
        window.focus = () => {
          before();
          resolve(true);
        };
        app.once('second-instance', () => setTimeout(() => resolve(false), 2000));
      }),
  );
  const second = spawn(electronPath(), commandLine(folder, []), { env: environment(), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(await isCalled).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await desk.ask('desk.open', {})).toMatchObject({ ok: true });
});
