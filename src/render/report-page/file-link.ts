import { clean } from '../words.js';
import { address, type Html, html } from './html.js';
import type { Page } from './page.js';

/** The file's own name, which opens it where it lies in the inbox; its whole path is told in the title. */
export function fileLink(path: string, { linkTo }: Page): Html {
  const name = clean(path.split(/[/!]/u).at(-1) ?? path);
  const href = relativeOnly(linkTo(path));
  return href === null
    ? html`<span title="${path}">${name}</span>`
    : html`<a href="${address(href)}" title="${path}">${name}</a>`;
}

/** The whole path, for where it is the point. */
export function pathLink(path: string, { linkTo }: Page): Html {
  const href = relativeOnly(linkTo(path));
  return href === null
    ? html`<span class="path">${clean(path)}</span>`
    : html`<a class="path" href="${address(href)}">${clean(path)}</a>`;
}

/** A page that is passed on may only lead to files beside it: no scheme, no host, no place of its own. */
function relativeOnly(href: string | null): string | null {
  if (href === null || /^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/iu.test(href)) return null;
  return href.startsWith('.') ? href : `./${href}`;
}
