import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { ratedStatuses, statusNames } from '../../../findings/terms.js';
import type { Locale } from '../../../model/campaign.js';
import type { Status, Tally } from '../../../model/report.js';
import { type Html, html, trusted } from '../html.js';

/** From what is done to what is not yet due; who is exempt has no part in it. */
const parts: readonly Status[] = [...ratedStatuses, 'pending'];

/** How the units stand at a deadline, as one bar. In shares of its width, so that it fits any screen. */
export function statusBar({ counts, expected }: Tally, locale: Locale): Html {
  const share = scaleLinear([0, Math.max(1, expected)], [0, 100]);
  const series = stack<unknown, Readonly<Record<Status, number>>, Status>().keys(parts)([counts]);
  const pieces = series.flatMap((one) => {
    const [from = 0, to = 0] = one[0] ?? [];
    if (to === from) return [];
    const place = trusted(`x="${percent(share(from))}" width="${percent(share(to) - share(from))}"`);
    const tint = trusted(one.key);
    return [
      html`<rect class="b-${tint}" ${place} height="100%"/>`,
      ...(one.key in hatches ? [html`<rect fill="url(#h-${tint})" ${place} height="100%"/>`] : []),
    ];
  });
  const told = parts.flatMap((status) =>
    counts[status] > 0 ? [`${statusNames[status][locale]} ${counts[status]}`] : [],
  );
  return html`<svg class="bar" role="img" aria-label="${told.join(locale === 'zh' ? '，' : ', ')}">${pieces}</svg>`;
}

/** What tells the parts apart without colour: each other than “on time” has a grain of its own. */
const hatches: Readonly<Partial<Record<Status, string>>> = {
  late: '<path d="M-1 7L7-1M3 11l8-8" stroke="#fff" stroke-opacity=".75" stroke-width="1.6"/>',
  incomplete: '<circle cx="2.5" cy="2.5" r="1.2" fill="#fff" fill-opacity=".85"/>',
  missing: '<path d="M0 2h8" stroke="#fff" stroke-opacity=".55" stroke-width="1.4"/>',
};

export function hatchSheet(): Html {
  const patterns = Object.entries(hatches).map(([status, grain]) =>
    trusted(
      `<pattern id="h-${status}" width="8" height="${status === 'missing' ? 5 : 8}" patternUnits="userSpaceOnUse">${grain}</pattern>`,
    ),
  );
  return html`<svg class="sheet-of-icons" width="0" height="0" aria-hidden="true"><defs>${patterns}</defs></svg>`;
}

function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
