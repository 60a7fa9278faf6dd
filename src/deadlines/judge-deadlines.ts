import type { Campaign, Deadline, Instant, Unit } from '../model/campaign.js';
import type { Fulfilment } from '../model/fulfilment.js';
import type { DeadlineReport, Status } from '../model/report.js';
import type { Receipt } from '../model/submission.js';
import { daysFrom, endOfDay } from './calendar.js';

/** The unit's status at every deadline as of an instant. `fulfilments` are keyed by deadline, then material. */
export function judgeDeadlines(
  campaign: Campaign,
  unit: Unit,
  fulfilments: ReadonlyMap<string, readonly Fulfilment[]>,
  asOf: Instant,
): readonly DeadlineReport[] {
  return campaign.deadlines.map((deadline) =>
    judge(deadline, unit, fulfilments.get(deadline.id) ?? [], asOf, campaign.timeZone),
  );
}

function judge(
  deadline: Deadline,
  unit: Unit,
  fulfilments: readonly Fulfilment[],
  asOf: Instant,
  timeZone: string,
): DeadlineReport {
  const lacking = deadline.materials.filter(
    (id) => !fulfilments.some((one) => one.material === id && one.complete !== null),
  );
  const came = earliest(fulfilments.flatMap((one) => one.came ?? []));
  const complete = lacking.length === 0 ? latest(fulfilments.flatMap((one) => one.complete ?? [])) : null;
  const due = endOfDay(deadline.due, timeZone);
  const base = { id: deadline.id, name: deadline.name, due: deadline.due, lacking };
  if (complete !== null) {
    const daysLate = time(complete) < due ? 0 : Math.max(1, daysFrom(deadline.due, complete.at, timeZone));
    return { ...base, status: daysLate > 0 ? 'late' : 'on-time', receipt: complete, daysLate };
  }
  const status = openStatus(unit, came !== null, new Date(asOf).getTime() < due);
  return { ...base, status, receipt: came, daysLate: 0 };
}

/** The status where something is still owed. */
function openStatus(unit: Unit, came: boolean, beforeDue: boolean): Status {
  if (!unit.required && !came) return 'exempt';
  if (beforeDue) return 'pending';
  return came ? 'incomplete' : unit.required ? 'missing' : 'exempt';
}

function earliest(receipts: readonly Receipt[]): Receipt | null {
  return receipts.reduce<Receipt | null>((best, one) => (best === null || time(one) < time(best) ? one : best), null);
}

function latest(receipts: readonly Receipt[]): Receipt | null {
  return receipts.reduce<Receipt | null>((best, one) => (best === null || time(one) > time(best) ? one : best), null);
}

function time(receipt: Receipt): number {
  return new Date(receipt.at).getTime();
}
