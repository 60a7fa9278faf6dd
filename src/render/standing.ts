import type { Deadline } from '../model/campaign.js';
import type { DeadlineReport, Report, Status, UnitReport } from '../model/report.js';
import { isOver } from './moments.js';

/** The statuses whose rates add up to 100 %. */
export const rated = ['on-time', 'late', 'incomplete', 'missing'] as const satisfies readonly Status[];
type Rated = (typeof rated)[number];

/** One unit at one deadline. */
export interface Member {
  readonly unit: UnitReport;
  readonly at: DeadlineReport;
}

/** How the units that must report stand at one deadline. */
export interface Standing {
  readonly deadline: Deadline;
  readonly isOver: boolean;
  /** In the roster's order. */
  readonly members: Readonly<Record<Status, readonly Member[]>>;
  readonly tally: Tally;
}

export interface Tally {
  readonly counts: Readonly<Record<Status, number>>;
  /** Units that must report, but for those exempt. */
  readonly expected: number;
  /** In tenths of a percent, adding up to exactly 1000; null where nothing is due. */
  readonly rates: Readonly<Record<Rated, number>> | null;
}

export function standingsOf(report: Report): readonly Standing[] {
  return report.campaign.deadlines.map((deadline) => {
    const all = report.units
      .filter(({ unit }) => unit.required)
      .flatMap((unit) => {
        const at = unit.deadlines.find(({ id }) => id === deadline.id);
        return at === undefined ? [] : [{ unit, at }];
      });
    const among = (status: Status) => all.filter(({ at }) => at.status === status);
    const members = {
      'on-time': among('on-time'),
      late: among('late'),
      incomplete: among('incomplete'),
      missing: among('missing'),
      pending: among('pending'),
      exempt: among('exempt'),
    };
    return { deadline, isOver: isOver(deadline.due, report.asOf), members, tally: tallyOf(members) };
  });
}

/** Of several deadlines together: each unit counts once a deadline. */
export function togetherOf(standings: readonly Standing[]): Tally {
  const among = (status: Status) => standings.flatMap(({ members }) => members[status]);
  return tallyOf({
    'on-time': among('on-time'),
    late: among('late'),
    incomplete: among('incomplete'),
    missing: among('missing'),
    pending: among('pending'),
    exempt: among('exempt'),
  });
}

/** The share of units from which something came, in tenths of a percent: all but the missing. */
export function reportedRate({ rates }: Tally): number | null {
  return rates === null ? null : 1000 - rates.missing;
}

export function percent(tenths: number): string {
  return `${(tenths / 10).toFixed(1)}%`;
}

function tallyOf(members: Standing['members']): Tally {
  const counts = {
    'on-time': members['on-time'].length,
    late: members.late.length,
    incomplete: members.incomplete.length,
    missing: members.missing.length,
    pending: members.pending.length,
    exempt: members.exempt.length,
  };
  const due = rated.reduce((sum, status) => sum + counts[status], 0);
  return { counts, expected: due + counts.pending, rates: due === 0 ? null : ratesOf(counts, due) };
}

/** The largest remainders get what rounding down left over, so that three thirds are not 99.9 %. */
function ratesOf(counts: Readonly<Record<Rated, number>>, due: number): Record<Rated, number> {
  const remainder = (status: Rated) => (counts[status] * 1000) % due;
  const rates = {
    'on-time': Math.floor((counts['on-time'] * 1000) / due),
    late: Math.floor((counts.late * 1000) / due),
    incomplete: Math.floor((counts.incomplete * 1000) / due),
    missing: Math.floor((counts.missing * 1000) / due),
  };
  const left = 1000 - rated.reduce((sum, status) => sum + rates[status], 0);
  const favoured = [...rated].sort((a, b) => remainder(b) - remainder(a)).slice(0, left);
  for (const status of favoured) rates[status]++;
  return rates;
}
