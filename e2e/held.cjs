/* oxlint-disable typescript/no-unsafe-call, typescript/no-unsafe-argument, typescript/no-unsafe-member-access, typescript/no-unsafe-return -- read by Electron as it is: no types reach here. */
// Stands before the program (`electron held.cjs <the program> …`) and starts it as Electron would, with one difference:
// its `ready` waits until Playwright is there. Playwright joins a program that runs already; a window that loaded its
// page in that very moment was now and then never seen, and the journey hung until its time was over. Playwright says
// that it is there by calling `__playwright_run`. (Its own loader does the same, but goes in by `-r`, which not every
// Electron of ours knows, and changes a dozen of Chromium's switches: the journeys want the program as people have it.)
const { app, dialog } = require('electron');

const emit = app.emit.bind(app);
const isReady = app.whenReady();
let isHeld = true;
let details = [];

app.emit = (event, ...given) => {
  if (event !== 'ready' || !isHeld) return emit(event, ...given);
  details = given;
  return true;
};
app.isReady = () => !isHeld;
const released = new Promise((release) => {
  globalThis.__playwright_run = async () => {
    await isReady;
    isHeld = false;
    release();
    emit('ready', ...details);
  };
});
app.whenReady = () => released;

// Nobody sits there to answer: whoever closes the program means it.
dialog.showMessageBoxSync = (...given) => {
  const { buttons = [] } = given.at(-1);
  return Math.max(
    0,
    buttons.findIndex((button) => button.startsWith('Quit')),
  );
};

// No file is chosen where nobody chooses one.
dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });

require('./begin.cjs')(__filename);
