import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultBounds } from '../../src/model/bounds.js';
import { joinBytes } from '../../src/model/join-bytes.js';
import { Allowance } from '../../src/read/allowance.js';
import { openZip } from '../../src/read/open-zip.js';
import { sniff } from '../../src/read/sniff.js';
import { listZip } from '../../src/read/zip-directory.js';
import { zipFlaw } from '../../src/read/zip-flaws.js';
import { rawZip, u16, u32 } from '../hostile/raw-zip.js';
import { wordDocument, workbook, workbookParts, zip } from './build-package.js';
import { problem } from './show.js';

const sheet = '<sheetData><row><c><v>1</v></c></row></sheetData>';
const whole = workbook({ sheets: [sheet] });
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Where the same fact stands behind either signature. */
const FLAGS = { [CENTRAL]: 8, [LOCAL]: 6 };
const METHOD = { [CENTRAL]: 10, [LOCAL]: 8 };
const CRC = { [CENTRAL]: 16, [LOCAL]: 14 };
const SIZE = { [CENTRAL]: 24, [LOCAL]: 22 };

/** Changes bytes of the third entry's record in the directory, before its data, or both. */
function changed(
  signatures: readonly number[],
  change: (view: DataView, at: number, signature: typeof CENTRAL | typeof LOCAL) => void,
  file = whole,
): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (const signature of signatures) {
    let seen = 0;
    for (let i = 0; i < copy.length - 4; i++) {
      if (view.getUint32(i, true) === signature && seen++ === 2) change(view, i, signature as typeof CENTRAL);
    }
  }
  return copy;
}
const both = [CENTRAL, LOCAL];

describe('a zip that is not built as it should be is refused by the name of its flaw', () => {
  it('reads the one that is', async () => {
    expect(await problem(whole, 'xlsx')).toBe('ok');
    expect(await problem(Uint8Array.from([...whole, 0, 0, 0]), 'xlsx')).toBe('ok');
  });

  it.each([
    ['damaged-part', both, CRC, 1],
    [/part/, both, SIZE, 5],
    ['part-size', both, SIZE, 5000],
    ['partMebibytes', both, SIZE, 0x7fffffff],
    ['headers-disagree', [CENTRAL], CRC, 1],
    ['headers-disagree', [LOCAL], SIZE, 5],
  ] as const)('%s', async (why, signatures, field, value) => {
    const bytes = changed(signatures, (view, at, signature) => view.setUint32(at + field[signature], value, true));
    expect(await problem(bytes, 'xlsx')).toMatch(why);
  });

  it.each([
    ['encrypted', both, FLAGS, 1],
    ['compression', both, METHOD, 9],
    ['headers-disagree', [LOCAL], METHOD, 0],
  ] as const)('%s', async (why, signatures, field, value) => {
    const bytes = changed(signatures, (view, at, signature) => view.setUint16(at + field[signature], value, true));
    expect(await problem(bytes, 'xlsx')).toBe(why);
  });

  it('headers-disagree: another name before the data than in the directory', async () => {
    const renamed = changed([LOCAL], (view, at) => view.setUint8(at + 31, 0x7a));
    expect(await problem(renamed, 'xlsx')).toBe('headers-disagree');
  });

  it('part-twice: whatever the letters’ case', async () => {
    const twice = zip({ ...workbookParts({ sheets: [sheet] }), 'XL/Workbook.xml': 'x' });
    expect(await problem(twice, 'xlsx')).toBe('part-twice');
  });

  it('parts-overlap: two entries of the directory share their data', async () => {
    const view = new DataView(whole.buffer.slice(0) as ArrayBuffer);
    const central = positionsOf(CENTRAL, view);
    const [first = 0, second = 0] = central;
    // The second entry becomes a quote of the first, which bombs are made of.
    for (const at of [8, 10, 16, 20, 24]) view.setUint32(second + at, view.getUint32(first + at, true), true);
    view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    expect(await problem(new Uint8Array(view.buffer), 'xlsx')).toBe('parts-overlap');
  });

  it('damaged-archive: the directory lists fewer than it says', async () => {
    const third = changed([CENTRAL], (view, at) => view.setUint32(at, 0, true));
    expect(await problem(third, 'xlsx')).toBe('damaged-archive');
  });

  it.each(['[Content_Types].xml', '_rels/.rels'])(
    'part-missing: without %s no office program opens it',
    async (part) => {
      for (const [bytes, format] of [
        [workbook({ sheets: [''] }), 'xlsx'] as const,
        [wordDocument(''), 'docx'] as const,
      ]) {
        expect(await problem(bytes, format)).toBe('ok');
        const others = Object.entries(unzipSync(bytes)).filter(([name]) => name !== part);
        const lacking = zip(Object.fromEntries(others));
        expect(sniff(lacking, 'a')).toBe(format);
        expect(await problem(lacking, format)).toBe('part-missing');
      }
    },
  );

  it('cut-off: the directory at the end is missing', async () => {
    expect(await problem(whole.subarray(0, whole.length - 30), 'xlsx')).toBe('cut-off');
  });

  it('split-archive: this is the second volume', async () => {
    const copy = whole.slice();
    copy[whole.length - 22 + 4] = 1;
    expect(await problem(copy, 'xlsx')).toBe('split-archive');
  });

  it('which volume it is may be said in the wide record alone', async () => {
    const end = whole.length - 22;
    const [size, offset] = [12, 16].map((at) => new DataView(whole.buffer).getUint32(end + at, true));
    const wide = joinBytes([
      ...[u32(0x06064b50), u32(44), u32(0), u16(45), u16(45), u32(0), u32(0)],
      ...[7, 0, 7, 0, size ?? 0, 0, offset ?? 0, 0].map(u32),
      ...[u32(0x07064b50), u32(0), u32(end), u32(0), u32(1)],
    ]);
    const last = whole.slice(end);
    last.set([0xff, 0xff, 0xff, 0xff], 4);
    expect(await problem(joinBytes([whole.slice(0, end), wide, last]), 'xlsx')).toBe('ok');
  });

  it('every prefix of it is refused', async () => {
    for (let tenth = 1; tenth < 10; tenth++) {
      expect(await problem(whole.subarray(0, (whole.length * tenth) / 10), 'xlsx')).not.toBe('ok');
    }
  });
});

describe('what comes out of a zip is counted', () => {
  const zeros = (mebibytes: number) => new Uint8Array(mebibytes * 1024 * 1024);

  it('part by part, before it is inflated', async () => {
    const parts = workbookParts({ sheets: [''] });
    expect(await problem(zip({ ...parts, 'xl/workbook.xml': zeros(129) }), 'xlsx')).toBe('partMebibytes');
  });

  it('across the members of an archive, and of archives inside it', () => {
    const inner = zip({ a: zeros(3), b: zeros(3) });
    const allowance = new Allowance({ ...defaultBounds, inflatedMebibytes: 10 });
    const outer = openZip(zip({ 'a.zip': inner, 'b.zip': inner }), allowance);
    const told = (outer.ok ? outer.members : []).flatMap((member) => {
      const content = member.read();
      const nested = content.ok ? openZip(content.bytes, allowance) : content;
      return nested.ok ? nested.members.map((one) => one.read()) : [nested];
    });
    expect(told.map((one) => one.ok)).toEqual([true, true, true, false]);
    expect(told.at(-1)).toMatchObject({ trouble: { rule: 'file/too-large', args: { bound: 'inflatedMebibytes' } } });
  });

  it('as are the members themselves', () => {
    const many = zip(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.txt`, ''])));
    expect(openZip(many, new Allowance({ ...defaultBounds, members: 29 }))).toMatchObject({
      trouble: { args: { bound: 'members', limit: 29, found: 30 } },
    });
    expect(openZip(many, new Allowance({ ...defaultBounds, members: 30 }))).toMatchObject({ ok: true });
  });
});

function positionsOf(signature: number, view: DataView): number[] {
  const positions: number[] = [];
  for (let i = 0; i < view.byteLength - 4; i++) if (view.getUint32(i, true) === signature) positions.push(i);
  return positions;
}

describe('a zip that says it is empty', () => {
  const flawOf = (bytes: Uint8Array) => {
    const zip = listZip(bytes);
    return zip && zipFlaw(bytes, zip);
  };

  it('is one only where nothing else lies in it', () => {
    expect(flawOf(rawZip([]))).toBeNull();
    const whole = rawZip([{ name: 'a.txt', content: Uint8Array.of(65) }]);
    const emptied = whole.slice();
    emptied.fill(0, whole.length - 22 + 8, whole.length - 22 + 16);
    expect(flawOf(emptied)).toBe('damaged-archive');
  });

  it('is none where its large numbers lead nowhere', () => {
    const locator = Uint8Array.of(0x50, 0x4b, 6, 7, 0, 0, 0, 0, 0xf0, 0xff, 0xff, 0x7f, 0, 0, 0, 0, 1, 0, 0, 0);
    const bytes = rawZip([], { before: locator, count: 0xffff, directoryOffset: 0xffffffff });
    expect(flawOf(bytes)).toBe('damaged-archive');
  });
});
