import type { FileReport, Report, Standing, Status, UnitReport } from '../../../src/model/report.js';
import { wanzhang } from '../story.js';

const statuses: readonly Status[] = ['on-time', 'late', 'incomplete', 'missing', 'pending', 'exempt'];

/** The Wanzhang month over and over, each time with villages of their own, until there are about so many. */
export function manyUnits(count: number, named = (name: string, copy: number) => `${name}${copy}`): Report {
  const base = wanzhang();
  const copies = Math.ceil(count / base.units.length);
  const units: UnitReport[] = [];
  const files: FileReport[] = [];
  for (let copy = 0; copy < copies; copy++) {
    const renamed = new Map(
      base.units.map(({ unit }) => [unit.id, { ...unit, id: `${unit.id}-${copy}`, name: named(unit.name, copy) }]),
    );
    const placed = (path: string) => `${copy}/${path}`;
    for (const one of base.units) {
      const unit = renamed.get(one.unit.id) ?? one.unit;
      const statistics = one.statistics && { ...one.statistics, path: placed(one.statistics.path) };
      units.push({ ...one, unit, statistics });
    }
    for (const file of base.files) {
      files.push({ ...file, path: placed(file.path), unit: renamed.get(file.unit?.id ?? '') ?? null });
    }
  }
  const times = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, value * copies]));
  return {
    ...base,
    ...{ units, files, totals: times(base.totals), filledIn: times(base.filledIn) },
    counts: times(base.counts) as Report['counts'],
    coverage: {
      used: base.coverage.used * copies,
      expected: base.coverage.expected * copies,
      absent: units.filter(({ statistics }) => statistics === null).map(({ unit }) => unit),
    },
    standings: base.standings.map((standing) => multiplied(standing, units, copies)),
  };
}

function multiplied(standing: Standing, units: readonly UnitReport[], copies: number): Standing {
  const members = Object.fromEntries(statuses.map((status) => [status, [] as Standing['members'][Status][number][]]));
  for (const unit of units) {
    const at = unit.deadlines.find(({ id }) => id === standing.deadline.id);
    if (at !== undefined) members[at.status]?.push({ unit, at });
  }
  const counts = Object.fromEntries(
    statuses.map((status) => [status, standing.tally.counts[status] * copies]),
  ) as Standing['tally']['counts'];
  const tally = {
    ...standing.tally,
    counts,
    due: standing.tally.due * copies,
    expected: standing.tally.expected * copies,
  };
  return { ...standing, members: members as unknown as Standing['members'], tally };
}
