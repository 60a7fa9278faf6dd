import type * as Docx from 'docx';
import type { Campaign, ProgressForm } from '../model/campaign.js';
import { stillZip } from './still-zip.js';

type Library = typeof Docx;

const activityRows = 8;
/** In twentieths of a point: the printable width of A4 upright within its margins, shared by the three columns. */
const margins = { top: 1134, right: 1134, bottom: 1020, left: 1134 };
const columnWidths = [1700, 5138, 2800];
const rowHeight = 1240;

/** The blank 写实表 (.docx); null where the campaign asks for none. */
export async function blankProgressForm(campaign: Campaign, unitName?: string): Promise<Uint8Array | null> {
  const form = campaign.forms.progress;
  if (form === undefined) return null;
  const docx = await import('docx');
  const document = new docx.Document({
    styles: { default: { document: { run: { font: typeface('宋体'), size: 24 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins } },
        children: [
          line(docx, form.attachment, { font: '黑体', size: 32 }),
          line(docx, form.title, { size: 44, bold: true, centred: true }),
          line(docx, unitLine(form, unitName), { size: 28 }),
          table(docx, form, unitName ?? ''),
          ...form.notes.map((note, n) => line(docx, note, { size: 21, before: n === 0 ? 120 : 0 })),
        ],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: properties(campaign) };
  return stillZip(new Uint8Array(await docx.Packer.toBuffer(document, undefined, [core])));
}

function unitLine({ unit }: ProgressForm, name: string | undefined): string {
  return `${unit.labels[0]}：${name ?? unit.blank}`;
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

function table(docx: Library, form: ProgressForm, unitName: string): Docx.Table {
  const { unit, content, photos } = form.columns;
  const headers = [unit, content, photos].map((labels) => labels[0] ?? '');
  const hint = `${form.photos.least}-${form.photos.most}张活动照片`;
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths,
    rows: [
      row(docx, headers, { header: true }),
      ...Array.from({ length: activityRows }, () => row(docx, [unitName, '', hint], {})),
    ],
  });
}

/** Rows grow with what is typed and with the pictures, and break over pages rather than leave half a page blank. */
function row(docx: Library, texts: readonly string[], { header = false }: { header?: boolean }): Docx.TableRow {
  return new docx.TableRow({
    tableHeader: header,
    height: { value: header ? 560 : rowHeight, rule: docx.HeightRule.ATLEAST },
    children: texts.map(
      (text, n) =>
        new docx.TableCell({
          width: { size: columnWidths[n] ?? 0, type: docx.WidthType.DXA },
          verticalAlign: docx.VerticalAlign.CENTER,
          margins: { left: 80, right: 80 },
          children: [cellParagraph(docx, text, header, n === 1 && !header)],
        }),
    ),
  });
}

function cellParagraph(docx: Library, text: string, bold: boolean, leading: boolean): Docx.Paragraph {
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
