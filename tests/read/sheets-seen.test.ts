import { describe, expect, it } from 'vitest';
import { copyOf } from '../../src/read/bytes.js';
import { PlainCell } from '../../src/read/xlsx/plain-cells.js';
import { CellsRecord, SheetsSeen } from '../../src/read/xlsx/sheets-seen.js';
import { Scope } from '../../src/read/xml-scope.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const known = '<row r="1" ht="20"><c r="A1" s="1"/><c r="B1" s="2"><v>35</v></c><c r="C1" t="s"><v>4</v></c></row>';

const [before, behind] = ['<sheetData>', '</sheetData>'];

/** A sheet of these rows, each of whose cells is plain, as it is kept when it was read. */
function seen(): SheetsSeen {
  const bytes = bytesOf(before + known + behind);
  const record = new CellsRecord();
  const cell = new PlainCell();
  const from = before.length;
  for (let at = known.indexOf('<c') + from, to = cell.read(bytes, at); to !== -1; at = to, to = cell.read(bytes, at)) {
    record.addPlain(cell, at, to);
  }
  const rows = {
    from,
    to: from + known.length,
    scope: Scope.outermost,
    cells: 3,
    row: 1,
    column: 3,
    formulas: new Map(),
  };
  const sheets = new SheetsSeen();
  sheets.keep({ bytes, cells: record.cells, bounds: record.bounds, merges: [], drawings: [], rows });
  return sheets;
}

function readAs(text: string, scope = Scope.outermost) {
  const found = seen().rows(bytesOf(text + behind), 0, scope);
  return found && [found.end, ...found.cells.map(({ content }) => 'number' in content && content.number)];
}

describe('sheets met before', () => {
  it('are taken without being read again, but for cells that say something else', () => {
    expect(readAs(known)).toEqual([known.length, 0, 35, 4]);
    const other = known.replace('"1"/>', '"1"><v>7</v></c>').replace('>35<', '>1200<').replace(' s="2"', '');
    expect(readAs(other)).toEqual([other.length, 7, 1200, 4]);
    expect(seen().whole(bytesOf(before + other + behind))?.cells).toHaveLength(3);
    expect(seen().whole(bytesOf(`${before}${other}${behind} `))).toBeNull();
  });

  it('are not those in which anything else differs', () => {
    const others = [
      known.replace('ht="20"', 'ht="21"'),
      known.replace('"B1"', '"D1"'),
      known.replace('<v>35</v>', '<v>3.5</v>'),
      known.replace('</row>', '<c r="D1"><v>1</v></c></row>'),
      known.replace('<c r="B1" s="2"><v>35</v></c>', ''),
      known.slice(0, -1),
    ];
    for (const other of others) {
      expect([other, readAs(other)]).toEqual([other, null]);
      expect([other, seen().whole(bytesOf(before + other + behind))]).toEqual([other, null]);
    }
    expect(readAs(known, Scope.outermost.within({ xmlns: 'urn:other' }))).toBeNull();
  });
});

describe('what is kept of a file', () => {
  it('does not keep the whole file in memory', () => {
    const file = Buffer.alloc(1024 * 1024, 'a');
    const kept = copyOf(file, 100, 110);
    expect([kept.length, kept.buffer.byteLength]).toEqual([10, 10]);
    file.fill('b');
    expect(kept[0]).toBe(97);
  });
});
