import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanCsv } from '../../src/read/scan-csv.js';

function fields(text: string, quotes = true): string[] | null {
  const told: string[] = [];
  return scanCsv(text, ',', quotes, (row, column, field) => told.push(`${row},${column}=${field}`)) ? told : null;
}

it('tells fields by their row and column, and passes over what is empty', () => {
  expect(fields('a,,b\r\n,"c,""d""\n"\n\n e')).toEqual(['1,1=a', '1,3=b', '2,2=c,"d"\n', '4,1= e']);
});

it('takes a quotation mark for a character where it encloses no field', () => {
  expect(fields('5" pipe,"a"b')).toEqual(['1,1=5" pipe', '1,2="a"b']);
  expect(fields('"a,b')).toBeNull();
  expect(fields('"a,b', false)).toEqual(['1,1="a', '1,2=b']);
});

it('agrees with csv-parse on whatever is well written', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '村') });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      const parsed: string[][] = parse(text, { relax_column_count: true });
      const wanted = parsed.flatMap((row, r) =>
        row.flatMap((one, c) => (one === '' ? [] : [`${r + 1},${c + 1}=${one}`])),
      );
      expect(fields(text)).toEqual(wanted);
    }),
  );
});
