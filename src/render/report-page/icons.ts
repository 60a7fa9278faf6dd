import type { Severity } from '../../model/finding.js';
import type { Status } from '../../model/report.js';
import { type Html, html, trusted } from './html.js';

export type Icon = Status | Severity | 'uncertain';

/** On a field of 16 × 16. Each has a shape of its own, so that nothing depends on colour. */
const drawings: Readonly<Record<Icon, string>> = {
  'on-time': '<path d="M3.2 8.6l3.1 3.1 6.5-7.2"/>',
  late: '<circle cx="8" cy="8" r="5.6"/><path d="M8 4.8V8l2.3 1.7"/>',
  incomplete: '<circle cx="8" cy="8" r="5.6"/><path class="f" d="M8 2.4a5.6 5.6 0 0 0 0 11.2z"/>',
  missing: '<path d="M4 4l8 8M12 4l-8 8"/>',
  pending: '<circle cx="8" cy="8" r="5.6" stroke-dasharray="1.6 2.2"/>',
  exempt: '<path d="M4 8h8"/>',
  uncertain: '<path d="M5.4 6.1a2.6 2.6 0 1 1 3.9 2.3c-.8.5-1.3 1-1.3 1.8"/><path d="M8 12.9v.2"/>',
  error: '<path d="M5.4 2.4h5.2l3 3v5.2l-3 3H5.4l-3-3V5.4z"/><path d="M8 5v3.6M8 10.9v.2"/>',
  warning: '<path d="M8 2.3l6 11H2z"/><path d="M8 6.4v3M8 11.4v.2"/>',
  info: '<circle cx="8" cy="8" r="5.6"/><path d="M8 7.4v3.4M8 5.1v.2"/>',
};

/** Drawn once, out of sight; every icon on the page refers to it. */
export function iconSheet(): Html {
  const symbols = Object.entries(drawings).map(([id, paths]) =>
    trusted(`<symbol id="i-${id}" viewBox="0 0 16 16">${paths}</symbol>`),
  );
  return html`<svg class="sheet-of-icons" width="0" height="0" aria-hidden="true">${symbols}</svg>`;
}

/** Beside a word that says the same. */
export function icon(name: Icon): Html {
  return html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}
