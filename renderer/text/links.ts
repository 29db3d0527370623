const pathKept = 16;

/** `https://www.bücher.example/a/very/long/path` → `xn--bcher-kva.example/a/very/long/…`: where it truly leads. */
export const shownLink = (url: string): string => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed) return url;
  const path = `${parsed.pathname}${parsed.search}`.replace(/\/$/, '');
  const shown = path.length > pathKept ? `${path.slice(0, pathKept)}…` : path;
  return parsed.host.replace(/^www\./, '') + shown;
};

const url = /\bhttps?:\/\/[^\s<>"\u2026]+[^\s<>"\u2026.,;:!?'’”)\]}]/giu;

/** Links shortened in running text, for where nothing can be pressed. */
export const withShortLinks = (text: string): string => text.replace(url, shownLink);
