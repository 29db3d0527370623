import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, session } from 'electron';
import { assetPath } from './asset-path.ts';

/** Before `ready`: `app://` behaves like a secure web origin, with compiled code cached between starts. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
};

/** A picture of the network, fetched and checked. */
type Picture = { bytes: Buffer; kind: string };

/**
 * From our answer until the window has all of it, with room to spare: a file goes over in parts, and its end is told some
 * turns of the loop after the last one. Who holds the loop before that keeps the window waiting.
 */
const deliveredMs = { page: 10, files: 60 };

/** Resolves as the first window is served: its page, then its script and style. After each it is busy with itself. */
export type Served = { page: Promise<void>; files: Promise<void> };

/**
 * Serves the built window, the pictures it may show, and nothing else, under a policy without inline script and with
 * Trusted Types.
 */
export const serveWindow = (
  root: string,
  pictureAt: (address: string) => Promise<Picture | 'missing' | null>,
): Served => {
  const page = Promise.withResolvers<void>();
  const files = Promise.withResolvers<void>();
  const unserved = new Set(['.html', '.js', '.css']);
  session.defaultSession.protocol.handle('app', async ({ url }) => {
    const picture = await pictureAt(url);
    if (picture === 'missing') return notFound();
    if (picture) return shown(picture);
    const file = assetPath(root, url);
    const type = file === null ? undefined : types[path.extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      const bytes = await readFile(file);
      unserved.delete(path.extname(file));
      if (!unserved.has('.html')) setTimeout(page.resolve, deliveredMs.page);
      if (unserved.size === 0) setTimeout(files.resolve, deliveredMs.files);
      return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-type': type } });
    } catch {
      return notFound();
    }
  });
  return { page: page.promise, files: files.promise };
};

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // `blob:`: what the agent attaches is shown from its bytes, under an address only that page knows.
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const types: Record<string, string | undefined> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

// Not kept by the page: one that was taken away at its source is gone when it is looked at again.
const shown = ({ bytes, kind }: Picture): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'content-type': kind, 'cache-control': 'no-store' },
  });

const notFound = (): Response => new Response('Not found', { status: 404, headers });
