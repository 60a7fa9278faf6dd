import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { dayOf } from '../../../findings/words.js';
import type { Instant, Locale } from '../../../model/campaign.js';
import type { Standing } from '../../../model/report.js';
import { type Html, html, trusted } from '../html.js';

/** Of the drawing, in its own measure; it is stretched to the width there is. */
const size = { width: 1000, height: 100 };
const day = 86_400_000;
/** Days before and after the due day that are shown, at least and at most. */
const span = { before: 7, most: 21, after: 2 };

interface Step {
  readonly at: number;
  readonly units: number;
}

/** How many units had sent all that was asked, day by day around the due time. */
export function arrivals(standing: Standing, asOf: Instant, locale: Locale): Html {
  const { members, tally, due, isOver } = standing;
  const times = [...members['on-time'], ...members.late]
    .flatMap(({ at }) => (at.receipt === null ? [] : [wallTime(at.uncertain?.from ?? at.receipt.at)]))
    .sort((a, b) => a - b);
  const end = wallTime(`${due.day}T${due.cutoff ?? '23:59'}`);
  const from = Math.min(end - span.before * day, Math.max(end - span.most * day, times[0] ?? end));
  const until = Math.max(end + span.after * day, Math.min(end + span.most * day, times.at(-1) ?? end));
  const x = scaleUtc([from, until], [0, size.width]).clamp(true);
  const y = scaleLinear([0, Math.max(1, tally.expected)], [size.height, 0]);
  const steps = stepsOf(times, from, Math.min(until, wallTime(asOf)));
  const fill = area<Step>(
    (step) => x(step.at),
    size.height,
    (step) => y(step.units),
  ).curve(curveStepAfter)(steps);
  const edge = line<Step>(
    (step) => x(step.at),
    (step) => y(step.units),
  ).curve(curveStepAfter)(steps);
  const dueAt = trusted(`${Math.round((x(end) / size.width) * 1000) / 10}%`);
  const done = times.filter((time) => time <= end).length;
  // Who was given more time is not due yet.
  const expected = isOver ? tally.due : tally.expected;
  const words = {
    zh: `到期时${done}个单位报齐，现在${times.length}个，应报${expected}个`,
    en: `${done} units complete when due, ${times.length} now, of ${expected}`,
  };
  return html`
    <svg class="arrivals" role="img" aria-label="${words[locale]}">
      <title>${words[locale]}</title>
      <svg y="3" width="100%" height="40" viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="none">
        <path class="ground" d="M0 0H${size.width}M0 ${size.height}H${size.width}"/>
        <path class="fill" d="${trusted(rounded(fill))}"/>
        <path class="edge" d="${trusted(rounded(edge))}"/>
      </svg>
      <line class="due" x1="${dueAt}" x2="${dueAt}" y1="0" y2="43"/>
      <text x="${dueAt}" y="55" text-anchor="middle">${dayOf(due.day)[locale]}</text>
    </svg>`;
}

/** One step for each time something came; of many alike the last. */
function stepsOf(times: readonly number[], from: number, until: number): readonly Step[] {
  const steps = new Map<number, Step>([[from, { at: from, units: 0 }]]);
  times.forEach((time, n) => {
    const at = Math.max(from, Math.floor(time / quarter) * quarter);
    steps.set(at, { at, units: n + 1 });
  });
  const last = [...steps.values()].at(-1)?.units ?? 0;
  return [...steps.values(), { at: Math.max(until, from), units: last }];
}

/** Six hours: finer steps cannot be seen. */
const quarter = day / 4;

/** As the office's clock shows it, counted as if it were UTC: a drawing needs no more. */
function wallTime(instant: Instant): number {
  return Date.parse(`${instant.slice(0, 16)}:00Z`);
}

function rounded(path: string | null): string {
  return (path ?? '').replace(/\d+\.\d+/gu, (number) => String(Math.round(Number(number) * 10) / 10));
}
