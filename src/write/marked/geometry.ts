import { addressOf, type Spot, spotOf } from './address.js';
import { attributeOf, elementsOf, tagsOf } from './xml-text.js';

/** How wide and high a sheet's columns and rows are, in pixels, and how far its merged areas reach. */
export interface Geometry {
  readonly columnWidth: (column: number) => number;
  readonly rowHeight: (row: number) => number;
  /** The last column of the merged area that begins at a cell; the cell's own where none does. */
  readonly lastColumn: (spot: Spot) => number;
}

const usualWidth = 8.43;
const usualHeight = 15;
const pixelsPerPoint = 4 / 3;

export function geometryOf(xml: string): Geometry {
  const [format] = elementsOf(xml, 'sheetFormatPr');
  const usual = (name: string, otherwise: number) => Number((format && attributeOf(format.tag, name)) ?? otherwise);
  const width = usual('defaultColWidth', usualWidth);
  const height = usual('defaultRowHeight', usualHeight);
  const columns = elementsOf(xml, 'col').map(({ tag }) => ({
    from: Number(attributeOf(tag, 'min')),
    to: Number(attributeOf(tag, 'max')),
    width: attributeOf(tag, 'hidden') === '1' ? 0 : Number(attributeOf(tag, 'width') ?? width),
  }));
  const heights = new Map<number, number>();
  const areas = new Map<string, number>();
  for (const tag of tagsOf(xml)) {
    const ht = tag.name === 'row' && tag.kind !== 'close' ? attributeOf(tag, 'ht') : null;
    if (ht !== null) heights.set(Number(attributeOf(tag, 'r')), Number(ht));
    const [from = '', to = ''] = tag.name === 'mergeCell' ? (attributeOf(tag, 'ref') ?? '').split(':') : [];
    const last = spotOf(to);
    if (last !== null) areas.set(from, last.column);
  }
  return {
    columnWidth: (column) => {
      const characters = columns.find(({ from, to }) => column >= from && column <= to)?.width ?? width;
      return characters === 0 ? 0 : Math.round(characters * 7 + 5);
    },
    rowHeight: (row) => Math.round((heights.get(row) ?? height) * pixelsPerPoint),
    lastColumn: (spot) => areas.get(addressOf(spot)) ?? spot.column,
  };
}
