import { describe, expect, it } from 'vitest';
import { readLabelledLines } from '../../src/locate/labelled-line.js';
import { shipped } from './form-sheet.js';
import { sheet } from './table.js';

const { unit, header } = shipped('binjiang-2021').forms.statistics;
const inText = (...paragraphs: string[]) => readLabelledLines({ paragraphs }, [], unit.labels, header);
const inCells = (drawn: string) => readLabelledLines({ paragraphs: [] }, sheet(drawn).cells, unit.labels, header);

describe('the unit’s line', () => {
  it.each([
    '单位：楚庄村委会',
    '单 位 ： 楚庄村委会　　',
    '填报单位（公章）：楚庄村委会',
    '单位（盖章）：楚庄村委会   负责人：王二',
    '单位：楚庄村委会 联系人姓名：王二 电话：13800000000',
    '单位：楚庄村委会联系人：王二',
    '单位：楚庄村委会\n联系人：王二',
  ])('%j', (line) => {
    expect(inText('附件', line).unit).toBe('楚庄村委会');
    expect(inCells(line.replaceAll('\n', '\\n')).unit).toBe('楚庄村委会');
  });

  it('may have a label with a bracket of its own', () => {
    const line = { paragraphs: ['填报村（社区）：楚庄村'] };
    expect(readLabelledLines(line, [], ['填报村（社区）'], []).unit).toBe('楚庄村');
  });

  it('stands in one cell, or in the next that holds anything', () => {
    expect(inCells('单位：楚庄村 | 联系人：王二')).toEqual({ unit: '楚庄村', header: { contact: '王二' } });
    expect(inCells('单位 | 楚庄村 | 电话 | 13800000000')).toEqual({ unit: '楚庄村', header: { phone: '13800000000' } });
    expect(inCells('单位（公章）： | | | 楚庄村').unit).toBe('楚庄村');
    expect(inCells('标题\n | 填报单位 | < | 楚庄村').unit).toBe('楚庄村');
  });

  it('is blank where the next cell is another label', () => {
    expect(inCells('单位： | 联系人：王二 | 电话：')).toEqual({ unit: '', header: { contact: '王二', phone: '' } });
    expect(inCells('单位 | 联系人 | 王二')).toEqual({ unit: '', header: { contact: '王二' } });
  });

  it('is null where there is none', () => {
    expect(inText('主办单位是街道计生协', '说明：各单位：请按时报送').unit).toBe(null);
    expect(inCells('宣传活动 | 县级计生协').unit).toBeNull();
  });

  it('is no measure that the figures are in', () => {
    expect(inCells('统计表 | 单位：场、人\n填报单位：楚庄村').unit).toBe('楚庄村');
    expect(inText('单位：人次', '单位：楚庄村').unit).toBe('楚庄村');
    expect(inText('单位：户').unit).toBeNull();
    expect(inText('单位：人和村').unit).toBe('人和村');
  });

  it('prefers the line that says something', () => {
    expect(inText('单位：', '单位：楚庄村').unit).toBe('楚庄村');
  });
});
