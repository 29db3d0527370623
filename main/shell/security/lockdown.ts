import { app, session } from 'electron';

/** Nothing the window shows may leave it, ask the system for anything, or grow a second page. */
export const lockDown = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    const stop = (event: { preventDefault(): void }): void => event.preventDefault();
    contents.on('will-navigate', stop);
    contents.on('will-redirect', stop);
    contents.on('will-frame-navigate', stop);
    contents.on('will-attach-webview', stop);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};

/** After `ready`: every permission, device and screen is refused; only copying text is allowed. */
export const refusePermissions = (): void => {
  const { defaultSession } = session;
  const isHarmless = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isHarmless(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => isHarmless(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // The window needs nothing but its own files: no request leaves it.
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|devtools|data|blob):/u.test(details.url) });
  });
};
