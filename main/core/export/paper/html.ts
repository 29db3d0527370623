/** Text that can only be text, wherever it stands in a page. */
export const escaped = (text: string): string =>
  // What no page may hold is shown as missing.
  text
    .toWellFormed()
    .replaceAll(/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"'`]/gu, (char) => `&#${char.charCodeAt(0)};`);

/** `<p class="who">…</p>`: the inside is HTML already. */
export const element = (tag: string, className: string, inside: string): string =>
  `<${tag} class="${className}">${inside}</${tag}>`;
