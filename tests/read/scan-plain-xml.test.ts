import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Allowance } from '../../src/read/allowance.js';
import { usePlatform } from '../../src/read/platform.js';
import { scanPlainXml } from '../../src/read/scan-plain-xml.js';
import { scanAnyXml } from '../../src/read/scan-xml.js';
import type { XmlEvents } from '../../src/read/xml-events.js';

usePlatform({});

/** All that was told, with text in one piece, as parsers may cut it differently; text outside the root is none. */
class Told implements XmlEvents {
  readonly events: string[] = [];
  #depth = 0;
  #text = '';

  open(name: string, attributes: Parameters<XmlEvents['open']>[1]): void {
    this.#flush();
    this.#depth++;
    const record = attributes.record();
    for (const key in record) expect(attributes.get(key)).toBe(record[key]);
    this.events.push(`<${name} ${JSON.stringify(record)}`);
  }

  close(name: string): void {
    this.#flush();
    this.#depth--;
    this.events.push(`>${name}`);
  }

  text(text: string): void {
    if (this.#depth > 0) this.#text += text;
  }

  #flush(): void {
    if (this.#text !== '') this.events.push(`"${this.#text}`);
    this.#text = '';
  }
}

function strictly(xml: string): readonly string[] | null {
  const told = new Told();
  try {
    scanAnyXml(xml, told, new Allowance());
    return told.events;
  } catch {
    return null;
  }
}

function plainly(xml: string): readonly string[] | null {
  const told = new Told();
  return scanPlainXml(new TextEncoder().encode(xml), told, 256) ? told.events : null;
}

const piece = fc.constantFrom(
  ...['<a>', '</a>', '<b x="1">', '</b>', '<c/>', '<a x="1" y="2"/>', '<a x="1" x="2"/>', "<a x='1'/>", '<a x = "1"/>'],
  ...[
    '<p:a xmlns:p="urn:x" p:y="1">',
    '</p:a>',
    '<a xmlns="urn:y">',
    '<?xml version="1.0"?>',
    '<?pi x?>',
    '<!-- c -->',
  ],
  ...[
    '<![CDATA[x]]>',
    '<!DOCTYPE a>',
    '&amp;',
    '&#65;',
    '&#x4e2d;',
    '&#0;',
    '&nbsp;',
    '&amp',
    'text',
    '中文',
    ' ',
    '\n',
    '\t',
  ],
  ...[
    '\r\n',
    ']]>',
    ']',
    '<',
    '>',
    '"',
    '\u0001',
    '\ufffe',
    '\u{1f600}',
    '<a x="<"/>',
    '<a x="a&lt;b"/>',
    '<a x="1"y="2"/>',
    '</a >',
  ],
  ...['<a', '/>', '<1/>', '<a x/>', '<a x="\n"/>', '\ufeff'],
);

describe('plain XML', () => {
  it('is told as the strict parser tells it, and nothing the strict parser refuses is taken', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, wrapped) => {
        const xml = wrapped ? `<root>${pieces.join('')}</root>` : pieces.join('');
        const told = plainly(xml);
        if (told === null) return;
        taken++;
        expect(told).toEqual(strictly(xml));
      }),
      { numRuns: 6000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('stays so when the parts of real workbooks are spoilt by a byte', () => {
    const parts = ['openpyxl', 'libreoffice', 'exceljs', 'wps'].flatMap((name) =>
      Object.values(
        unzipSync(readFileSync(`bench/forms/${name}.xlsx`), { filter: (file) => file.name.endsWith('.xml') }),
      ),
    );
    const part = fc.constantFrom(...parts);
    fc.assert(
      fc.property(part, fc.nat(), fc.constantFrom(...'<>"&/= x\u0000]'), (bytes, at, sign) => {
        const spoilt = bytes.slice();
        spoilt[at % spoilt.length] = sign.charCodeAt(0);
        const told = new Told();
        if (!scanPlainXml(spoilt, told, 256)) return;
        expect(told.events).toEqual(strictly(new TextDecoder().decode(spoilt)));
      }),
      { numRuns: 150 },
    );
  });

  it('is what programs write: every part of the forms is taken', () => {
    for (const name of readdirSync('bench/forms').filter((one) => one.endsWith('.xlsx'))) {
      const parts = unzipSync(readFileSync(join('bench/forms', name)), {
        filter: (file) => /worksheets\/sheet\d+\.xml$|sharedStrings\.xml$|workbook\.xml$/.test(file.name),
      });
      for (const [part, bytes] of Object.entries(parts)) {
        expect(`${name} ${part} ${scanPlainXml(bytes, new Told(), 256)}`).toBe(`${name} ${part} true`);
      }
    }
  });
});
