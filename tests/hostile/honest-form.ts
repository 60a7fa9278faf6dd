import { defaultBounds } from '../../src/model/bounds.js';
import type { Cell } from '../../src/model/document.js';
import { Allowance } from '../../src/read/allowance.js';
import { readXlsx } from '../../src/read/xlsx/read-xlsx.js';
import { wordDocument, zip } from '../read/build-package.js';
import { stranger } from './parts-of.js';

/** One cell of the honest form, to be written in any format. */
export interface FormCell extends Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  readonly text: string;
  readonly isFigure: boolean;
}

const columns = 25;

/** The honest form's cells, row by row. */
export function formCells(): readonly FormCell[] {
  const [table] = readXlsx(stranger('form.xlsx'), new Allowance(defaultBounds)).tables;
  return (table?.cells ?? []).map(({ row, column, rowSpan, columnSpan, value }) => {
    const text = value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.value) : '';
    return { row, column, rowSpan, columnSpan, text, isFigure: value.kind === 'number' };
  });
}

/** Rows of cells; those that only continue a cell from above are among them. */
function formRows(): (FormCell & { readonly continues: boolean })[][] {
  const cells = formCells().flatMap((cell) =>
    Array.from({ length: cell.rowSpan }, (_, n) => ({ ...cell, at: cell.row + n, continues: n > 0 })),
  );
  const height = Math.max(...cells.map(({ at }) => at));
  return Array.from({ length: height }, (_, n) =>
    cells.filter(({ at }) => at === n + 1).sort((a, b) => a.column - b.column),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

type Write = (figure: string) => string;

export interface WordChanges {
  /** What stands in a figure's cell: paragraphs. */
  readonly figure?: Write;
  readonly properties?: string;
  readonly before?: string;
  readonly after?: string;
  /** What stands inside other parts, such as the styles. */
  readonly inside?: Parameters<typeof wordDocument>[1];
  readonly extra?: Parameters<typeof wordDocument>[2];
}

/** The honest form as the body of a Word document. */
export function wordForm({ figure = paragraph, properties = '', before = '', after = '' }: WordChanges): string {
  const rows = formRows().map((row) => {
    const cells = row.map(({ text, isFigure, columnSpan, rowSpan, continues }) => {
      const merge = rowSpan === 1 ? '' : `<w:vMerge${continues ? '' : ' w:val="restart"'}/>`;
      const content = continues ? '<w:p/>' : isFigure ? figure(text) : text.split('\n').map(paragraph).join('');
      const own = isFigure ? properties : '';
      return `<w:tc><w:tcPr><w:gridSpan w:val="${columnSpan}"/>${merge}${own}</w:tcPr>${content}</w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid = `<w:tblGrid>${'<w:gridCol w:w="360"/>'.repeat(columns)}</w:tblGrid>`;
  return `${before}<w:tbl>${grid}${rows.join('')}</w:tbl><w:p/>${after}`;
}

export function paragraph(text: string): string {
  return `<w:p>${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export function wordFile(changes: WordChanges): Uint8Array {
  return wordDocument(wordForm(changes), changes.inside, changes.extra);
}

const spaces = ['office', 'table', 'text', 'style', 'drawing'].map(
  (name) => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);

export interface OpenSheetChanges {
  /** A figure's cell: its attributes, and what stands in it. */
  readonly figure?: (figure: string) => readonly [attributes: string, content: string];
  readonly row?: (row: string) => string;
  readonly styles?: string;
  readonly before?: string;
  readonly after?: string;
}

/** The honest form as an OpenDocument spreadsheet. */
export function openSheet(changes: OpenSheetChanges): Uint8Array {
  const { styles, before = '', after = '' } = changes;
  return openDocument(`${before}${openTable(changes)}${after}`, styles);
}

export function openTable({ figure = number, row: changeRow = (row) => row }: OpenSheetChanges): string {
  const rows = formRows().map((row) => {
    const cells = row.flatMap(({ text, isFigure, columnSpan, rowSpan, continues }) => {
      const [attributes, content] = isFigure ? figure(text) : ['', openText(text)];
      const spans =
        columnSpan * rowSpan === 1
          ? ''
          : ` table:number-columns-spanned="${columnSpan}" table:number-rows-spanned="${rowSpan}"`;
      const first = continues
        ? '<table:covered-table-cell/>'
        : `<table:table-cell${spans} ${attributes}>${content}</table:table-cell>`;
      return [first, ...Array.from({ length: columnSpan - 1 }, () => '<table:covered-table-cell/>')];
    });
    return changeRow(`<table:table-row>${cells.join('')}</table:table-row>`);
  });
  return `<table:table table:name="表">${rows.join('')}</table:table>`;
}

/** An OpenDocument spreadsheet of these tables. */
function openDocument(tables: string, styles = ''): Uint8Array {
  const more = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces.join(' ')} ${more} office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml':
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
  });
}

export function openText(text: string): string {
  return text
    .split('\n')
    .map((line) => `<text:p>${escaped(line)}</text:p>`)
    .join('');
}

function number(figure: string): readonly [string, string] {
  return [`office:value-type="float" office:value="${figure}"`, openText(figure)];
}
/** The honest form as a web page; `figure` gives a cell's attributes and content. */
export function pageForm(
  figure: (figure: string) => readonly [attributes: string, content: string] = (text) => ['', text],
  { head = '', before = '', after = '' } = {},
): string {
  const rows = formRows().map((row) => {
    const cells = row
      .filter(({ continues }) => !continues)
      .map(({ text, isFigure, columnSpan, rowSpan }) => {
        const [attributes, content] = isFigure ? figure(text) : ['', escaped(text)];
        return `<td colspan=${columnSpan} rowspan=${rowSpan} ${attributes}>${content}</td>`;
      });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<html><head><meta charset="utf-8">${head}</head><body>${before}<table>${rows.join('')}</table>${after}</body></html>`;
}

/** The honest form as lines of fields, one for each column. */
export function fieldRows(figure: Write = (text) => text): string[][] {
  const rows = formRows().map(() => Array<string>(columns).fill(''));
  for (const { row, column, text, isFigure } of formCells()) {
    const fields = rows[row - 1];
    if (fields !== undefined) fields[column - 1] = isFigure ? figure(text) : text;
  }
  return rows;
}
