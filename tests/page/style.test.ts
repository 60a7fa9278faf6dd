import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project } from '../stories/fixture.js';

const css = readFileSync(join(project, 'src', 'page', 'colours.css'), 'utf8');
const light = coloursIn(css.slice(0, css.indexOf('@media')));
const dark = { ...light, ...coloursIn(css.slice(css.indexOf('@media'), css.indexOf('@media print'))) };
const print = { ...light, ...coloursIn(css.slice(css.indexOf('@media print'))) };

/** What is written on what. */
const pairs = [
  ...['ink', 'soft', 'accent'].flatMap((text) => ['paper', 'sheet'].map((ground) => [text, ground])),
  ...['mend', 'ask', 'fine'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    [tone, 'sheet'],
    ['sheet', tone],
    ['soft', `${tone}-soft`],
    ['ink', `${tone}-soft`],
  ]),
  ['soft', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['on-mark', 'mark'],
  ['on-accent', 'accent'],
] as [string, string][];

describe.each([
  ['by day', light],
  ['by night', dark],
  ['on paper', print],
])('what is written can be read %s', (_, colours) => {
  test.each(pairs)('%s on %s', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

function coloursIn(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}

/** As WCAG 2 reckons it. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red = Number.NaN, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
