import type { Campaign, Day, Deadline, Instant, Unit } from '../model/campaign.js';
import type { Fulfilment } from '../model/fulfilment.js';
import type { DeadlineReport, Status } from '../model/report.js';
import type { Receipt } from '../model/submission.js';
import { daysFrom, endOfDay, timeOfDay } from './calendar.js';
import { effectiveDay, kindOfDay } from './workdays.js';

/** What was ruled by hand for one unit. */
export interface Rulings {
  /** The unit's own due day; null where the campaign's holds. */
  readonly due: (deadlineId: string) => Day | null;
  readonly exempt: (deadlineId: string) => boolean;
}

const noRulings: Rulings = { due: () => null, exempt: () => false };

/** The unit's status at every deadline as of an instant. `fulfilments` are keyed by deadline. */
export function judgeDeadlines(
  campaign: Campaign,
  unit: Unit,
  fulfilments: ReadonlyMap<string, readonly Fulfilment[]>,
  asOf: Instant,
  rulings: Rulings = noRulings,
): readonly DeadlineReport[] {
  return campaign.deadlines.map((deadline) => {
    const day =
      rulings.due(deadline.id) ?? effectiveDay(deadline.due, deadline.rollover ?? campaign.rollover, campaign);
    const due = { day, end: dueInstant(day, deadline, campaign) };
    const report = judge(deadline, unit, fulfilments.get(deadline.id) ?? [], ms(asOf), due, campaign);
    return rulings.exempt(deadline.id)
      ? { ...report, status: 'exempt', daysLate: 0, uncertain: null, lacking: [] }
      : report;
  });
}

interface Due {
  readonly day: Day;
  /** The first instant that is too late. */
  readonly end: number;
}

/** 24:00 of the day in the campaign's zone, or the minute after its cutoff. */
function dueInstant(day: Day, deadline: Deadline, campaign: Campaign): number {
  const cutoff = deadline.cutoff ?? campaign.cutoff;
  return cutoff === null ? endOfDay(day, campaign.timeZone) : timeOfDay(day, cutoff, campaign.timeZone) + 60_000;
}

function judge(
  deadline: Deadline,
  unit: Unit,
  fulfilments: readonly Fulfilment[],
  asOf: number,
  due: Due,
  campaign: Campaign,
): DeadlineReport {
  const complete = deadline.materials.flatMap((id) => fulfilments.find((one) => one.material === id)?.complete ?? []);
  const lacking = deadline.materials.filter(
    (id) => !fulfilments.some((one) => one.material === id && one.complete !== null),
  );
  const verdict =
    lacking.length === 0
      ? judgeComplete(complete, due, campaign.timeZone)
      : judgeOpen(fulfilments, unit, asOf < due.end);
  const { status, receipt, daysLate, uncertain } = verdict;
  const { id, name } = deadline;
  return {
    id,
    name,
    due: due.day,
    dayKind: kindOfDay(due.day, campaign),
    // Who need not report owes nothing.
    lacking: status === 'exempt' ? [] : lacking,
    status,
    receipt,
    daysLate,
    uncertain,
  };
}

type Verdict = Pick<DeadlineReport, 'status' | 'receipt' | 'daysLate' | 'uncertain'>;

/** Something is still owed. */
function judgeOpen(fulfilments: readonly Fulfilment[], unit: Unit, beforeDue: boolean): Verdict {
  const came = fulfilments.flatMap((one) => one.came ?? []).sort((a, b) => ms(a.at) - ms(b.at))[0] ?? null;
  return { status: openStatus(unit, came !== null, beforeDue), receipt: came, daysLate: 0, uncertain: null };
}

/** Everything is there: when was the last of it? Where only an interval is known, its beginning decides. */
function judgeComplete(receipts: readonly Receipt[], due: Due, timeZone: string): Verdict {
  const receipt = [...receipts].sort((a, b) => ms(b.at) - ms(a.at))[0] ?? null;
  const late = receipts.filter((one) => ms(one.notBefore ?? one.at) >= due.end).map((one) => one.at);
  if (late.length > 0) {
    const days = Math.max(...late.map((at) => daysFrom(due.day, at, timeZone)));
    return { status: 'late', receipt, daysLate: Math.max(1, days), uncertain: null };
  }
  const doubtful = receipts.find((one) => ms(one.at) >= due.end);
  const uncertain = doubtful?.notBefore === undefined ? null : { from: doubtful.notBefore, to: doubtful.at };
  return { status: 'on-time', receipt, daysLate: 0, uncertain };
}

/** The status where something is still owed. */
function openStatus(unit: Unit, came: boolean, beforeDue: boolean): Status {
  if (!unit.required && !came) return 'exempt';
  if (beforeDue) return 'pending';
  return came ? 'incomplete' : unit.required ? 'missing' : 'exempt';
}

function ms(instant: Instant): number {
  return new Date(instant).getTime();
}
