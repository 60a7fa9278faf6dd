import { listOf, type Words } from '../findings/words.js';
import type { Unit } from '../model/campaign.js';
import { grouped } from '../model/grouped.js';
import type { FileReport, Report } from '../model/report.js';

/** More than the villages of any township, or of most counties: nobody reads every name. */
const manyUnits = 300;
/** Of that many the first are named. */
const mostNamed = 50;

export function isLong({ units }: Pick<Report, 'units'>): boolean {
  return units.length > manyUnits;
}

/** Whether not all of so many units are named. */
export function isCut(count: number, report: Report): boolean {
  return isLong(report) && count > mostNamed;
}

/** 甲、乙、丙; of a long roster the first, and how many there are: 甲、乙等520个单位. */
export function unitsNamed<Thing>(things: readonly Thing[], report: Report, nameOf: (thing: Thing) => string): Words {
  if (!isCut(things.length, report)) return listOf(things.map(nameOf));
  const names = things.slice(0, mostNamed).map(nameOf);
  return {
    zh: `${names.join('、')}等${things.length}个单位`,
    en: `${names.join(', ')} and ${things.length - mostNamed} more`,
  };
}

const known = new WeakMap<Report['files'], ReadonlyMap<string | undefined, readonly FileReport[]>>();

/** The files of one unit, by path; of null those of nobody. */
export function filesOf(unit: Unit | null, { files }: Pick<Report, 'files'>): readonly FileReport[] {
  const byUnit = known.get(files) ?? grouped(files, (file) => file.unit?.id);
  known.set(files, byUnit);
  return byUnit.get(unit?.id) ?? [];
}
