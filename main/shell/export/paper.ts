import { BrowserWindow, session, type WebContents } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import type { Paper } from '../../core/export/paper.ts';
import { escaped } from '../../core/export/paper/html.ts';
import type { Sheet } from '../../core/export/paper/page.ts';
import { paperStyle } from '../../core/export/paper/style.ts';

/** A session of its own, in memory: no cookie, no cache, no network, and one page at a time under `app://paper`. */
const partition = 'earshot-paper';
const origin = 'app://paper';

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Pages by the number in their address; taken away once they are printed. */
const pages = new Map<string, string>();
let lastPage = 0;

export const paperOf = (): Paper => ({
  pdf: (sheet) =>
    shown(sheet, async (contents) =>
      contents.printToPDF({
        pageSize: 'A4',
        margins: { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7 },
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footOf(sheet),
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        printBackground: false,
      }),
    ),
  print: (sheet) =>
    shown(
      sheet,
      (contents) =>
        new Promise<boolean>((resolve, reject) => {
          contents.print({ silent: false, header: sheet.title, footer: sheet.foot }, (isPrinted, reason) => {
            if (isPrinted) resolve(true);
            else if (/cancel/iu.test(reason)) resolve(false);
            else
              reject(
                new AppError('rejected', `The printer did not take it (${reason}). Save it as PDF instead.`),
              );
          });
        }),
    ),
});

/** "Thread with @maya · Part 1 of 3 · 3 of 12", on every sheet. Its style is inline: it is a page of Chromium's own. */
const footOf = ({ title, foot }: Sheet): string =>
  '<div style="width:100%;margin:0 0.7in;font-size:8px;font-family:sans-serif;color:#444;display:flex;justify-content:space-between">' +
  `<span>${escaped([title.slice(0, 80), foot].filter((word) => word !== '').join(' · '))}</span>` +
  '<span><span class="pageNumber"></span> of <span class="totalPages"></span></span></div>';

/** Loads one page in a hidden window that can do nothing else, and lets it go when it was used. */
const shown = async <T>(sheet: Sheet, job: (contents: WebContents) => Promise<T>): Promise<T> => {
  serve();
  lastPage += 1;
  const name = `/${lastPage}.html`;
  pages.set(name, sheet.html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: session.fromPartition(partition),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  goWithTheLast(window);
  try {
    await window.loadURL(`${origin}${name}`);
    return await job(window.webContents);
  } finally {
    pages.delete(name);
    if (!window.isDestroyed()) window.destroy();
  }
};

/** A window nobody sees must not keep the program alive once all others are closed. */
const goWithTheLast = (hidden: BrowserWindow): void => {
  const others = BrowserWindow.getAllWindows().filter((window) => window !== hidden);
  const look = (): void => {
    if (hidden.isDestroyed()) return;
    if (others.every((window) => window.isDestroyed())) hidden.destroy();
  };
  for (const window of others) window.once('closed', () => setImmediate(look));
};

let isServing = false;

const serve = (): void => {
  if (isServing) return;
  isServing = true;
  const own = session.fromPartition(partition);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(`${origin}/`) }));
  own.protocol.handle('app', ({ url }) => {
    const { pathname } = new URL(url);
    if (pathname === '/style.css') return answerOf(paperStyle, 'text/css');
    const page = pages.get(pathname);
    return page === undefined ? new Response('Not found', { status: 404 }) : answerOf(page, 'text/html');
  });
};

const answerOf = (text: string, type: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
