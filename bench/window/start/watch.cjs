const { app } = require('electron');

/**
 * Says on standard output when the first element of a kind is on the screen, by the machine's clock. The same few lines
 * sit in the desk and in the empty window, so whatever they cost falls on both.
 */
exports.tellWhenPainted = (selector) => {
  app.on('web-contents-created', (_event, contents) => {
    contents.once('dom-ready', () => {
      const seen = contents.mainFrame.executeJavaScript(`(${whenPainted})(${JSON.stringify(selector)})`);
      void seen.then((at) => process.stdout.write(`painted ${String(at)}\n`));
    });
  });
};

/** Runs in the page. The second frame begins after the first was handed on to be drawn. */
const whenPainted = `(selector) => new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector(selector)) return false;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
  observer.observe(document, { childList: true, subtree: true });
})`;
