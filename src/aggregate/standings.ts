import { ratedStatuses } from '../findings/terms.js';
import type { Campaign, Deadline, Instant } from '../model/campaign.js';
import { grouped } from '../model/grouped.js';
import type { Due, Member, RatedStatus, Standing, Status, Tally, UnitReport } from '../model/report.js';

/** How the units that must report stand at each deadline. */
export function standingsOf(campaign: Campaign, units: readonly UnitReport[], asOf: Instant): readonly Standing[] {
  return campaign.deadlines.map((deadline) => {
    const all = units
      .filter(({ unit }) => unit.required)
      .flatMap((unit) => {
        const at = unit.deadlines.find(({ id }) => id === deadline.id);
        return at === undefined ? [] : [{ unit, at }];
      });
    const members = byStatus(all);
    const due = dueOf(deadline, campaign, units);
    return { deadline, due, isOver: isOver(due, asOf), members, tally: tallyOf(members) };
  });
}

/** The deadlines that are over, taken together. */
export function togetherOf(standings: readonly Standing[]): Tally {
  const over = standings.filter((standing) => standing.isOver);
  return tallyOf(byStatus(over.flatMap(({ members }) => Object.values(members).flat())));
}

/** The day that holds for most units. */
function dueOf({ id, due, cutoff }: Deadline, campaign: Campaign, units: readonly UnitReport[]): Due {
  const told = units.flatMap(({ deadlines }) => deadlines.find((one) => one.id === id) ?? []);
  // Of as many votes the day told first holds.
  const [votes = []] = [...grouped(told, (one) => one.due).values()].sort((a, b) => b.length - a.length);
  const [common] = votes;
  return {
    day: common?.due ?? due,
    kind: common?.dayKind ?? { kind: 'workday', name: '' },
    cutoff: cutoff ?? campaign.cutoff,
  };
}

/** A minute belongs to the due time until its end. */
function isOver({ day, cutoff }: Due, asOf: Instant): boolean {
  return asOf.slice(0, 16) > `${day}T${cutoff ?? '23:59'}`;
}

function byStatus(members: readonly Member[]): Standing['members'] {
  const among: Record<Status, Member[]> = {
    'on-time': [],
    late: [],
    incomplete: [],
    missing: [],
    pending: [],
    exempt: [],
  };
  for (const member of members) among[member.at.status].push(member);
  return among;
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
  const due = ratedStatuses.reduce((sum, status) => sum + counts[status], 0);
  const rates = due === 0 ? null : ratesOf(counts, due);
  return { counts, due, expected: due + counts.pending, rates, reported: rates && 1000 - rates.missing };
}

/** The largest remainders get what rounding down left over, so that three thirds are not 99.9 %. */
function ratesOf(counts: Readonly<Record<RatedStatus, number>>, due: number): Record<RatedStatus, number> {
  const remainder = (status: RatedStatus) => (counts[status] * 1000) % due;
  const rates = {
    'on-time': Math.floor((counts['on-time'] * 1000) / due),
    late: Math.floor((counts.late * 1000) / due),
    incomplete: Math.floor((counts.incomplete * 1000) / due),
    missing: Math.floor((counts.missing * 1000) / due),
  };
  const left = 1000 - ratedStatuses.reduce((sum, status) => sum + rates[status], 0);
  const favoured = [...ratedStatuses].sort((a, b) => remainder(b) - remainder(a)).slice(0, left);
  for (const status of favoured) rates[status]++;
  return rates;
}
