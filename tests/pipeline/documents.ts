import { strToU8, zipSync } from 'fflate';

/** A Word document of plain paragraphs. */
export function wordText(...lines: string[]): Uint8Array {
  return word(lines.map(paragraph).join(''));
}

/** A Word document with a title, a 单位 line and a 写实表 of these activities. */
export function progressReport(unit: string, activities: readonly string[]): Uint8Array {
  const rows = [['单位', '开展的具体活动写实', '活动照片'], ...activities.map((text) => [unit, text, ''])];
  const table = rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`);
  return word(
    `${paragraph('2023年宣传服务月活动进展情况写实表')}${paragraph(`单位：${unit}`)}<w:tbl>${table.join('')}</w:tbl>`,
  );
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function word(body: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const parts = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
  };
  // The same bytes whenever it is made.
  return zipSync(parts, { mtime: '2023-05-01T00:00:00' });
}

/** A zip as Windows packs it: names in GBK, no flag that says so. `names` must hold GBK bytes by path. */
export function zipWithRawNames(
  files: readonly { readonly name: Uint8Array; readonly bytes: Uint8Array }[],
): Uint8Array {
  const placeholders = files.map(({ name }, n) => String(n).padStart(name.length, 'x'));
  const zip = zipSync(Object.fromEntries(files.map(({ bytes }, n) => [placeholders[n]!, bytes])), {
    mtime: '2023-05-01T00:00:00',
  });
  placeholders.forEach((placeholder, n) => {
    const wanted = strToU8(placeholder);
    for (let at = 0; at + wanted.length <= zip.length; at++) {
      if (wanted.every((byte, i) => zip[at + i] === byte)) zip.set(files[n]!.name, at);
    }
  });
  return zip;
}

/** A mail with attachments in base64. */
export function mail(headers: readonly string[], files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const lines = [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '请查收。',
    ...Object.entries(files).flatMap(([name, bytes]) => [
      '--part',
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
      '',
      Buffer.from(bytes).toString('base64'),
    ]),
    '--part--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
