import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { filesBelow, reportOn, type Story } from './fixture.js';

/** What `scripts/make-fixtures.ts` worked out from the plan of the inbox. */
interface Expected {
  /** Unit and material of every file that has them. */
  readonly owners: Readonly<Record<string, readonly [unit: string | null, material: string]>>;
  /** Rules that must speak of a file, among others. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly moments: readonly Moment[];
}

interface Moment {
  readonly asked: string;
  readonly asOf: string;
  readonly deadlines: Readonly<Record<string, unknown>>;
  readonly statistics: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  readonly totals: Readonly<Record<string, number>>;
  readonly used: number;
  readonly outcomes: Readonly<Record<string, string>>;
}

const nobody = [null, null] as const;

/** Holds the program to the plan of an inbox at every moment of it. */
export function holdToTruth(story: Story): void {
  const { owners, rules, moments } = story.expected as Expected;

  describe.each(moments.map((moment) => [moment.asked, moment] as const))('as of %s', (_, moment) => {
    const report = reportOn(story, moment.asked);

    test('the moment is the one meant', () => {
      expect(report.asOf).toBe(moment.asOf);
    });

    test('every unit has its status at every deadline', () => {
      expect(deadlinesOf(report)).toEqual(moment.deadlines);
    });

    test('figures are those of the form that counts, and a total is their sum', () => {
      expect(statisticsOf(report)).toEqual(moment.statistics);
      const none = Object.fromEntries(Object.keys(report.totals).map((field) => [field, 0]));
      expect(report.totals).toEqual({ ...none, ...moment.totals });
      const required = story.roster.filter((unit) => unit.required).length;
      expect(report.coverage).toMatchObject({ used: moment.used, expected: required });
    });

    test('every file, and every member of a container, has exactly one outcome', () => {
      const paths = report.files.map((file) => file.path);
      expect(new Set(paths).size).toBe(paths.length);
      expect(Object.fromEntries(report.files.map((file) => [file.path, file.outcome]))).toEqual(moment.outcomes);
      const onDisk = paths.filter((path) => !path.includes('!')).sort();
      expect(onDisk).toEqual(filesBelow(join(story.folder, 'inbox')));
      const counted = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(report.files.length);
    });
  });

  test('every file is known for what it is, and the mistakes in it are named', () => {
    const report = reportOn(story, moments.at(-1)?.asked ?? '');
    for (const file of report.files) {
      if (file.outcome === 'later') continue;
      expect([file.path, file.unit?.id ?? null, file.material]).toEqual([file.path, ...(owners[file.path] ?? nobody)]);
      const said = file.findings.map((one) => one.rule);
      expect(said, file.path).toEqual(expect.arrayContaining([...(rules[file.path] ?? [])]));
      if (file.outcome === 'used') expect(file.findings.filter((one) => one.severity === 'error')).toEqual([]);
      if (file.outcome === 'rejected') expect(file.findings.map((one) => one.severity)).toContain('error');
    }
  });
}

function deadlinesOf(report: Report): Record<string, unknown> {
  return Object.fromEntries(
    report.units.map(({ unit, deadlines }) => [
      unit.id,
      deadlines.map(({ id, status, daysLate, receipt, lacking }) => ({
        ...{ id, status, daysLate },
        ...{ receivedAt: receipt?.at ?? null, lacking },
      })),
    ]),
  );
}

function statisticsOf(report: Report): Record<string, unknown> {
  return Object.fromEntries(
    report.units.flatMap(({ unit, statistics }) =>
      statistics === null
        ? []
        : [[unit.id, Object.fromEntries(Object.entries(statistics.record).map(([id, { value }]) => [id, value]))]],
    ),
  );
}
