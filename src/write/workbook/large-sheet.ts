import { columnLetters } from '../../model/addresses.js';
import type { CellStyle } from '../styles.js';
import type { Filled } from './cells.js';
import { writeRow } from './row-bytes.js';
import type { PartStream, Streamed } from './streamed.js';
import { XmlBytes } from './xml-bytes.js';

/** As exceljs makes it of a text. */
const usualNote = {
  margins: { insetmode: 'auto', inset: [0.13, 0.13, 0.25, 0.25] },
  protection: { locked: 'True', lockText: 'True' },
  editAs: 'absolute',
} as const;

/**
 * Rows with their links and notes, byte for byte as exceljs writes them, and handed to it in large pieces: it takes some
 * twenty times as long for a cell, which is nothing for a township and much for a country.
 */
export class LargeSheet {
  readonly #sheet: Streamed;
  readonly #rows = new XmlBytes();
  readonly #links = new XmlBytes();
  readonly #notes = new XmlBytes();
  readonly #shapes = new XmlBytes();
  readonly #ids = new Map<CellStyle, number>();

  constructor(sheet: Streamed) {
    this.#sheet = sheet;
    const usual = sheet._writeHyperlinks;
    sheet._writeHyperlinks = () => {
      if (sheet._sheetRelsWriter._hyperlinks.length === 0) usual.call(sheet);
      else this.#writeHyperlinks();
    };
  }

  row(at: number, cells: readonly Filled[], height: number): void {
    this.#sheet.lastRow?.commit();
    writeRow(this.#rows, at, cells, height, this.#idOf);
    cells.forEach(({ link }, n) => {
      if (link !== null) this.#link(`${columnLetters(n + 1)}${at}`, link);
    });
    // Behind the links of the row, as exceljs has them.
    cells.forEach(({ note }, n) => {
      if (note !== null) this.#note(at, n + 1, note);
    });
    this.#sheet._rowZero = at + 1;
  }

  /** What is drawn from now on comes behind the rows. */
  flush(): void {
    flushInto(this.#sheet.stream, this.#rows);
  }

  /** Nothing more will be drawn. */
  finish(): void {
    const { _sheetRelsWriter: relations, _sheetCommentsWriter: comments } = this.#sheet;
    this.flush();
    if (relations.count > 0) flushInto(relations.stream, this.#links);
    if (comments.count === 0) return;
    flushInto(comments.commentsStream, this.#notes);
    flushInto(comments.vmlStream, this.#shapes);
  }

  readonly #idOf = (style: CellStyle): number => {
    const known = this.#ids.get(style) ?? this.#sheet.workbook.styles.addStyleModel(style);
    this.#ids.set(style, known);
    return known;
  };

  #link(address: string, target: string): void {
    const { _sheetRelsWriter: relations } = this.#sheet;
    if (relations.count === 0) relations._writeOpen();
    const rId = `rId${++relations.count}`;
    this.#links.mark(`<Relationship Id="${rId}" Type="${hyperlink}" Target="`);
    this.#links.text(target);
    this.#links.mark('" TargetMode="External"/>');
    relations._hyperlinks.push({ rId, address });
    if (this.#links.isFull) flushInto(relations.stream, this.#links);
  }

  #note(row: number, column: number, text: string): void {
    const { _sheetRelsWriter: relations, _sheetCommentsWriter: comments } = this.#sheet;
    const ref = `${columnLetters(column)}${row}`;
    if (comments.count === 0) {
      // The first brings the two parts with it that notes stand in.
      if (relations.count > 0) flushInto(relations.stream, this.#links);
      this.#sheet.hasComments = true;
      comments.addComments([{ ref, note: { ...usualNote, texts: [{ text }] } }]);
      return;
    }
    const space = /^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : '';
    this.#notes.mark(`<comment ref="${ref}" authorId="0"><text><r><t${space}>`);
    this.#notes.text(text);
    this.#notes.mark('</t></r></text></comment>');
    this.#shapes.mark(shapeOf(row, column, comments.count));
    comments.count++;
    if (this.#notes.isFull) flushInto(comments.commentsStream, this.#notes);
    if (this.#shapes.isFull) flushInto(comments.vmlStream, this.#shapes);
  }

  #writeHyperlinks(): void {
    const { _hyperlinks: links } = this.#sheet._sheetRelsWriter;
    this.#rows.mark('<hyperlinks>');
    for (const { rId, address } of links) {
      this.#rows.mark(`<hyperlink ref="${address}" r:id="${rId}"/>`);
      if (this.#rows.isFull) this.flush();
    }
    this.#rows.mark('</hyperlinks>');
    this.flush();
    // exceljs keeps all its sheets until the last is done.
    links.length = 0;
  }
}

function flushInto(stream: PartStream, xml: XmlBytes): void {
  xml.flush((bytes) => stream.write(bytes));
}

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** The sheet of paper on which a note stands, two columns to the right of its cell. */
function shapeOf(row: number, column: number, index: number): string {
  const top = Math.max(row - 2, 0);
  const anchor = `${column}, 6, ${top}, 14, ${column + 2}, 2, ${top + 4}, 16`;
  return (
    `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute; margin-left:105.3pt;` +
    'margin-top:10.5pt;width:97.8pt;height:59.1pt;z-index:1;visibility:hidden" fillcolor="infoBackground [80]" ' +
    'strokecolor="none [81]" o:insetmode="auto"><v:fill color2="infoBackground [80]"/>' +
    '<v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/><v:textbox ' +
    'style="mso-direction-alt:auto" inset="1.3mm,1.3mm,2.5mm,2.5mm"><div style="text-align:left"/></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:Locked>True</x:Locked><x:AutoFill>False</x:AutoFill>` +
    `<x:LockText>True</x:LockText><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}
