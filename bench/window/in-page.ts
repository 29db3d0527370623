/**
 * Code for the window, as text: it runs in the page, where this world's types end.
 *
 * "Painted" is the task after the frame in which the change was drawn: a message posted in an animation frame is taken
 * after that frame's style, layout and paint. Event Timing rounds to 8 ms and ends at the first frame after the handlers,
 * which for a change that comes later (focus moves in the next frame) would be the wrong one.
 */
export const afterPaint = `const afterPaint = () => new Promise((resolve) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
});`;

export const lostMs = 3000;

/** From each keydown's own time to the paint of the first change of \`selector\`'s attributes or presence. */
export const watchKeys = (attribute: string, isQuiet = true): string => `(() => {
  ${afterPaint}
  const state = (window.benchKeys = { wait: null, changedMs: null });
  window.addEventListener('keydown', ({ timeStamp }) => {
    state.wait = new Promise((resolve) => {
      // A key that changes nothing is a key that was lost: it counts as the longest there is, and the rest goes on.
      setTimeout(() => resolve(${lostMs}), ${lostMs});
      const observer = new MutationObserver(() => {
        observer.disconnect();
        state.changedMs = performance.now() - timeStamp;
        void afterPaint().then(() => resolve(performance.now() - timeStamp));
      });
      observer.observe(document.body, { subtree: true, childList: ${isQuiet}, attributeFilter: ['${attribute}'] });
    });
  }, true);
})()`;

/** When a card that says \`token\` is painted, by the machine's clock. */
export const cardSays = (token: string): string => `(() => {
  ${afterPaint}
  const find = () => [...document.querySelectorAll('article[data-thread-id]')].some((card) => card.textContent.includes('${token}'));
  return new Promise((resolve) => {
    const look = () => {
      if (!find()) return false;
      void afterPaint().then(() => resolve(Date.now()));
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
})()`;
