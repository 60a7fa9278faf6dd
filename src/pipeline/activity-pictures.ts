import type { Place } from '../model/finding.js';
import type { Activity } from '../model/submission.js';
import type { CellPictures, PlacedPictures, StoredPicture } from '../read/picture-marks.js';

/** The pictures of one progress report, sorted to its activities. */
export interface SortedPictures {
  /** One list for each activity, in their order. */
  readonly byActivity: readonly (readonly StoredPicture[])[];
  /** That no row tells the activity of. */
  readonly loose: readonly StoredPicture[];
}

/**
 * Whose picture is whose, by the rows of the table: the same way in which the rows' pictures were counted. A report of one
 * activity has no other owner for its pictures.
 */
export function sortPictures(activities: readonly Activity[], placed: PlacedPictures): SortedPictures {
  const byActivity = activities.map((): StoredPicture[] => []);
  const loose = [...placed.loose];
  for (const cell of placed.cells) {
    const owners = ownersOf(cell, activities);
    if (owners.length === 0) loose.push(...cell.pictures);
    else dealOut(cell.pictures, owners, byActivity);
  }
  const [only] = byActivity;
  if (only === undefined || byActivity.length > 1) return { byActivity, loose };
  return { byActivity: [[...only, ...loose]], loose: [] };
}

/** The activity of the last row that begins above or beside the cell, and those that begin further down beside it. */
function ownersOf({ table, row, rowSpan }: CellPictures, activities: readonly Activity[]): readonly number[] {
  const rows = activities.map(({ place }) => (tableOf(place) === table ? rowOf(place) : 0));
  const before = Math.max(...rows.filter((at) => at > 0 && at <= row));
  const beside = (at: number) => at === before || (at > row && at < row + rowSpan);
  return rows.flatMap((at, n) => (at > 0 && beside(at) ? [n] : []));
}

function tableOf(place: Place): string | null {
  if (place.kind === 'word') return String(place.table);
  return place.kind === 'sheet' ? place.sheet : null;
}

/** From 1; 0 where the place is no cell. */
function rowOf(place: Place): number {
  if (place.kind === 'word') return place.row ?? 0;
  return place.kind === 'sheet' ? Number(/\d+$/.exec(place.address ?? '')?.[0] ?? 0) : 0;
}

/** In their order, to each as many; the first ones get what is over. */
function dealOut(pictures: readonly StoredPicture[], owners: readonly number[], byActivity: StoredPicture[][]): void {
  const each = Math.floor(pictures.length / owners.length);
  const over = pictures.length % owners.length;
  let next = 0;
  owners.forEach((owner, n) => {
    const count = each + (n < over ? 1 : 0);
    byActivity[owner]?.push(...pictures.slice(next, next + count));
    next += count;
  });
}
