const path = require('node:path');
const { app, BrowserWindow } = require('electron');
const { tellWhenPainted } = require('./watch.cjs');

// The least an Electron program can be: one sandboxed window of the desk's size with one line of text in it.
tellWhenPainted('p');
const folder = process.argv.find((word) => word.startsWith('--data-folder='));
app.setPath('userData', folder.slice('--data-folder='.length));
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    show: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadFile(path.join(__dirname, 'empty.html'));
});
