import { element, escaped } from './html.ts';

/** A page ready to be printed, and what stands at the foot of every sheet. */
export type Sheet = { html: string; title: string; foot: string };

type Content = { title: string; facts: readonly string[]; foot: string; body: string };

/** No script, nothing fetched but its own style: see shell/export for how it is shown. */
export const page = ({ title, facts, foot, body }: Content): Sheet => ({
  title,
  foot,
  html:
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<title>${escaped(title)}</title><link rel="stylesheet" href="style.css"></head><body>` +
    `<header><h1>${escaped(title)}</h1>${facts.map((fact) => element('p', 'fact', escaped(fact))).join('')}</header>` +
    `<main>${body}</main></body></html>`,
});
