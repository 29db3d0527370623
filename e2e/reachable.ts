import type { Page } from 'playwright/test';

/**
 * Controls that can't be used: cut off by the window, or with something else lying over their middle, after what
 * scrolls was scrolled to them. Empty when all is well.
 */
export const unreachable = (window: Page): Promise<string[]> =>
  window.evaluate(async () => {
    // What is still sliding in has not arrived yet.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    const front = document.querySelector('dialog[open]');
    const pane = document.querySelector('aside[data-open]');
    // In a narrow window the open thread lies over the columns: that is its place, and Escape takes it away.
    const isCovering = pane !== null && innerWidth < 1100;
    const isBehind = (control: Element): boolean => isCovering && control.closest('main') !== null;
    const controls = [
      ...(front ?? document).querySelectorAll<HTMLElement>(
        'button, textarea, input, [role=textbox], article',
      ),
    ];
    return controls.flatMap((control) => {
      if (isBehind(control)) return [];
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
      const name = `${control.tagName.toLowerCase()} "${(control.getAttribute('aria-label') ?? control.innerText).slice(0, 40)}"`;
      if (width < 1 || height < 1) return [`${name} has no size`];
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
        return [
          `${name} is cut off: ${[left, top, right, bottom].map(Math.round).join(' ')} in ${innerWidth}×${innerHeight}`,
        ];
      }
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isFree = over !== null && (control.contains(over) || over.contains(control));
      return isFree ? [] : [`${name} lies under ${over?.tagName.toLowerCase()}.${over?.className}`];
    });
  });
