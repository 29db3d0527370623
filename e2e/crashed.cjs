/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access -- read by Electron as it is: no types reach here. */
// Stands before the program, as `held.cjs` does, and ends the process of its window's page once that has been loaded; what is
// written there after it came back goes to standard output. Playwright can't do this: it holds a page that follows a crash.
const { app } = require('electron');

const words = "[...document.querySelectorAll('textarea')].map((field) => field.value).find(Boolean) ?? ''";

const told = async (webContents) => {
  for (let found = ''; found === ''; await new Promise((next) => setTimeout(next, 100))) {
    found = await webContents.executeJavaScript(words);
    if (found !== '') process.stdout.write(`after the crash: ${found}\n`);
  }
  app.quit();
};

app.once('browser-window-created', (_event, { webContents }) => {
  webContents.once('did-finish-load', () => {
    webContents.once('render-process-gone', () => {
      webContents.once('did-finish-load', () => void told(webContents));
    });
    setTimeout(() => webContents.forcefullyCrashRenderer(), 500);
  });
});

require('./begin.cjs')(__filename);
