import { addressOf, type Spot, spotOf } from './address.js';
import { attributeOf, type Edit, edited, elementsOf, insideEnd, type Tag, tagsOf, withAttribute } from './xml-text.js';

/** The style a cell is to wear, from the one it wears. */
export type Restyle = (style: number, address: string) => number;

/**
 * A sheet's XML with the styles of its cells changed and nothing else. Cells named in `wanted` that are not there, as
 * blank ones often are not, are put in.
 */
export function restyled(xml: string, wanted: readonly Spot[], restyle: Restyle): string {
  const [data] = elementsOf(xml, 'sheetData');
  if (data === undefined) return xml;
  const walk = new Walk(data.tag.prefix, wanted, restyle, columnStyles(xml));
  for (const tag of tagsOf(xml)) {
    if (tag.start >= data.tag.end && tag.start < data.close.start) walk.meet(tag);
  }
  const rest = walk.rowsBefore(Number.POSITIVE_INFINITY);
  return edited(xml, [...walk.edits, ...(rest === '' ? [] : [insideEnd(data, rest)])]);
}

/** One pass over the rows. */
class Walk {
  readonly edits: Edit[] = [];
  private readonly waiting: Spot[];
  private row = 0;
  private column = 0;
  private rowStyle = 0;

  constructor(
    private readonly prefix: string,
    wanted: readonly Spot[],
    private readonly restyle: Restyle,
    private readonly columns: (column: number) => number,
  ) {
    this.waiting = [...wanted].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  meet(tag: Tag): void {
    if (tag.name === 'row' && tag.kind === 'close') this.insert(tag.start, this.cellsBefore(Number.POSITIVE_INFINITY));
    else if (tag.name === 'row') this.beginRow(tag);
    else if (tag.name === 'c' && tag.kind !== 'close') this.cell(tag);
  }

  /** Wanted cells of rows before this one, which are not there, as rows of their own. */
  rowsBefore(row: number): string {
    let rows = '';
    for (let next = this.waiting[0]; next !== undefined && next.row < row; next = this.waiting[0]) {
      const own = this.waiting.filter((one) => one.row === next?.row);
      this.waiting.splice(0, own.length);
      const cells = own.map((spot) => this.made(spot, this.columns(spot.column))).join('');
      rows += `<${this.prefix}row r="${next.row}">${cells}</${this.prefix}row>`;
    }
    return rows;
  }

  private beginRow(tag: Tag): void {
    const row = Number(attributeOf(tag, 'r') ?? this.row + 1);
    this.insert(tag.start, this.rowsBefore(row));
    this.row = row;
    this.column = 0;
    const hasOwn = /^(?:1|true)$/u.test(attributeOf(tag, 'customFormat') ?? '');
    this.rowStyle = hasOwn ? Number(attributeOf(tag, 's') ?? 0) : 0;
    if (tag.kind !== 'empty') return;
    const cells = this.cellsBefore(Number.POSITIVE_INFINITY);
    if (cells === '') return;
    const opened = tag.source.replace(/\s*\/>$/u, '>');
    this.edits.push({ start: tag.start, end: tag.end, text: `${opened}${cells}</${tag.prefix}row>` });
  }

  private cell(tag: Tag): void {
    const told = spotOf(attributeOf(tag, 'r') ?? '');
    this.column = told?.column ?? this.column + 1;
    this.insert(tag.start, this.cellsBefore(this.column));
    if (this.waiting[0]?.row === this.row && this.waiting[0].column === this.column) this.waiting.shift();
    const style = Number(attributeOf(tag, 's') ?? 0);
    const next = this.restyle(style, addressOf({ row: this.row, column: this.column }));
    if (next === style) return;
    this.edits.push({ start: tag.start, end: tag.end, text: withAttribute(tag, 's', String(next)) });
  }

  private cellsBefore(column: number): string {
    let cells = '';
    for (let next = this.waiting[0]; next !== undefined && next.row === this.row && next.column < column; ) {
      cells += this.made(next, this.rowStyle > 0 ? this.rowStyle : this.columns(next.column));
      this.waiting.shift();
      next = this.waiting[0];
    }
    return cells;
  }

  private made(spot: Spot, style: number): string {
    const address = addressOf(spot);
    return `<${this.prefix}c r="${address}" s="${this.restyle(style, address)}"/>`;
  }

  private insert(at: number, text: string): void {
    if (text !== '') this.edits.push({ start: at, end: at, text });
  }
}

/** What a blank cell of a column wears. */
function columnStyles(xml: string): (column: number) => number {
  const columns = elementsOf(xml, 'col').map(({ tag }) => ({
    from: Number(attributeOf(tag, 'min')),
    to: Number(attributeOf(tag, 'max')),
    style: Number(attributeOf(tag, 'style') ?? 0),
  }));
  return (column) => columns.find(({ from, to }) => column >= from && column <= to)?.style ?? 0;
}
