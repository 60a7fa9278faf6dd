import { describe, expect, it } from 'vitest';
import { PlainCell } from '../../src/read/xlsx/plain-cells.js';
import { RowsRecord, RowsSeen } from '../../src/read/xlsx/rows-seen.js';
import { Scope } from '../../src/read/xml-scope.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const known = '<row r="1" ht="20"><c r="A1" s="1"/><c r="B1" s="2"><v>35</v></c><c r="C1" t="s"><v>4</v></c></row>';

/** The rows above, each of whose cells is plain, as they are kept when they were read. */
function seen(): RowsSeen {
  const bytes = bytesOf(`<sheetData>${known}</sheetData>`);
  const record = new RowsRecord(bytes, 11, Scope.outermost);
  const cell = new PlainCell();
  for (let at = known.indexOf('<c') + 11, to = cell.read(bytes, at); to !== -1; at = to, to = cell.read(bytes, at)) {
    record.addPlain(cell, at, to);
  }
  record.end = 11 + known.length;
  const rows = new RowsSeen();
  const kept = record.seen(1, 3, new Map());
  if (kept !== null) rows.keep(kept);
  return rows;
}

function readAs(text: string, scope = Scope.outermost) {
  const found = seen().read(bytesOf(`${text}</sheetData>`), 0, scope);
  return found && [found.end, ...found.rows.cells.map(({ content }) => 'number' in content && content.number)];
}

describe('rows met before', () => {
  it('are taken without being read again, but for cells that say something else', () => {
    expect(readAs(known)).toEqual([known.length, 0, 35, 4]);
    const other = known.replace('"1"/>', '"1"><v>7</v></c>').replace('>35<', '>1200<').replace(' s="2"', '');
    expect(readAs(other)).toEqual([other.length, 7, 1200, 4]);
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
    for (const other of others) expect([other, readAs(other)]).toEqual([other, null]);
    expect(readAs(known, Scope.outermost.within({ xmlns: 'urn:other' }))).toBeNull();
  });
});
