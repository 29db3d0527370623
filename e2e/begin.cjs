/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-argument -- read by Electron as it is: no types reach here. */
// Starts the program as Electron would, for what stands before it on the command line (`electron before.cjs <the program> …`).
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { app } = require('electron');

module.exports = (before) => {
  const program = process.argv[process.argv.indexOf(before) + 1];
  const { name, productName, version, main } = JSON.parse(
    readFileSync(path.join(program, 'package.json'), 'utf8'),
  );
  app.setAppPath(program);
  app.setName(productName ?? name);
  app.setVersion(version);
  require(path.join(program, main));
};
