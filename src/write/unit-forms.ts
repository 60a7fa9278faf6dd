import type { Campaign, Material, Unit } from '../model/campaign.js';
import { fileNamePart } from './file-name.js';
import { blankProgressForm } from './progress-form.js';
import { blankStatisticsForm } from './statistics-form.js';

/** A blank form made for one unit. */
export interface UnitForm {
  readonly unit: Unit;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * The blank forms of each unit, named so that a file tells by itself whose it is and what: it leaves its folder when it is
 * sent. A progress report is asked only of units of the reporting level.
 */
export async function* unitForms(campaign: Campaign, units: readonly Unit[]): AsyncGenerator<UnitForm> {
  const names = namesOf(units);
  for (const [n, unit] of units.entries()) {
    const name = names[n] ?? unit.id;
    const statistics = await blankStatisticsForm(campaign, unit);
    yield { unit, fileName: `${name}_${materialName(campaign, 'statistics')}.xlsx`, bytes: statistics };
    const isReporting = unit.level === campaign.reportingLevel;
    const progress = isReporting ? await blankProgressForm(campaign, unit.name) : null;
    if (progress) yield { unit, fileName: `${name}_${materialName(campaign, 'progress')}.docx`, bytes: progress };
  }
}

/** Units of one name, or whose names Windows would not tell apart, bear their ids too. */
function namesOf(units: readonly Unit[]): readonly string[] {
  const names = units.map((unit) => fileNamePart(unit.name));
  const folded = names.map((name) => name.toLowerCase());
  return names.map((name, n) => {
    const isAlone = name !== '' && folded.indexOf(folded[n] ?? '') === folded.lastIndexOf(folded[n] ?? '');
    return isAlone ? name : `${name}（${fileNamePart(units[n]?.id ?? '')}）`;
  });
}

function materialName(campaign: Campaign, kind: Material['kind']): string {
  const named = campaign.materials.find((material) => material.kind === kind)?.name;
  return fileNamePart(named ?? campaign.forms[kind === 'progress' ? 'progress' : 'statistics']?.title ?? kind);
}
