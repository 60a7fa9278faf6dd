import { strToU8, type Zippable, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function zip(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: '2023-05-29T00:00:00' });
}

export function relationships(...targets: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function sheetXml(content: string): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</worksheet>`;
}

export interface WorkbookOptions {
  /** What stands inside `<worksheet>`, a sheet each. */
  readonly sheets: readonly string[];
  /** Attributes of each `<sheet>`, such as `state="hidden"`. */
  readonly states?: readonly string[];
  readonly strings?: readonly string[];
  /** Number formats of the cell styles 1, 2, …: an id, or a code of its own. */
  readonly formats?: readonly (number | string)[];
  readonly properties?: string;
  readonly extra?: Parts;
}

/** The parts of a workbook, to be spoilt as a test likes before they are zipped. */
export function workbookParts(options: WorkbookOptions): Record<string, string | Uint8Array> {
  const { sheets, states = [], strings = [], formats = [], properties = '', extra = {} } = options;
  const codes = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(format)}"/>` : '',
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 200 + i : format}"/>`);
  const listed = sheets.map(
    (_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" ${states[i] ?? ''} r:id="rId${i + 1}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdT', 'styles', 'styles.xml'],
    ),
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${MAIN}">${strings.join('')}</sst>`,
    'xl/styles.xml': `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach((content, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(content);
  });
  return { ...parts, ...extra };
}

function contentTypes(sheets: number): string {
  const kinds: [part: string, kind: string][] = [
    ['workbook.xml', 'sheet.main'],
    ['sharedStrings.xml', 'sharedStrings'],
    ['styles.xml', 'styles'],
    ...Array.from({ length: sheets }, (_, i): [string, string] => [`worksheets/sheet${i + 1}.xml`, 'worksheet']),
  ];
  const overrides = kinds.map(
    ([part, kind]) =>
      `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`;
}

export function workbook(options: WorkbookOptions): Uint8Array {
  return zip(workbookParts(options));
}

const WORD_PARTS = ['styles', 'numbering', 'settings'] as const;

/** A Word document around what stands inside `<w:body>`, with what stands inside `<w:styles>` or `<w:numbering>`. */
export function wordDocument(
  body: string,
  inside: Partial<Record<(typeof WORD_PARTS)[number], string>> = {},
  extra: Parts = {},
): Uint8Array {
  const spaces = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const own = WORD_PARTS.filter((part) => inside[part] !== undefined);
  const overrides = own.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${type}.${part}+xml"/>`);
  return zip({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `${DECLARATION}<w:document ${spaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(...own.map((part) => [part, part, `${part}.xml`] as const)),
    ...Object.fromEntries(
      own.map((part) => [`word/${part}.xml`, `${DECLARATION}<w:${part} ${spaces}>${inside[part]}</w:${part}>`]),
    ),
    ...extra,
  });
}

/** A complete grey PNG of one pixel. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
