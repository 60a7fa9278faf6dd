import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineEnds, plainRows } from '../../src/campaign/csv-rows.js';

const columns = (header: readonly string[]) => header.map((name) => (name === '名称' ? 'name' : name));
const options = { columns, bom: true, trim: true, skip_empty_lines: true, info: true, record_delimiter: lineEnds };

const cell = fc.string({ unit: fc.constantFrom('甲', '村', '1', '-', "'", '=', '；', 'a'), maxLength: 3 });
const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
const row = fc
  .tuple(fc.array(cell, { minLength: 2, maxLength: 2 }), end)
  .map(([cells, after]) => cells.join(',') + after);
const text = fc.tuple(
  fc.constantFrom('id,名称', 'id,name', '编号,名称'),
  end,
  fc.array(row, { maxLength: 6 }),
  fc.constantFrom('', '\n', '1,乙'),
);

test('plain rows are those that the parser finds, on the same lines', () => {
  fc.assert(
    fc.property(text, ([header, after, rows, last]) => {
      const written = header + after + rows.join('') + last;
      const theirs = parse(written, options) as unknown as { record: unknown; info: { lines: number } }[];
      const ours = plainRows(written, columns);
      expect(ours?.map(({ record, info }) => [record, info.lines])).toEqual(
        theirs.map(({ record, info }) => [record, info.lines]),
      );
    }),
  );
});

test('what is not plain is left to the parser', () => {
  for (const written of [
    'id,name\n1,"甲"',
    'id,name\n1, 甲',
    'id,name\n1',
    'id,id\n1,2',
    '\ufeffid,name\n1,甲',
    'id,\n1,2',
  ])
    expect(plainRows(written, columns), written).toBeNull();
});
