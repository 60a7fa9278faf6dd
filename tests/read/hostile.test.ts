import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/model/rules.js';
import { probePhoto } from '../../src/read/probe-photo.js';
import { readDocument } from '../../src/read/read-document.js';
import { sniff } from '../../src/read/sniff.js';
import { PNG, zip } from './build-package.js';
import { problem } from './show.js';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
const FORMATS: readonly Format[] = ['xlsx', 'xls', 'ods', 'csv', 'docx', 'doc', 'html', 'text', 'ole', 'pdf'];
const PHOTOS: readonly Format[] = ['jpg', 'png', 'gif', 'bmp', 'webp', 'heic'];
const PROMPT = 3000;

async function survives(bytes: Uint8Array, formats: readonly Format[]): Promise<void> {
  const start = performance.now();
  const kind = sniff(bytes, '附件2.xls');
  for (const format of new Set([kind, ...formats])) {
    const result = await readDocument(bytes, format);
    expect(typeof result.ok).toBe('boolean');
  }
  for (const format of PHOTOS) expect(typeof probePhoto(bytes, format).damaged).toBe('boolean');
  expect(performance.now() - start).toBeLessThan(PROMPT);
}

describe('whatever comes', () => {
  it('arbitrary bytes neither throw nor hang', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) => survives(bytes, FORMATS)),
      { numRuns: 150 },
    );
  });

  const beginnings = [
    PNG,
    new Uint8Array(zip({ a: '' })),
    file('book.xls').subarray(0, 512),
    Uint8Array.of(0xff, 0xd8, 0xff, 0xda),
  ];

  it('nor do they behind a true beginning', async () => {
    const bytes = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 2000 }));
    await fc.assert(
      fc.asyncProperty(bytes, ([head, tail]) => survives(Uint8Array.from([...head, ...tail]), FORMATS)),
      { numRuns: 150 },
    );
  });

  it.each(['book.xlsx', 'book.xls', 'book.ods', 'word.docx', 'word.doc'])('nor does a spoilt %s', async (name) => {
    const whole = file(name);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(changes, fc.option(fc.nat(whole.length)), async (changed, length) => {
        const copy = whole.slice();
        for (const [at, byte] of changed) copy[at] = byte;
        await survives(length === null ? copy : copy.subarray(0, length), [sniff(whole, name)]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what needs a password', () => {
  function container(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
    const file = CFB.utils.cfb_new();
    for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, content);
    return new Uint8Array(CFB.write(file, { type: 'array' }));
  }
  const stream = (name: string, from: string) => {
    const content = CFB.find(CFB.read(file(from), { type: 'array' }), `/${name}`)?.content;
    return Uint8Array.from(content ?? []);
  };

  it('says so', async () => {
    const packaged = container({ EncryptedPackage: new Uint8Array(5000), EncryptionInfo: new Uint8Array(100) });
    expect([sniff(packaged, '附件2.xlsx'), await problem(packaged, 'ole')]).toEqual(['ole', 'encrypted']);
    // Office 2007 puts a document beside it that only says so.
    const beside = container({ EncryptedPackage: new Uint8Array(5000), WordDocument: new Uint8Array(5000) });
    expect([sniff(beside, '附件1.docx'), await problem(beside, 'ole')]).toEqual(['ole', 'encrypted']);

    const book = stream('Workbook', 'book.xls');
    const first = 4 + (book[2] ?? 0);
    const locked = Uint8Array.from([...book.subarray(0, first), 0x2f, 0, 2, 0, 0, 0, ...book.subarray(first)]);
    expect(await problem(container({ Workbook: locked }), 'xls')).toBe('encrypted');

    const word = stream('WordDocument', 'word.doc');
    word[11] = (word[11] ?? 0) | 1;
    expect(await problem(container({ WordDocument: word, '1Table': new Uint8Array(10) }), 'doc')).toBe('encrypted');

    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    expect(await problem(zip({ 'META-INF/manifest.xml': manifest, 'content.xml': 'x' }), 'ods')).toBe('encrypted');
  });

  it('is told from what is merely old or another program’s', async () => {
    const slides = container({ 'PowerPoint Document': new Uint8Array(5000) });
    expect(sniff(slides, 'a.ppt')).toBe('pptx');
    const other = container({ 'Some Stream': new Uint8Array(5000) });
    expect([sniff(other, 'a.xls'), await problem(other, 'ole')]).toEqual(['ole', 'unsupported']);
    const old = stream('Workbook', 'book.xls');
    old[5] = 5;
    expect(await problem(container({ Book: old }), 'xls')).toBe('excel-95');
    expect(await problem(new TextEncoder().encode('{\\rtf1 }'), 'doc')).toBe('rich-text');
  });
});
