import path from 'node:path';

/** The window's only origin. */
export const origin = 'app://earshot';

/**
 * The file behind an `app://` address, or null: another host, a way out of the folder, or an address that only looks
 * like a path (encoded dots, backslashes, NUL) names nothing here.
 */
export const assetPath = (root: string, url: string): string | null => {
  const address = parse(url);
  if (!address || address.protocol !== 'app:' || address.host !== 'earshot') return null;
  const raw = url.slice(url.indexOf('://') + 3);
  if (/%2e|%2f|%5c|%00|\\|\0|\.\./iu.test(raw)) return null;
  const name = decode(address.pathname);
  if (name === null) return null;
  const file = path.join(root, name === '/' ? 'index.html' : name);
  return file.startsWith(root + path.sep) ? file : null;
};

const parse = (url: string): URL | null => {
  try {
    return new URL(url);
  } catch {
    return null;
  }
};

const decode = (pathname: string): string | null => {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
};
