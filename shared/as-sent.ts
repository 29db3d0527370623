/**
 * A text as far as a network may change it: leading mentions it adds itself, links it shortens, composed letters, spaces. What
 * is the same by it was most likely sent once.
 */
export const asSent = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^(@\w+\s+)+/u, '')
    .replace(/https?:\/\/\S+/giu, '§')
    .replace(/\b(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?/giu, '§')
    .replace(/\s+/gu, ' ')
    .trim();
