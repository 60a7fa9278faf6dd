import type { ChangeList, ChangeRow } from '../../model/marks.js';
import { cellText, linesIn } from '../text.js';
import { heightOf } from '../workbook/cells.js';
import { addressOf } from './address.js';
import type { CellStyles } from './cell-styles.js';
import { tints } from './tints.js';
import { escaped } from './xml-text.js';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** In half-width characters. */
const widths = [6, 9, 16, 18, 46, 46];
const headerRow = 3;

/** The XML of a sheet that lists what is to be changed; a click on a place goes to the cell. */
export function changeSheet(list: ChangeList, styles: CellStyles): string {
  const worn = stylesFor(styles);
  const rows = [
    rowOf(1, [[list.title, worn.title]], 28),
    rowOf(2, [[list.caption, worn.caption]], 20),
    rowOf(
      headerRow,
      list.headers.map((text) => [text, worn.header]),
      22,
    ),
    ...list.rows.map((row, n) => bodyRow(row, headerRow + 1 + n, worn)),
  ];
  const columns = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    linksOf(list.rows),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.5" header="0.3" footer="0.25"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

interface Worn {
  readonly title: number;
  readonly caption: number;
  readonly header: number;
  readonly body: number;
  readonly severity: Readonly<Record<ChangeRow['severity'], number>>;
}

/** The number format “text” (49) keeps a text that begins like a formula a text even when somebody edits the cell. */
function stylesFor(styles: CellStyles): Worn {
  const p = styles.prefix;
  const font = (size: number, more: string) =>
    styles.add(
      'fonts',
      `<${p}font>${more}<${p}sz val="${size}"/><${p}name val="宋体"/><${p}charset val="134"/></${p}font>`,
    );
  const side = (name: string) => `<${p}${name} style="thin"><${p}color rgb="FFA6A6A6"/></${p}${name}>`;
  const box = styles.add(
    'borders',
    `<${p}border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<${p}diagonal/></${p}border>`,
  );
  const plain = font(10, '');
  const style = (fontId: number, fill: number, border: number, wrap: boolean) =>
    styles.add(
      'cellXfs',
      `<${p}xf numFmtId="49" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><${p}alignment vertical="center"${wrap ? ' wrapText="1"' : ''}/></${p}xf>`,
    );
  return {
    title: style(font(16, `<${p}b/>`), 0, 0, false),
    caption: style(plain, 0, 0, false),
    header: style(font(10, `<${p}b/>`), styles.fill('FFDCE6F1'), box, true),
    body: style(plain, 0, box, true),
    severity: {
      error: style(plain, styles.fill(tints.error), box, true),
      warning: style(plain, styles.fill(tints.warning), box, true),
      info: style(plain, 0, box, true),
    },
  };
}

const severityColumn = 2;

function bodyRow({ cells, severity }: ChangeRow, at: number, worn: Worn): string {
  const lines = Math.max(...cells.map((text, n) => linesIn(text, (widths[n] ?? 10) - 1)));
  const styled = cells.map((text, n): [string, number] => [
    text,
    n + 1 === severityColumn ? worn.severity[severity] : worn.body,
  ]);
  return rowOf(at, styled, heightOf(lines));
}

function rowOf(row: number, cells: readonly (readonly [text: string, style: number])[], height: number): string {
  const written = cells.map(
    ([text, style], n) =>
      `<c r="${addressOf({ row, column: n + 1 })}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cellText(text))}</t></is></c>`,
  );
  return `<row r="${row}" ht="${height}" customHeight="1">${written.join('')}</row>`;
}

const placeColumn = 3;

function linksOf(rows: readonly ChangeRow[]): string {
  const links = rows.flatMap(({ at }, n) => {
    if (at === null) return [];
    const ref = addressOf({ row: headerRow + 1 + n, column: placeColumn });
    const location = `'${at.sheet.replaceAll("'", "''")}'!${at.address}`;
    return [`<hyperlink ref="${ref}" location="${escaped(location)}"/>`];
  });
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}
