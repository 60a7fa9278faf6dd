import { expect, test } from 'vitest';
import { reaches } from '../../src/findings/exit-code.js';
import { finding, hasError, withSeverities } from '../../src/findings/finding.js';

const place = { kind: 'sheet', sheet: '信息统计表', address: 'F4' } as const;
const unreadable = finding('count/unreadable', { label: '宣传人数' }, place, '很多');
const late = finding('deadline/late', { deadline: '方案', days: 1 }, { kind: 'file' });
const lockFile = finding('file/lock-file', {}, { kind: 'file' });

test('a finding takes its severity from the catalogue', () => {
  expect(unreadable).toEqual({
    rule: 'count/unreadable',
    severity: 'error',
    args: { label: '宣传人数' },
    place,
    found: '很多',
  });
});

test('what was not found is left out', () => {
  expect(Object.keys(late)).not.toContain('found');
});

test('a campaign changes severities, and only those it names', () => {
  const changed = withSeverities([unreadable, late], { 'deadline/late': 'error' });
  expect(changed.map(({ severity }) => severity)).toEqual(['error', 'error']);
  expect(withSeverities([unreadable, late], {})).toEqual([unreadable, late]);
});

test('only errors reject', () => {
  expect(hasError([late, lockFile])).toBe(false);
  expect(hasError([late, unreadable])).toBe(true);
});

test.each([
  ['never', [unreadable], false],
  ['error', [unreadable], true],
  ['error', [late], false],
  ['warning', [late], true],
  ['warning', [unreadable], true],
  ['warning', [lockFile], false],
  ['warning', [], false],
] as const)('--fail-on %s', (threshold, findings, expected) => {
  expect(reaches(findings, threshold)).toBe(expected);
});
