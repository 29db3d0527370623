const path = require('node:path');
const { tellWhenPainted } = require('./watch.cjs');

// The desk as it is built, watched from its own main process: no debugger, no driver, nothing that slows a start.
tellWhenPainted('article[data-thread-id]');
require(path.join(__dirname, '../../../out/main/main.cjs'));
