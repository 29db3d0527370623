import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
// Starts the app in the folder named on the command line, as `electron <folder>` should.
import { app } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.';
const target = path.resolve(given);
const isFile = /\.[cm]?js$/.test(target);
const folder = isFile ? path.dirname(target) : target;
const manifest = isFile ? {} : JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

process.defaultApp = true;
app.setAppPath(folder);
if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
if (manifest.version) app.setVersion(manifest.version);

const entry = isFile ? target : path.join(folder, manifest.main ?? 'index.js');
await import(pathToFileURL(entry).href);
