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

/** Serves the built window, the pictures it may show, and nothing else, under a policy without inline script and with Trusted Types. */
export const serveWindow = (
  root: string,
  pictureAt: (address: string) => Promise<Picture | 'missing' | null>,
): void => {
  session.defaultSession.protocol.handle('app', async ({ url }) => {
    const picture = await pictureAt(url);
    if (picture === 'missing') return notFound();
    if (picture) return shown(picture);
    const file = assetPath(root, url);
    const type = file === null ? undefined : types[path.extname(file)];
    if (file === null || type === undefined) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...headers, 'content-type': type },
      });
    } catch {
      return notFound();
    }
  });
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
  'cross-origin-opener-policy': 'same-origin',
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
