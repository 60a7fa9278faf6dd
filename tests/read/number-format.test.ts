import { describe, expect, it } from 'vitest';
import { numberFormat, shownIn } from '../../src/read/number-format.js';

function shown(code: string, value: number): string | undefined {
  const format = numberFormat(200, code);
  return typeof format === 'string' ? format : shownIn(format, value);
}

describe('formats that show the number, or a day', () => {
  it.each([
    'General',
    'G/通用格式',
    '0',
    '#,##0',
    '#,##0.00_ ',
    '0_);[Red]\\(0\\)',
    '0"人"',
    '0;-0;;@',
    '0;-0;"无"',
    '#,##0.0,"千"',
    '0!.0,"万"',
    '# ?/8',
    '0.00E+00',
    '00000',
    '_ ￥* #,##0.00_ ;_ ￥* -#,##0.00_ ;_ ￥* "-"??_ ;_ @_ ',
    '"第"0"场；"',
  ])('%s', (code) => {
    expect([undefined, 'number']).toContain(shown(code, 12));
    expect([undefined, 'number']).toContain(shown(code, 0));
  });

  it('yyyy"年"m"月"d"日"', () => expect(numberFormat(200, 'yyyy"年"m"月"d"日"')).toBe('date'));
});

describe('formats that show something else', () => {
  it.each([
    ['0%', 12, '1200%'],
    ['0.0%', 0.125, '12.5%'],
    ['0"0"', 12, '12 [0"0"]'],
    ['"9"', 12, '12 ["9"]'],
    ['"9"', 0, '0 ["9"]'],
    ['0\\9', 12, '12 [0\\9]'],
    [';;;', 12, '12 [;;;]'],
    ['0,', 12_000, '12000 [0,]'],
    ['[>10]"9";0', 12, '12 [[>10]"9";0]'],
    ['h:mm', 12, undefined],
    ['0;"9"', 12, undefined],
    ['0;"9"', -12, '-12 [0;"9"]'],
    ['0%', 0, undefined],
  ])('%s of %d', (code, value, wanted) => {
    const format = numberFormat(200, code);
    expect(typeof format === 'string' ? undefined : shownIn(format, value)).toBe(wanted);
  });

  it('are known by number alone', () => {
    expect(numberFormat(9)).toMatchObject({ code: '0%' });
    expect(numberFormat(14)).toBe('date');
    expect(numberFormat(4)).toBe('number');
  });
});
