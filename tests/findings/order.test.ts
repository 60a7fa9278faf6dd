import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finding } from '../../src/findings/finding.js';
import { compareFindings, inOrder } from '../../src/findings/order.js';
import type { Finding, Place } from '../../src/model/finding.js';

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ kind: 'file' } as const),
  fc.record({ kind: fc.constant('sheet' as const), sheet: fc.constantFrom('表2', '表10', '表02', 'a', '') }),
  fc.record({
    kind: fc.constant('sheet' as const),
    sheet: fc.constantFrom('表2', '表10', '2', '2b'),
    address: fc.constantFrom('F4', 'F10', 'AA4', 'F4:G5', 'odd', ''),
  }),
  fc.record({ kind: fc.constant('word' as const), table: fc.nat(12) }),
  fc.record({ kind: fc.constant('word' as const), table: fc.nat(12), row: fc.nat(12), column: fc.nat(12) }),
);

const findings: fc.Arbitrary<Finding> = fc
  .record({
    args: fc.record({ label: fc.constantFrom('甲', '乙'), value: fc.nat(3) }),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    rule: fc.constantFrom('count/negative' as const, 'count/fraction' as const),
    place: places,
    found: fc.option(fc.constantFrom('', '3', '1', 'null'), { nil: undefined }),
  })
  .map(({ rule, args, place, found, severity }) => ({ ...finding(rule, args, place, found), severity }));

test('the order is total', () => {
  fc.assert(
    fc.property(findings, findings, findings, (a, b, c) => {
      expect(Math.sign(compareFindings(a, b))).toBe(0 - Math.sign(compareFindings(b, a)));
      expect(compareFindings(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      if (compareFindings(a, b) <= 0 && compareFindings(b, c) <= 0)
        expect(compareFindings(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 3000 },
  );
});

test('the order does not depend on the order things came in', () => {
  fc.assert(
    fc.property(fc.array(findings, { maxLength: 12 }), (list) => {
      expect(inOrder([...list].reverse())).toEqual(inOrder(list));
    }),
  );
});

test('grave ones come first, then down the sheet as one reads', () => {
  const at = (place: Place): Finding => finding('count/blank', { labels: [] }, place);
  const list = inOrder([
    at({ kind: 'word', table: 10 }),
    at({ kind: 'word', table: 2, row: 10, column: 1 }),
    at({ kind: 'word', table: 2, row: 9, column: 3 }),
    at({ kind: 'sheet', sheet: '表10', address: 'A1' }),
    at({ kind: 'sheet', sheet: '表2', address: 'AA4' }),
    at({ kind: 'sheet', sheet: '表2', address: 'B10' }),
    at({ kind: 'sheet', sheet: '表2', address: 'F4' }),
    at({ kind: 'sheet', sheet: '表2' }),
    at({ kind: 'file' }),
    finding('photo/too-few', { count: 0, wanted: 3 }, { kind: 'file' }),
  ]);
  expect(list.map(({ rule, place }) => [rule, ...Object.values(place)].join(' '))).toEqual([
    'photo/too-few file',
    'count/blank file',
    'count/blank sheet 表2',
    'count/blank sheet 表2 F4',
    'count/blank sheet 表2 AA4',
    'count/blank sheet 表2 B10',
    'count/blank sheet 表10 A1',
    'count/blank word 2 9 3',
    'count/blank word 2 10 1',
    'count/blank word 10',
  ]);
});

test('args written in another order are the same args', () => {
  const file = { kind: 'file' } as const;
  const one = finding('count/negative', { label: '甲', value: -1 }, file);
  const other = finding('count/negative', { value: -1, label: '甲' }, file);
  expect(compareFindings(one, other)).toBe(0);
});
