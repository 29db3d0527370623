/** Text that can only be text, wherever it stands in a page. */
export const escaped = (text: string): string =>
  // What no page may hold is shown as missing.
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll(/[&<>"'`]/gu, (char) => `&#${char.charCodeAt(0)};`);

/** `<p class="who">…</p>`: the inside is HTML already. */
export const element = (tag: string, className: string, inside: string): string =>
  `<${tag} class="${className}">${inside}</${tag}>`;
