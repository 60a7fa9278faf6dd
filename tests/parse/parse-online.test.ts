import { describe, expect, it } from 'vitest';
import type { Cell, CellValue } from '../../src/model/document.js';
import { parseOnline } from '../../src/parse/parse-online.js';

const cell = (value: CellValue, pictures = 0): Cell => ({
  row: 1,
  column: 1,
  rowSpan: 1,
  columnSpan: 1,
  value,
  pictures,
});
const text = (one: string, pictures = 0) => cell({ kind: 'text', text: one }, pictures);

describe('the online row', () => {
  it('is blank, states none, or holds a picture', () => {
    expect(parseOnline(null, false)).toEqual({ kind: 'blank' });
    expect(parseOnline(cell({ kind: 'empty' }), false)).toEqual({ kind: 'blank' });
    expect(parseOnline(text(' 　 '), false)).toEqual({ kind: 'blank' });
    for (const one of ['无', '没有', '暂无', '未开通', '暂未开通', '没有开通', '/', '－', '——'])
      expect(parseOnline(text(one), false), one).toEqual({ kind: 'none' });
    expect(parseOnline(cell({ kind: 'empty' }, 1), false)).toEqual({ kind: 'picture' });
    expect(parseOnline(cell({ kind: 'formula', formula: 'DISPIMG("ID_1",1)' }, 1), false)).toEqual({ kind: 'picture' });
    expect(parseOnline(cell({ kind: 'error', code: '#NAME?' }, 1), false)).toEqual({ kind: 'picture' });
  });

  it('keeps an address or a name as it stands, in half width', () => {
    const kept = (one: string) => parseOnline(text(one), false);
    expect(kept(' https://example.com/a?b=1 ')).toEqual({
      kind: 'text',
      text: 'https://example.com/a?b=1',
      empty: false,
    });
    expect(kept('ｗｗｗ．example．com')).toMatchObject({ text: 'www.example.com', empty: false });
    expect(kept('幸福东岭\n公众号')).toMatchObject({ text: '幸福东岭 公众号', empty: false });
    expect(parseOnline(text('幸福东岭', 1), false)).toMatchObject({ kind: 'text', text: '幸福东岭' });
    expect(kept('无锡东岭')).toMatchObject({ text: '无锡东岭' });
  });

  it('an answer without an address is asked about', () => {
    for (const one of ['有', '是', '已开通', '√', '有。'])
      expect(parseOnline(text(one), false)).toMatchObject({ kind: 'text', empty: true });
    expect(parseOnline(cell({ kind: 'boolean', value: true }), false)).toMatchObject({ empty: true });
    expect(parseOnline(cell({ kind: 'boolean', value: false }), false)).toEqual({ kind: 'none' });
    expect(parseOnline(cell({ kind: 'error', code: '#REF!' }), false)).toEqual({
      kind: 'text',
      text: '#REF!',
      empty: true,
    });
    expect(parseOnline(cell({ kind: 'formula', formula: 'A1' }), false)).toEqual({
      kind: 'text',
      text: '=A1',
      empty: true,
    });
  });

  it('is a count only where the form counts', () => {
    expect(parseOnline(cell({ kind: 'number', value: 3 }), true)).toEqual({ kind: 'count', value: 3 });
    expect(parseOnline(text('３个'), true)).toEqual({ kind: 'count', value: 3 });
    expect(parseOnline(text('3'), false)).toEqual({ kind: 'text', text: '3', empty: false });
    for (const one of ['-3', '1.5', '2OO', '13900000000'])
      expect(parseOnline(text(one), true), one).toMatchObject({ kind: 'text' });
    expect(parseOnline(cell({ kind: 'date', day: '2023-05-10' }), true)).toMatchObject({
      kind: 'text',
      text: '2023-05-10',
    });
  });
});
