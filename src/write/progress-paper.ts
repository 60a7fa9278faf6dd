import type * as Docx from 'docx';
import type { Campaign, ProgressForm } from '../model/campaign.js';
import { stillZip } from './still-zip.js';

type Library = typeof Docx;

/** In twentieths of a point: the printable width of A4 upright within its margins, shared by the three columns. */
const margins = { top: 1134, right: 1134, bottom: 1020, left: 1134 };
const columnWidths = [1700, 5138, 2800] as const;

/** A 写实表 on A4: attachment, title, 单位 line, the table, and what stands below it. */
export async function progressPaper(
  campaign: Campaign,
  form: ProgressForm,
  content: { readonly unit: string; readonly rows: readonly Docx.TableRow[]; readonly below: readonly string[] },
): Promise<Uint8Array> {
  const docx = await import('docx');
  const document = new docx.Document({
    styles: { default: { document: { run: { font: typeface('宋体'), size: 24 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins } },
        children: [
          line(docx, form.attachment, { font: '黑体', size: 32 }),
          line(docx, form.title, { size: 44, bold: true, centred: true }),
          line(docx, `${form.unit.labels[0]}：${content.unit}`, { size: 28 }),
          table(docx, form, content.rows),
          ...content.below.map((note, n) => line(docx, note, { size: 21, before: n === 0 ? 120 : 0 })),
        ],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: properties(campaign) };
  return stillZip(new Uint8Array(await docx.Packer.toBuffer(document, undefined, [core])));
}

interface Look {
  readonly size: number;
  readonly font?: string;
  readonly bold?: boolean;
  readonly centred?: boolean;
  readonly before?: number;
}

function line(docx: Library, text: string, look: Look): Docx.Paragraph {
  const { size, font = '宋体', bold = false, centred = false, before = 60 } = look;
  return new docx.Paragraph({
    ...(centred ? { alignment: docx.AlignmentType.CENTER } : {}),
    spacing: { before, after: 60 },
    children: [new docx.TextRun({ text, size, bold, font: typeface(font) })],
  });
}

function table(docx: Library, form: ProgressForm, rows: readonly Docx.TableRow[]): Docx.Table {
  const { unit, content, photos } = form.columns;
  const headers = [unit, content, photos].map((labels) => cellText(docx, labels[0] ?? '', { bold: true }));
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: columnWidths.reduce<number>((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths,
    rows: [
      tableRow(
        docx,
        headers.map((one) => [one]),
        { header: true, height: 560 },
      ),
      ...rows,
    ],
  });
}

export interface RowLook {
  readonly height: number;
  readonly header?: boolean;
  /** Kept on one page. */
  readonly whole?: boolean;
}

/** A row of cells, each a list of paragraphs. A row of two cells has the second over content and photos. */
export function tableRow(docx: Library, cells: readonly (readonly Docx.Paragraph[])[], look: RowLook): Docx.TableRow {
  const { height, header = false, whole = false } = look;
  return new docx.TableRow({
    tableHeader: header,
    ...(whole ? { cantSplit: true } : {}),
    height: { value: height, rule: docx.HeightRule.ATLEAST },
    children: cells.map((children, n) => {
      const isWide = n === 1 && cells.length === 2;
      const width = (columnWidths[n] ?? 0) + (isWide ? columnWidths[2] : 0);
      return new docx.TableCell({
        width: { size: width, type: docx.WidthType.DXA },
        ...(isWide ? { columnSpan: 2 } : {}),
        verticalAlign: docx.VerticalAlign.CENTER,
        margins: { left: 80, right: 80 },
        children: [...children],
      });
    }),
  });
}

/** One line of text in a cell. */
export function cellText(
  docx: Library,
  text: string,
  { bold = false, leading = false }: { readonly bold?: boolean; readonly leading?: boolean } = {},
): Docx.Paragraph {
  return new docx.Paragraph({
    ...(leading ? {} : { alignment: docx.AlignmentType.CENTER }),
    children: [new docx.TextRun({ text, bold, size: 24, font: typeface('宋体') })],
  });
}

function typeface(eastAsia: string): Docx.IFontAttributesProperties {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia, hint: 'eastAsia' };
}

/** Written here because the library dates documents by the clock, and the same campaign must give the same bytes. */
function properties({ office, period }: Campaign): string {
  const name = office.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const date = `${period.from}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>${name}</dc:creator><cp:lastModifiedBy>${name}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`;
}
