import type { User } from '../world/model.ts';

export function approvalPage(brands: readonly User[], asked: URLSearchParams): string {
  const scopes = (asked.get('scope') ?? '')
    .split(' ')
    .map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`);
  const choices = brands.map((brand) => {
    const href = `/i/oauth2/authorize?${withParameter(asked, 'approve', brand.handle)}`;
    const label = `Approve as ${escapeHtml(brand.name)} <span>@${escapeHtml(brand.handle)}</span>`;
    return `<li><a class="approve" href="${escapeHtml(href)}">${label}</a></li>`;
  });
  const deny = `/i/oauth2/authorize?${withParameter(asked, 'deny', '1')}`;
  return page(`
    <h1>Let this app use an account?</h1>
    <p>The app <code>${escapeHtml(asked.get('client_id') ?? '')}</code> asks for:</p>
    <ul>${scopes.join('')}</ul>
    <ul class="choices">${choices.join('')}</ul>
    <p><a class="deny" href="${escapeHtml(deny)}">Deny</a></p>`);
}

export function refusalPage(reason: string): string {
  return page(`<h1>This request cannot be approved</h1><p>${escapeHtml(reason)}</p>`);
}

function page(content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Simulator – authorize</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #1c2530; }
  .notice { background: #fff3c4; border: 1px solid #d8b53a; padding: .6rem .9rem; border-radius: 6px; }
  .choices { list-style: none; padding: 0; } .choices li { margin: .5rem 0; }
  a.approve { display: block; padding: .7rem 1rem; border-radius: 6px; background: #14532d; color: #fff; text-decoration: none; }
  a.approve span { opacity: .8; } a:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
</style></head>
<body><p class="notice"><strong>This is a simulator on your own machine.</strong> It is not X: the brands are invented and nothing leaves this computer.</p>
${content}</body></html>`;
}

function withParameter(asked: URLSearchParams, name: string, value: string): string {
  const copy = new URLSearchParams(asked);
  copy.set(name, value);
  return copy.toString();
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
