import { unzipSync } from 'fflate';
import { type FormCell, formCells, openSheet, openText, pageForm, run, wordFile, wordForm } from '../honest-form.js';
import { maker, type OddForm } from '../maker.js';
import { bytesOf } from '../raw-zip.js';

const decoy = '9';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet';

interface SheetChanges {
  /** What stands in a figure's cell, and what its tag says beside its place. */
  readonly figure?: (figure: string) => readonly [attributes: string, content: string];
  readonly styles?: string;
  readonly before?: string;
  readonly after?: string;
  /** Behind the table of the sheet. */
  readonly options?: string;
}

const number = (text: string): readonly [string, string] => ['', `<Data ss:Type="Number">${text}</Data>`];

/** The honest form as Excel 2003 writes it into one XML. */
function book(changes: SheetChanges = {}): Uint8Array {
  const { styles = '', before = '', after = '' } = changes;
  return bytesOf(
    `${declaration}<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="Default"/>${styles}</Styles>${before}${sheet('表', changes)}${after}</Workbook>`,
  );
}

function sheet(name: string, { figure = number, options = '' }: SheetChanges): string {
  const rows = new Map<number, FormCell[]>();
  for (const cell of formCells()) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const written = [...rows].map(([row, cells]) => {
    const inside = cells.map(({ column, columnSpan, rowSpan, text, isFigure }) => {
      const [attributes, content] = isFigure ? figure(text) : ['', `<Data ss:Type="String">${escaped(text)}</Data>`];
      const merge = `${columnSpan > 1 ? ` ss:MergeAcross="${columnSpan - 1}"` : ''}${rowSpan > 1 ? ` ss:MergeDown="${rowSpan - 1}"` : ''}`;
      return `<Cell ss:Index="${column}"${merge} ${attributes}>${text === '' ? '' : content}</Cell>`;
    });
    return `<Row ss:Index="${row}">${inside.join('')}</Row>`;
  });
  return `<Worksheet ss:Name="${name}"><Table>${written.join('')}</Table>${options}</Worksheet>`;
}

const hidden =
  '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
const decoys = (options = '') => sheet('旧', { figure: () => number(decoy), options });
const style = (inside: string) => `<Style ss:ID="s9">${inside}</Style>`;
const styled = (inside: string, figure = number) =>
  book({ styles: style(inside), figure: (text) => ['ss:StyleID="s9"', figure(text)[1]] });

function* books(): Generator<OddForm> {
  const told = { same: false, other: true } as const;
  const content = (write: (text: string) => string) => book({ figure: (text) => ['', write(text)] });
  yield { name: '平', bytes: book(), same: true };
  yield { name: '文字', bytes: content((text) => `<Data ss:Type="String">${text}</Data>`), same: true };
  yield { name: '指数', bytes: content((text) => `<Data ss:Type="Number">${Number(text) / 10}E+1</Data>`), same: true };
  yield { name: '算过', bytes: book({ figure: (text) => ['ss:Formula="=RC[1]+0"', number(text)[1]] }), same: true };
  yield { name: '没算', bytes: book({ figure: () => ['ss:Formula="=9"', ''] }), same: false };
  yield { name: '两个值', bytes: content((text) => number(text)[1] + number(decoy)[1]), ...told };
  yield { name: '十六进制', bytes: content(() => '<Data ss:Type="Number">0x9</Data>'), ...told };
  yield { name: '日期', bytes: content(() => '<Data ss:Type="DateTime">2023-05-09T00:00:00.000</Data>'), ...told };
  yield { name: '错误', bytes: content(() => '<Data ss:Type="Error">#REF!</Data>'), ...told };
  yield {
    name: '批注',
    bytes: content((text) => `${number(text)[1]}<Comment><ss:Data>${decoy}</ss:Data></Comment>`),
    same: true,
  };
  yield {
    name: '一段划去',
    bytes: content(
      (text) => `<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>${decoy}</S>${text}</ss:Data>`,
    ),
    ...told,
  };
  yield {
    name: '一段加粗',
    bytes: content(
      (text) => `<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>${text}</B></ss:Data>`,
    ),
    same: true,
  };
  yield { name: '整格划去', bytes: styled('<Font ss:StrikeThrough="1"/>'), ...told };
  yield { name: '百分', bytes: styled('<NumberFormat ss:Format="Percent"/>'), ...told };
  yield { name: '千分', bytes: styled('<NumberFormat ss:Format="Standard"/>'), same: true };
  yield { name: '不显示', bytes: styled('<NumberFormat ss:Format=";;;"/>'), ...told };
  yield { name: '藏旧表', bytes: book({ before: decoys(hidden) }), same: true };
  yield { name: '全藏', bytes: book({ options: hidden }), same: false };
  yield { name: '两表', bytes: book({ after: decoys() }), same: false };
  const text = new TextDecoder().decode(book());
  yield { name: '断', bytes: bytesOf(text.slice(0, text.length * 0.8)), same: false };
  yield { name: '行倒', bytes: bytesOf(text.replace('<Row ss:Index="3"', '<Row ss:Index="1"')), same: false };
  yield { name: '列外', bytes: bytesOf(text.replace('<Cell ss:Index="2"', '<Cell ss:Index="99999"')), same: false };
  yield {
    name: '实体',
    bytes: bytesOf(text.replace('<Workbook', '<!DOCTYPE x [<!ENTITY a "9">]><Workbook')),
    same: false,
  };
  yield {
    name: '前缀',
    bytes: bytesOf(text.replace(/<(\/?)(Workbook|Worksheet|Table|Row|Cell|Data|Styles?)\b/g, '<$1ss:$2')),
    same: true,
  };
}

/** The body of the honest form under the names Word used in 2003. */
function oldWord(body: string): Uint8Array {
  const old = body.replaceAll('w:vMerge', 'w:vmerge');
  return bytesOf(
    `${declaration}<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xml:space="preserve"><w:styles/><w:body><wx:sect>${old}</wx:sect></w:body></w:wordDocument>`,
  );
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a .docx in one XML. */
function parts(file: Uint8Array): Uint8Array {
  const listed = Object.entries(unzipSync(file)).map(([name, bytes]) => {
    const xml = new TextDecoder().decode(bytes).replace(/^<\?xml[^>]*\?>\s*/, '');
    return name.startsWith('[')
      ? ''
      : `<pkg:part pkg:name="/${name}" pkg:contentType="${DOCX}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  });
  return bytesOf(
    `${declaration}<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${listed.join('')}</pkg:package>`,
  );
}

function* words(): Generator<OddForm> {
  const told = { same: false, other: true } as const;
  const figure = (write: (text: string) => string) => wordForm({ figure: (text) => `<w:p>${write(text)}</w:p>` });
  yield { name: '老平', bytes: oldWord(wordForm({})), same: true };
  yield { name: '老划去', bytes: oldWord(figure((text) => run(decoy, '<w:strike/>') + run(text))), ...told };
  yield { name: '老藏', bytes: oldWord(figure((text) => run(text) + run(decoy, '<w:vanish/>'))), same: true };
  yield {
    name: '老删去',
    bytes: oldWord(
      figure(
        (text) =>
          `${run(text)}<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>${decoy}</w:delText></w:r></aml:content></aml:annotation>`,
      ),
    ),
    same: true,
  };
  yield {
    name: '老编号',
    bytes: oldWord(figure((text) => `<w:pPr><w:listPr><wx:t wx:val="${decoy}."/></w:listPr></w:pPr>${run(text)}`)),
    ...told,
  };
  yield { name: '包平', bytes: parts(wordFile({})), same: true };
  yield {
    name: '包划去',
    bytes: parts(wordFile({ figure: (text) => `<w:p>${run(decoy, '<w:strike/>')}${run(text)}</w:p>` })),
    ...told,
  };
  const twice = new TextDecoder()
    .decode(parts(wordFile({})))
    .replace(/<pkg:part pkg:name="\/word\/document.xml".*?<\/pkg:part>/s, '$&$&');
  yield { name: '包两份', bytes: bytesOf(twice), same: false };
}

function open(figure?: (text: string) => readonly [string, string]): Uint8Array {
  const content = new TextDecoder().decode(unzipSync(openSheet(figure === undefined ? {} : { figure }))['content.xml']);
  return bytesOf(
    content
      .replaceAll('office:document-content', 'office:document')
      .replace('office:version', 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" office:version'),
  );
}

function archive(
  page: string,
  encoding: string,
  write: (text: string) => string,
  head = 'X-Document-Type: Workbook\r\n',
  more = '',
): Uint8Array {
  return bytesOf(
    `MIME-Version: 1.0\r\n${head}Content-Type: multipart/related; boundary="--=_b"\r\n\r\n单个文件网页\r\n\r\n----=_b\r\nContent-Location: file:///C:/A/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${write(page)}\r\n${more}----=_b--\r\n`,
  );
}

const packed = (page: string) => Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n');
const quoted = (page: string) =>
  [...Buffer.from(page)]
    .map((byte) => (byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('')
    .replace(/.{60}(?:=..){0,4}/g, (line) => `${line}=\r\n`);

function* others(): Generator<OddForm> {
  yield { name: '开平.fods', bytes: open(), same: true };
  yield { name: '开平.xml', bytes: open(), same: true };
  yield {
    name: '开矛盾.fods',
    bytes: open((text) => [`office:value-type="percentage" office:value="${text}"`, openText(text)]),
    same: false,
    other: true,
  };
  yield { name: '网平.mht', bytes: archive(pageForm(), '8bit', (page) => page), same: true };
  yield { name: '网编码.doc', bytes: archive(pageForm(), 'base64', packed), same: true };
  yield { name: '网可印.xls', bytes: archive(pageForm(), 'quoted-printable', quoted), same: true };
  yield {
    name: '网浏览器.mhtml',
    bytes: archive(
      pageForm(),
      'base64',
      packed,
      'From: <Saved by Blink>\r\nSubject: x\r\nSnapshot-Content-Location: https://example.org/\r\n',
    ),
    same: true,
  };
  yield { name: '网断.mht', bytes: archive(pageForm(), 'base64', packed).slice(0, 4000), same: false };
  const frame = (state: string) =>
    `----=_b\r\nContent-Type: text/html\r\n\r\n<html><!--[if gte mso 9]><xml><x:Name>旧</x:Name><x:Visible>${state}</x:Visible></xml><![endif]--></html>\r\n`;
  yield {
    name: '网藏表.mht',
    bytes: archive(pageForm(), '8bit', (page) => page, undefined, frame('SheetHidden')),
    same: false,
  };
  yield {
    name: '网带件.mht',
    bytes: archive(
      pageForm(),
      '8bit',
      (page) => page,
      undefined,
      '----=_b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="a.xlsx"\r\n\r\nx\r\n',
    ),
    same: false,
  };
}

/** The honest form as one XML or one web page, as old programs and those that export write it. */
export function* oddWholes(): Generator<OddForm> {
  for (const ending of ['xml', 'xls'])
    for (const { name, ...one } of books()) yield { name: `表${name}统计表.${ending}`, ...one };
  for (const { name, ...one } of words()) yield { name: `文${name}统计表.doc`, ...one };
  for (const { name, ...one } of others()) yield { name: name.replace('.', '统计表.'), ...one };
}

export const oddWholeMakers = [maker('whole in one XML or one page: as other programs write it', oddWholes)];
