import { wordDocument, zip } from '../../read/build-package.js';
import { calm, costly, maker } from '../maker.js';
import { packageParts, partOf, withParts } from '../parts-of.js';

const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const wordCell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`;

function nestedTables(depth: number): string {
  let inside = paragraph('底');
  for (let n = 0; n < depth; n++) inside = `${table(`<w:tr>${wordCell(inside)}</w:tr>`)}<w:p/>`;
  return inside;
}

const part = (name: string) => partOf('progress.docx', name);
const changed = (name: string, content: string | null) => withParts('progress.docx', { [name]: content });

function odsOf(content: string, more: Record<string, string> = {}): Uint8Array {
  const spaces = ['office', 'table', 'text', 'style', 'draw'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const body = `<office:document-content ${spaces.join(' ').replace('opendocument:xmlns:draw', 'opendocument:xmlns:drawing')}><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`;
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': body,
    'META-INF/manifest.xml': '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ...more,
  });
}

const odsTable = (rows: string) => odsOf(`<table:table table:name="表">${rows}</table:table>`);
const odsCell = (attributes: string, text = '') =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const huge = ['2147483648', '1e9', '-1', 'NaN', '99999999999999999999'];

export const documents = [
  costly('docx: nested and repeated without end', function* () {
    for (const depth of [20, 60, 2000])
      yield { name: `套表${depth}写实表.docx`, bytes: wordDocument(nestedTables(depth)) };
    yield { name: '三十万段总结.docx', bytes: wordDocument(times(300_000, () => '<w:p/>')) };
    yield {
      name: '十万行写实表.docx',
      bytes: wordDocument(table(times(100_000, () => `<w:tr>${wordCell(paragraph('1'))}</w:tr>`))),
    };
    yield {
      name: '六万列写实表.docx',
      bytes: wordDocument(table(`<w:tr>${times(60_000, () => wordCell(paragraph('1')))}</w:tr>`)),
    };
  }),
  costly('docx: spans that lie', function* () {
    for (const span of huge) {
      yield {
        name: `跨${calm(span)}写实表.docx`,
        bytes: wordDocument(
          table(times(3, () => `<w:tr>${wordCell(paragraph('1'), `<w:gridSpan w:val="${span}"/>`)}</w:tr>`)),
        ),
      };
      yield {
        name: `前空${calm(span)}写实表.docx`,
        bytes: wordDocument(
          table(`<w:tr><w:trPr><w:gridBefore w:val="${span}"/></w:trPr>${wordCell(paragraph('1'))}</w:tr>`),
        ),
      };
    }
    yield {
      name: '接续写实表.docx',
      bytes: wordDocument(
        table(times(5000, () => `<w:tr>${times(20, () => wordCell(paragraph('1'), '<w:vMerge/>'))}</w:tr>`)),
      ),
    };
  }),
  maker('docx: parts', function* () {
    const document = part('word/document.xml');
    for (const [n, name] of Object.keys(packageParts('progress.docx')).entries())
      yield { name: `缺${n}写实表.docx`, bytes: changed(name, null) };
    yield { name: '未完写实表.docx', bytes: changed('word/document.xml', document.slice(0, document.length / 2)) };
    yield {
      name: '实体写实表.docx',
      bytes: changed(
        'word/document.xml',
        `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${document.replace(/^<\?xml[^>]*\?>/, '').replace('<w:t>', '<w:t>&x;')}`,
      ),
    };
    yield {
      name: '外链总结.docx',
      bytes: wordDocument(
        '<w:altChunk r:id="rId9"/><w:p><w:fldSimple w:instr="INCLUDETEXT &quot;/etc/passwd&quot;"/></w:p><w:p><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"><w:r><w:t>=cmd|x</w:t></w:r></w:fldSimple></w:p>',
      ),
    };
    yield { name: '深总结.docx', bytes: wordDocument(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`) };
  }),
  costly('ods: counts that lie', function* () {
    for (const count of huge) {
      yield {
        name: `列${calm(count)}统计表.ods`,
        bytes: odsTable(
          `<table:table-row>${odsCell(`table:number-columns-repeated="${count}" office:value-type="float" office:value="1"`, '1')}</table:table-row>`,
        ),
      };
      yield {
        name: `行${calm(count)}统计表.ods`,
        bytes: odsTable(
          `<table:table-row table:number-rows-repeated="${count}">${odsCell('office:value-type="float" office:value="1"', '1')}</table:table-row>`,
        ),
      };
      yield {
        name: `跨${calm(count)}统计表.ods`,
        bytes: odsTable(
          `<table:table-row>${odsCell(`table:number-columns-spanned="${count}" table:number-rows-spanned="${count}"`, '1')}</table:table-row>`,
        ),
      };
      yield {
        name: `空格${calm(count)}统计表.ods`,
        bytes: odsTable(`<table:table-row>${odsCell('', `<text:s text:c="${count}"/>`)}</table:table-row>`),
      };
    }
    yield {
      name: '行列都多统计表.ods',
      bytes: odsTable(
        `<table:table-row table:number-rows-repeated="1048576">${odsCell('table:number-columns-repeated="16384" office:value-type="float" office:value="1"', '1')}</table:table-row>`,
      ),
    };
    yield {
      name: '空行列统计表.ods',
      bytes: odsTable(
        times(
          2000,
          () =>
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        ),
      ),
    };
    yield {
      name: '合并多统计表.ods',
      bytes: odsTable(
        `<table:table-row table:number-rows-repeated="1048576">${odsCell('table:number-columns-spanned="2"', '')}</table:table-row>`,
      ),
    };
  }),
  maker('ods: values and parts that lie', function* () {
    const values = ['', 'NaN', 'Infinity', '1e999', '0x1F', '１２', '1,5', ' 7 '];
    yield {
      name: '怪数非数统计表.ods',
      bytes: odsTable(
        `<table:table-row>${values.map((value) => odsCell(`office:value-type="float" office:value="${value}"`, value)).join('')}</table:table-row>`,
      ),
    };
    const days = ['9999-99-99', '-1-01-01', 'x', '2023-05-29T99:99:99', '99999-01-01'];
    yield {
      name: '怪日统计表.ods',
      bytes: odsTable(
        `<table:table-row>${days.map((day) => odsCell(`office:value-type="date" office:date-value="${day}"`, day)).join('')}</table:table-row>`,
      ),
    };
    yield {
      name: '套表统计表.ods',
      bytes: odsTable(
        `<table:table-row>${'<table:table-cell><table:table>'.repeat(500)}${'</table:table></table:table-cell>'.repeat(500)}</table:table-row>`,
      ),
    };
    yield {
      name: '加密统计表.ods',
      bytes: odsOf('', {
        'META-INF/manifest.xml':
          '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      }),
    };
    yield { name: '无内容统计表.ods', bytes: zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }) };
    yield {
      name: '冒充统计表.ods',
      bytes: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    };
    yield {
      name: '实体统计表.ods',
      bytes: zip({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': '<!DOCTYPE x [<!ENTITY a "1">]><x>&a;</x>',
      }),
    };
  }),
];
