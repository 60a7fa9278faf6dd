import { unzipSync } from 'fflate';
import { daysIn } from '../../src/check/days-in-text.js';
import { defaultBounds } from '../../src/model/bounds.js';
import { isDay } from '../../src/model/day.js';
import type { Document } from '../../src/model/document.js';
import { joinBytes } from '../../src/model/join-bytes.js';
import type { Format } from '../../src/model/rules.js';
import { parseCount } from '../../src/parse/parse-count.js';
import { Allowance } from '../../src/read/allowance.js';
import { openCompoundFile } from '../../src/read/compound-file.js';
import { openMail } from '../../src/read/open-mail.js';
import { openZip } from '../../src/read/open-zip.js';
import { isUpright } from '../../src/read/photo/orientation.js';
import { takenOn } from '../../src/read/photo/taken-on.js';
import { probePhoto } from '../../src/read/probe-photo.js';
import { probeVideo } from '../../src/read/probe-video.js';
import { readDocument } from '../../src/read/read-document.js';
import { sniff } from '../../src/read/sniff.js';
import { honest } from '../hostile/honest.js';
import { bytesOf, rawZip, u16, u32 } from '../hostile/raw-zip.js';
import { wanzhang } from '../pipeline/inbox.js';
import { type Parts, wordDocument, workbookParts } from '../read/build-package.js';

/** One way in for a stranger's bytes, what it is tried with first, and what must hold of all it takes. */
export interface FuzzEntry {
  readonly name: string;
  readonly seeds: () => readonly Uint8Array[];
  /** Throws where something does not hold. */
  readonly run: (bytes: Uint8Array) => unknown;
}

const text = (...lines: readonly string[]) => lines.map((line) => new TextEncoder().encode(line));
const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const allowance = () => new Allowance(defaultBounds);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OPEN = 'urn:oasis:names:tc:opendocument:xmlns:';
const STRINGS = ['<si><t>宣传活动</t></si>', '<si><r><t>场</t></r><r><t>次</t></r><rPh><t>x</t></rPh></si>'];
const SHEET = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"><v>45000</v></c></row><row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c t="inlineStr"><is><t>5&amp;</t></is></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c><c r="G3" t="d"><v>2023-05-29</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3:D3"/></mergeCells></worksheet>`;
const TABLE =
  '<w:p><w:r><w:t>标题</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>5月8日</w:t></w:r><w:r><w:rPr><w:vanish/><w:strike/><w:vertAlign w:val="superscript"/></w:rPr><w:t>9</w:t><w:sym w:font="Symbol" w:char="F031"/></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>=9</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>2</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
const ODS = `<office:document-content xmlns:office="${OPEN}office:1.0" xmlns:table="${OPEN}table:1.0" xmlns:text="${OPEN}text:1.0"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="3"><text:p>5</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2" office:value-type="date" office:date-value="2023-05-29"><text:p>5 <text:span text:style-name="X">月</text:span><text:s/></text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;

const EXCEL = 'urn:schemas-microsoft-com:office:spreadsheet';
const BOOK = `<Workbook xmlns="${EXCEL}" xmlns:ss="${EXCEL}"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/><NumberFormat ss:Format="0%"/></Style></Styles><Worksheet ss:Name="表"><Table><Row ss:Span="2"><Cell ss:StyleID="s1" ss:MergeAcross="1" ss:MergeDown="2"><Data ss:Type="Number">5</Data></Cell><Cell ss:Index="4"><Data ss:Type="DateTime">2023-05-29T00:00:00.000</Data></Cell></Row><Row ss:Index="9"><Cell ss:Formula="=RC[1]"><Data ss:Type="String">场<S>9</S></Data><Comment><Data>8</Data></Comment></Cell></Row></Table></Worksheet></Workbook>`;

export const entries: readonly FuzzEntry[] = [
  {
    name: 'zip',
    seeds: () => [honest('all.zip').slice(-900), rawZip([{ name: '甲.txt', content: text('一')[0]! }])],
    run: zip,
  },
  { name: 'OLE', seeds: () => [honest('form.xls').slice(0, 3072)], run: compound },
  { name: 'xls', seeds: () => [honest('form.xls')], run: (bytes) => document(bytes, 'xls') },
  { name: 'doc', seeds: () => [honest('word.doc')], run: (bytes) => document(bytes, 'doc') },
  part(
    'sheet',
    'xl/worksheets/sheet1.xml',
    'xlsx',
    SHEET,
    workbookParts({ sheets: [''], strings: STRINGS, formats: [14] }),
  ),
  part('shared strings', 'xl/sharedStrings.xml', 'xlsx', `<sst xmlns="${MAIN}">${STRINGS.join('')}</sst>`, {
    ...workbookParts({ sheets: [''] }),
    'xl/worksheets/sheet1.xml': SHEET,
  }),
  part(
    'docx',
    'word/document.xml',
    'docx',
    `<w:document xmlns:w="${WORD}"><w:body>${TABLE}</w:body></w:document>`,
    unzipSync(wordDocument('')),
  ),
  part('ods', 'content.xml', 'ods', ODS, { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
  { name: 'MIME', seeds: () => [honest('plan.eml').slice(0, 1500)], run: mail },
  { name: 'media', seeds: () => [honest('photo.jpg').slice(0, 900), honest('video.mp4').slice(0, 900)], run: media },
  { name: 'EXIF', seeds: () => [noted('II'), noted('MM')], run: notes },
  {
    name: 'csv',
    seeds: () => text('单位,甲村\n"活动,场次",3\n', 'sep=;\n甲;="200"\n乙;1,200\n'),
    run: (bytes) => document(bytes, 'csv'),
  },
  {
    name: 'html',
    seeds: () =>
      text(
        '<style>.h{display:none}</style><table><tr><td rowspan=2>甲&amp;<td colspan=3 x:num="3">3<s>9</s><sup class=h>2</sup><tr><th>5<table><tr><td>7</table></table>',
      ),
    run: (bytes) => document(bytes, 'html'),
  },
  {
    name: 'XML',
    seeds: () =>
      text(
        BOOK,
        `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${TABLE}</w:body></w:wordDocument>`,
        ODS.replaceAll('document-content', 'document').replace(' ', ' office:mimetype="opendocument.spreadsheet" '),
      ),
    run: (bytes) => document(bytes, 'xml'),
  },
  {
    name: 'web archive',
    seeds: () =>
      text(
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>3=E6=9D=91=\n</table>\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHRhYmxlPjx0cj48dGQ+Nw==\n--b--\n',
      ),
    run: (bytes) => document(bytes, 'mht'),
  },
  {
    name: 'numbers',
    seeds: () => text('约1,200人次', '三千五百', '１２', '无', '3.5万', '0（无）', '5户', '-3', '两百余'),
    run: (bytes) => count(read(bytes)),
  },
  {
    name: 'dates',
    seeds: () => text('5月8日', '2023-05-08', '时间：5.8', '二〇二三年五月十八日', '5月8号至10号'),
    run: (bytes) => days(read(bytes)),
  },
];

/** A part of a package is changed, and put back with a checksum that holds, so that what reads it is reached. */
function part(name: string, path: string, format: Format, seed: string, parts: Parts): FuzzEntry {
  const others = Object.entries(parts).filter(([one]) => one !== path);
  const members = others.map(([one, content]) => ({ name: one, content: bytesOf(content), method: 0 }));
  const packed = (content: Uint8Array) => rawZip([...members, { name: path, content, method: 0 }]);
  return { name, seeds: () => text(seed), run: (bytes) => document(packed(bytes), format) };
}

async function document(bytes: Uint8Array, format: Format): Promise<void> {
  const result = await readDocument(bytes, format, allowance());
  if (result.ok) hold(result.document);
}

/** What every reader promises, whatever it was given. */
function hold({ tables }: Document): void {
  for (const { name, cells } of tables) {
    let before = 0;
    for (const { row, column, rowSpan, columnSpan, value } of cells) {
      const at = `${name} ${row},${column}`;
      demand(row >= 1 && column >= 1 && rowSpan >= 1 && columnSpan >= 1, `a place that is none: ${at}`);
      demand(row * 2 ** 20 + column > before, `cells out of order or twice: ${at}`);
      before = row * 2 ** 20 + column;
      if (value.kind === 'number') demand(Number.isFinite(value.value), `no number: ${at}`);
      if (value.kind === 'date') demand(isDay(value.day), `no day: ${at} ${value.day}`);
      if (value.kind === 'text') demand(value.text.length <= defaultBounds.cellCharacters, `too long: ${at}`);
    }
  }
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function zip(bytes: Uint8Array): void {
  const opened = openZip(bytes, allowance());
  if (!opened.ok) return;
  for (const { path, read: bytesOf } of opened.members) {
    demand(!/(^|\/)\.\.(\/|$)|^\/|^[a-z]:/i.test(path), `a path that leads out: ${path}`);
    bytesOf();
  }
}

function compound(bytes: Uint8Array): void {
  const file = openCompoundFile(bytes);
  for (const name of file?.names ?? []) {
    try {
      demand((file?.read(name)?.length ?? 0) <= bytes.length, 'a stream longer than its file');
    } catch (error) {
      if ((error as { trouble?: unknown }).trouble === undefined) throw error;
    }
  }
}

async function mail(bytes: Uint8Array): Promise<void> {
  const opened = await openMail(bytes, allowance());
  if (!opened.ok) return;
  const paths = opened.mail.attachments.map(({ path }) => path);
  demand(new Set(paths).size === paths.length, 'two attachments of one name');
  demand(
    paths.every((path) => !/[\\/]/.test(path)),
    `a path that leads out: ${paths.join()}`,
  );
}

function media(bytes: Uint8Array): void {
  const format = sniff(bytes, '照片.jpg');
  for (const one of new Set<Format>([format, 'jpg', 'png', 'gif', 'bmp', 'webp', 'heic'])) {
    const { width, height } = probePhoto(bytes, one);
    demand((width ?? 0) >= 0 && (height ?? 0) >= 0, 'a size below nothing');
  }
  probeVideo(bytes, format);
  probeVideo(bytes, 'mp4');
}

/** A photo that says when it was taken and how to turn it, without the picture. */
function noted(order: 'II' | 'MM'): Uint8Array {
  const numbers = { 2: (n: number) => u16(n), 4: (n: number) => u32(n) };
  const written = (size: 2 | 4, n: number) => (order === 'II' ? numbers[size](n) : numbers[size](n).reverse());
  const field = (tag: number, kind: number, count: number, value: Uint8Array) =>
    joinBytes([written(2, tag), written(2, kind), written(4, count), value]);
  const tiff = joinBytes([
    ...[bytesOf(order), written(2, 42), written(4, 8), written(2, 2)],
    field(0x112, 3, 1, joinBytes([written(2, 6), written(2, 0)])),
    ...[field(0x8769, 4, 1, written(4, 38)), written(4, 0), written(2, 1), field(0x9003, 2, 20, written(4, 56))],
    ...[written(4, 0), bytesOf('2023:05:08 09:12:44\0')],
  ]);
  const length = u16(tiff.length + 8).reverse();
  return joinBytes([
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe1),
    length,
    bytesOf('Exif\0\0'),
    tiff,
    Uint8Array.of(0xff, 0xd9),
  ]);
}

async function notes(bytes: Uint8Array): Promise<void> {
  const day = await takenOn(bytes, 'jpg');
  demand(day === null || isDay(day), `no day: ${day}`);
  await isUpright(bytes, 'jpg');
}

/** Nothing is read as 0 but what says 0. */
function count(raw: string): void {
  const reading = parseCount({ kind: 'text', text: raw });
  if (reading.kind !== 'count') return;
  demand(Number.isFinite(reading.value), `no count: ${raw} ${reading.value}`);
  demand(reading.value !== 0 || /[0〇零○]/.test(raw.normalize('NFKC')), `0 read from ${raw}`);
}

function days(raw: string): void {
  for (const day of daysIn(raw, wanzhang)) demand(isDay(String(day)), `no day: ${raw} ${day}`);
}
