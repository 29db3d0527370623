import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
// Runs inside Electron: draws an SVG at the sizes asked for, one PNG each, with Chromium's own renderer.
import { app, BrowserWindow } from 'electron';

const [svgFile, folder, ...sizes] = process.argv.slice(process.argv.indexOf('--') + 1);
const svg = readFileSync(svgFile, 'utf8').replaceAll('#', '%23').replaceAll('\n', ' ');

app.commandLine.appendSwitch('force-device-scale-factor', '1');
await app.whenReady();
const window = new BrowserWindow({
  show: false,
  transparent: true,
  frame: false,
  webPreferences: { offscreen: true },
});
await window.loadURL('data:text/html,<canvas></canvas>');
for (const size of sizes) {
  const url = await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
    const image = new Image(${size}, ${size});
    image.onload = () => {
      const canvas = document.querySelector('canvas');
      canvas.width = canvas.height = ${size};
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      resolve(canvas.toDataURL('image/png'));
    };
    image.onerror = () => reject(new Error('the SVG does not load'));
    image.src = ${JSON.stringify(`data:image/svg+xml,${svg}`)};
  })`);
  writeFileSync(path.join(folder, `${size}x${size}.png`), Buffer.from(url.split(',')[1], 'base64'));
}
app.quit();
