/** Letters that Inter does not have, of the scripts customers write in most, and what our own keys are printed with. */
const beyondInter = '↵ ę ж ع 日 か 한 ไ 🙂';

/**
 * Has fonts ready before the first layout, while the main process opens the desk. A text that is laid out before its font is
 * there is laid out twice; and looking for the system's fonts takes a tenth of a second, once.
 */
export const findFonts = (): void => {
  const font = getComputedStyle(document.documentElement).getPropertyValue('--body');
  if (font === '') return;
  void document.fonts.load(font);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return;
  context.font = font;
  context.measureText(beyondInter);
};
