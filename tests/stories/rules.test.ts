import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Finding, Place } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { fixtures, readStory, reportOn, reportOnSecondRun } from './fixture.js';

interface Told {
  readonly rule: string;
  readonly path?: string;
  readonly unit?: string;
  readonly place: Place;
}

interface Expected {
  readonly asOf: string;
  /** When the inbox was read before; then it held what lies in `before/`. */
  readonly before?: string;
  /** All findings of the story. */
  readonly rules: readonly Told[];
  readonly statuses?: Readonly<Record<string, string>>;
}

const names = readdirSync(join(fixtures, 'rules'), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);
const spoken = new Set<string>();

describe.each(names)('%s', async (name) => {
  const story = await readStory(`rules/${name}`);
  const { asOf, before, rules, statuses } = story.expected as Expected;
  const report = before === undefined ? reportOn(story, asOf) : await reportOnSecondRun(story, before, asOf);

  test('says what it must, where it must, and nothing else', () => {
    const told = toldBy(report);
    for (const { rule } of told) spoken.add(rule);
    expect(told.map(keyOf).sort()).toEqual(rules.map(keyOf).sort());
    if (!name.startsWith('silence')) expect(told.map(({ rule }) => rule.replace('/', '-'))).toContain(name);
  });

  if (statuses !== undefined) {
    test('leaves the units with these statuses', () => {
      const rows = report.units.map(({ unit, deadlines }) => [unit.id, deadlines.map((one) => one.status[0]).join('')]);
      expect(Object.fromEntries(rows.map(([id, row]) => [id, row?.toUpperCase()]))).toEqual(statuses);
    });
  }
});

describe('the catalogue', () => {
  test.each(ruleIds)('%s has a story that makes it speak', (rule) => {
    expect([...spoken]).toContain(rule);
  });
});

function toldBy(report: Report): Told[] {
  return [
    ...report.files.flatMap(({ path, findings }) => findings.map((one) => ({ ...partsOf(one), path }))),
    ...report.units.flatMap(({ unit, findings }) => findings.map((one) => ({ ...partsOf(one), unit: unit.id }))),
  ];
}

function partsOf({ rule, place }: Finding): Told {
  return { rule, place };
}

/** One line to compare by, in which the order of a place's parts makes no difference. */
function keyOf({ rule, path, unit, place }: Told): string {
  return [rule, path ?? unit, ...Object.entries(place).sort().flat()].join(' ');
}
