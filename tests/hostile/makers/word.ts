import { wordDocument } from '../../read/build-package.js';
import { costly, maker } from '../maker.js';
import { partOf, stranger, withParts } from '../parts-of.js';
import { bytesOf } from '../raw-zip.js';

const times = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join('');
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const main = 'word/document.xml';
const document = () => partOf('progress.docx', main);
const changed = (parts: Record<string, string | Uint8Array | null>) => withParts('progress.docx', parts);
const inBody = (before: string) => changed({ [main]: document().replace('<w:body>', `<w:body>${before}`) });
const nested = (open: string, close: string, depth: number, inside = '') =>
  open.repeat(depth) + inside + close.repeat(depth);

export const words = [
  maker('docx: text that is not there', function* () {
    yield {
      name: '删除写实表.docx',
      bytes: changed({ [main]: document().replaceAll('<w:t', '<w:delText').replaceAll('</w:t>', '</w:delText>') }),
    };
    yield {
      name: '修订写实表.docx',
      bytes: inBody(
        paragraph(
          `<w:ins>${run('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:moveFrom>${run('丙')}</w:moveFrom>`,
        ),
      ),
    };
    yield {
      name: '删行写实表.docx',
      bytes: changed({
        [main]: document()
          .replaceAll('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>')
          .replace(/<w:tr /g, '<w:tr x="" '),
      }),
    };
    yield {
      name: '隐藏写实表.docx',
      bytes: changed({ [main]: document().replaceAll('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>') }),
    };
    yield {
      name: '异件写实表.docx',
      bytes: inBody(
        '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>',
      ),
    };
    yield {
      name: '子文档写实表.docx',
      bytes: inBody(
        '<w:subDoc xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"/>',
      ),
    };
    const fields = [
      'INCLUDETEXT "/etc/passwd"',
      'INCLUDEPICTURE "http://127.0.0.1/x.png"',
      'DDEAUTO c:\\\\cmd.exe',
      'HYPERLINK "file:///etc/passwd"',
      'MACROBUTTON x',
      '='.repeat(20_000),
    ];
    yield {
      name: '域写实表.docx',
      bytes: inBody(
        fields
          .map((code) =>
            paragraph(
              `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code.replaceAll('"', '&quot;')}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
            ),
          )
          .join(''),
      ),
    };
    yield {
      name: '域不完写实表.docx',
      bytes: inBody(paragraph(times(5000, () => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))),
    };
  }),
  maker('docx: boxes in boxes', function* () {
    const box = (depth: number) =>
      nested(
        '<w:p><w:r><w:pict><v:textbox><w:txbxContent>',
        '</w:txbxContent></v:textbox></w:pict></w:r></w:p>',
        depth,
        paragraph(run('底')),
      );
    for (const depth of [3, 30, 300]) yield { name: `套框${depth}总结.docx`, bytes: wordDocument(box(depth)) };
    const choice = (depth: number) =>
      nested(
        '<mc:AlternateContent><mc:Choice Requires="wps">',
        '</mc:Choice></mc:AlternateContent>',
        depth,
        paragraph(run('底')),
      );
    for (const depth of [3, 100]) yield { name: `套选${depth}总结.docx`, bytes: wordDocument(choice(depth)) };
    for (const [name, open, close] of [
      ['超链', '<w:hyperlink>', '</w:hyperlink>'],
      ['插入', '<w:ins>', '</w:ins>'],
      ['智能', '<w:smartTag>', '</w:smartTag>'],
    ] as const)
      yield { name: `套${name}总结.docx`, bytes: wordDocument(paragraph(nested(open, close, 200, run('底')))) };
    yield {
      name: '万框总结.docx',
      bytes: wordDocument(
        paragraph(
          times(3000, () => '<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>'),
        ),
      ),
    };
    yield { name: '公式总结.docx', bytes: wordDocument(paragraph(nested('<w:oMath>', '</w:oMath>', 200, run('底')))) };
  }),
  maker('docx: pictures that are none', function* () {
    const blip = (id: string) => paragraph(`<w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r>`);
    const with_ = (ids: readonly string[]) =>
      changed({
        [main]: document().replace(
          '</w:body>',
          `${ids.map(blip).join('').replaceAll('a:blip ', 'a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ')}</w:body>`,
        ),
      });
    yield { name: '图无号写实表.docx', bytes: with_(['', 'rId9999', '../x']) };
    yield { name: '图万张写实表.docx', bytes: with_(Array.from({ length: 5000 }, () => 'rId1')) };
    yield {
      name: '图成环写实表.docx',
      bytes: changed({
        'word/_rels/document.xml.rels': partOf('progress.docx', 'word/_rels/document.xml.rels').replace(
          /Target="media\/[^"]*"/g,
          'Target="document.xml"',
        ),
      }),
    };
    yield {
      name: '图在外写实表.docx',
      bytes: changed({
        'word/_rels/document.xml.rels': partOf('progress.docx', 'word/_rels/document.xml.rels').replace(
          /Target="media\/[^"]*"/g,
          'Target="http://127.0.0.1/x.jpg" TargetMode="External"',
        ),
      }),
    };
    yield {
      name: '图是程序写实表.docx',
      bytes: changed({ 'word/media/image1.png': bytesOf('MZ'), 'word/media/image1.jpeg': bytesOf('MZ') }),
    };
  }),
  costly('docx: rows that do not line up', function* () {
    const cell = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run('1'))}</w:tc>`;
    const table = (rows: string) => wordDocument(`<w:tbl>${rows}</w:tbl>`);
    yield {
      name: '错列写实表.docx',
      bytes: table(
        times(300, (n) => `<w:tr>${times((n * 7) % 63, () => cell(`<w:gridSpan w:val="${(n % 5) + 1}"/>`))}</w:tr>`),
      ),
    };
    yield {
      name: '续无头写实表.docx',
      bytes: table(times(200, () => `<w:tr>${times(60, () => cell('<w:vMerge w:val="continue"/>'))}</w:tr>`)),
    };
    yield {
      name: '头头写实表.docx',
      bytes: table(times(200, () => `<w:tr>${times(60, () => cell('<w:vMerge w:val="restart"/>'))}</w:tr>`)),
    };
    yield { name: '空行写实表.docx', bytes: table(times(50_000, () => '<w:tr/>')) };
    yield { name: '空格写实表.docx', bytes: table(`<w:tr>${'<w:tc/>'.repeat(50_000)}</w:tr>`) };
    yield { name: '千表总结.docx', bytes: wordDocument(times(5000, () => `<w:tbl><w:tr>${cell('')}</w:tr></w:tbl>`)) };
    yield { name: '长段总结.docx', bytes: wordDocument(paragraph(run('长'.repeat(2_000_000)))) };
    yield { name: '碎段总结.docx', bytes: wordDocument(paragraph(times(200_000, () => run('碎')))) };
    const form = nested(
      '<w:tbl><w:tr><w:tc>',
      '<w:p/></w:tc></w:tr></w:tbl>',
      40,
      paragraph(run('2023年宣传服务月活动进展情况写实表')),
    );
    yield {
      name: '千层写实表.docx',
      bytes: wordDocument(nested('<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>', 1000, form)),
    };
    yield { name: '四十层写实表.docx', bytes: wordDocument(form) };
  }),
  maker('docx: other things of Word', function* () {
    yield { name: '宏写实表.docm', bytes: changed({ 'word/vbaProject.bin': new Uint8Array(3000) }) };
    yield {
      name: '模板写实表.docx',
      bytes: changed({
        'word/_rels/settings.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1/x.dotm" TargetMode="External"/></Relationships>',
      }),
    };
    yield { name: '富文本写实表.doc', bytes: bytesOf(`{\\rtf1${'{\\b '.repeat(50_000)}${'}'.repeat(50_000)}}`) };
    yield {
      name: '网页写实表.doc',
      bytes: bytesOf('<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table><tr><td>1</table>'),
    };
    yield {
      name: '扁平写实表.xml',
      bytes: bytesOf(
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
      ),
    };
    yield { name: '表格冒充写实表.docx', bytes: stranger('form.xlsx') };
    yield { name: '老表冒充写实表.doc', bytes: stranger('form.xls') };
    yield {
      name: '文字写实表.odt',
      bytes: withParts('book.ods', { mimetype: 'application/vnd.oasis.opendocument.text' }),
    };
  }),
];
