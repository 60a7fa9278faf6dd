import { finding } from '../findings/finding.js';
import { yearOfSheet, yearOfTitles } from '../locate/year.js';
import type { Campaign } from '../model/campaign.js';
import type { Cell, Table } from '../model/document.js';
import type { Finding, Place } from '../model/finding.js';

/**
 * Another year that a table is of, as written: by the titles above it, and where they say nothing, by the name of its
 * sheet, or in Word by the titles beside it. Null where it is this year's, or does not say.
 */
export function otherYearOfTable(
  { table, above }: { readonly table: Table; readonly above: readonly Cell[] },
  beside: readonly string[],
  campaign: Campaign,
): string | null {
  const texts = above.flatMap((cell) => (cell.value.kind === 'text' ? [cell.value.text] : []));
  const own = yearOfTitles([...table.heading, ...texts], campaign);
  if (own.right || own.other !== null) return own.other;
  return (table.source === 'sheet' ? yearOfSheet(table.name, campaign) : yearOfTitles(beside, campaign)).other;
}

/** Says so where another year is named. */
export function otherYear(found: string | null, place: Place, campaign: Campaign): Finding[] {
  const wanted = `${campaign.year}年${campaign.ordinal === null ? '' : `（第${campaign.ordinal}个）`}`;
  return found === null ? [] : [finding('form/other-year', { found, wanted }, place, found)];
}
