import { describe, expect, it } from 'vitest';
import { finding } from '../../src/findings/finding.js';
import { columnsOf } from '../../src/findings/text.js';
import type { CheckedFile } from '../../src/model/checked-file.js';
import { checkJson } from '../../src/render/check-json.js';
import { renderCheck } from '../../src/render/check-result.js';
import { people } from './story.js';

const plain = { locale: 'zh', colour: false } as const;
const at = (address: string) => ({ kind: 'sheet', sheet: '信息统计表', address }) as const;
const normalised = (address: string) => finding('count/normalised', { label: people, value: 3 }, at(address), '３场');
const unreadable = finding('count/unreadable', { label: people, suggestion: 200 }, at('F4'), '两百\n来人');
const estimate = finding('count/estimate', { label: people, value: 200, counted: true }, at('G6'), '约200人');
const clean: CheckedFile = {
  path: '前李庄/附件2.xlsx',
  material: '信息统计表',
  unit: '前李庄村委会',
  blank: false,
  findings: [],
};
const faulty: CheckedFile = {
  ...clean,
  findings: [
    ...['B4', 'C4', 'D4', 'E4'].map(normalised),
    estimate,
    unreadable,
    finding('form/other-year', { found: '第24个', wanted: '第25个' }, { kind: 'file' }),
  ],
  values: [
    { label: people, value: 1200, place: '信息统计表!G6' },
    { label: '官网', value: '无', place: '信息统计表!B14' },
  ],
};
const cell = (row: number, column: number, text: string) => ({
  ...{ row, column, rowSpan: 1, columnSpan: 1, pictures: 0 },
  value: { kind: 'text', text } as const,
});
const table = {
  ...{ source: 'sheet' as const, name: '信息统计表', hidden: false, heading: [] },
  cells: [cell(3, 6, '活动场次'), cell(3, 7, '宣传人数'), cell(4, 6, '两百\n来人'), cell(6, 7, '约200人')],
};
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('renderCheck', () => {
  it('reads like a good compiler', () => expect(renderCheck([faulty], plain)).toMatchSnapshot());
  it('reads well in English', () => expect(renderCheck([faulty], { ...plain, locale: 'en' })).toMatchSnapshot());

  it('goes from grave to slight, each with rule, place, what stood there and what to do', () => {
    const text = renderCheck([faulty], plain);
    const order = ['form/other-year', 'count/unreadable', 'count/estimate', 'count/normalised'];
    const places = order.map((rule) => text.indexOf(rule));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('--> 信息统计表!F4');
    expect(text).toContain('|  两百 来人\n');
    expect(text).toContain('=  怎么办：如果是 200，请直接填 200');
    expect(text).toContain('--> 前李庄/附件2.xlsx');
  });

  it('tells remarks of one rule in one line, with what stood there and what was made of it', () => {
    const line = / {2}--> 信息统计表!B4 “３场” → 3、C4 “３场” → 3、D4 “３场” → 3、E4 “３场” → 3\n/;
    expect(renderCheck([faulty], plain)).toMatch(line);
    const alone = renderCheck([{ ...clean, findings: [normalised('B4')] }], plain);
    expect(alone).toContain('--> 信息统计表!B4\n');
    expect(alone).toContain('已按 3 计');
  });

  it('groups findings of one rule where they are of no cell, with each remedy once', () => {
    const missing = ['甲', '乙'].map((label) => finding('form/label-missing', { label }, { kind: 'file' }));
    const text = renderCheck([{ ...clean, findings: missing }], plain);
    expect(text.match(/form\/label-missing/g)).toHaveLength(1);
    expect(text.match(/怎么办/g)).toHaveLength(1);
    expect(text).toContain('共2处');
    for (const label of ['甲', '乙']) expect(text).toContain(`表里找不到“${label}”`);
  });

  it('asks whether the likely value was meant, and shows the one cell that explains several findings', () => {
    expect(renderCheck([faulty], plain)).toContain('您是否指 200？');
    expect(renderCheck([faulty], { ...plain, locale: 'en' })).toContain('Did you mean 200?');
    const cause = { kind: 'cell', place: at('G6') } as const;
    const likely = new Map([estimate, unreadable].map((one) => [one, cause]));
    const text = renderCheck([{ ...faulty, likely, tables: [table] }], plain);
    expect(text.match(/很可能是 G6/g)).toHaveLength(1);
  });

  it('draws the table once for neighbouring cells, and then quotes nothing', () => {
    const text = renderCheck([{ ...faulty, tables: [table] }], plain);
    expect(text.match(/^ +4 \|/gm)).toHaveLength(1);
    expect(text).toMatch(/^ +4 \| 两百 来人 \|/m);
    expect(text).not.toContain('|  两百 来人');
  });

  it('keeps to the width of the terminal', () => {
    for (const locale of ['zh', 'en'] as const) {
      for (const width of [60, 80, 120]) {
        const text = renderCheck([{ ...faulty, values: undefined, tables: [table] }], { ...plain, width, locale });
        for (const line of text.split('\n').slice(1)) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('ends with what to do', () => {
    const verdict = (...findings: CheckedFile['findings']) => lastLine(renderCheck([{ ...clean, findings }], plain));
    expect(verdict()).toBe('可以报送');
    expect(verdict(normalised('B4'))).toBe('可以报送');
    expect(verdict(estimate)).toBe('有1个提醒，核实后可以报送');
    expect(verdict(unreadable)).toBe('有1个错误，请改后再报');
    expect(verdict(unreadable, unreadable, estimate)).toBe('有2个错误、1个提醒，请改后再报');
    expect(lastLine(renderCheck([{ ...clean, blank: true }], plain))).toBe('这是空白表，尚未填写');
  });

  it('gives one line to each of several files in which there is nothing', () => {
    const lines = renderCheck([clean, { ...clean, path: '二.xlsx' }], plain).split('\n');
    expect(lines.filter((line) => line.endsWith('可以报送'))).toHaveLength(3);
    expect(lines.slice(0, 2).every((line) => line.includes('.xlsx'))).toBe(true);
  });

  it('adds up several files', () => {
    expect(lastLine(renderCheck([faulty, clean], plain))).toBe('共2个文件：有2个错误、1个提醒，请改后再报');
    expect(lastLine(renderCheck([clean, { ...clean, blank: true }], plain))).toBe(
      '共2个文件：可以报送；其中1个是空白表，尚未填写',
    );
  });

  it('paints only where colour is on', () => {
    const esc = String.fromCharCode(27);
    const text = renderCheck([faulty], plain);
    expect(text).not.toContain(esc);
    const painted = renderCheck([faulty], { ...plain, colour: true });
    expect(painted).toContain(`${esc}[31m`);
    expect(painted.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(text);
  });

  it('holds no debris, and nothing that orders the terminal', () => {
    const hostile = { ...faulty, path: 'a\u001b[31m.xlsx', unit: null, material: null };
    for (const locale of ['zh', 'en'] as const) {
      const text = renderCheck([hostile], { locale, colour: false });
      expect(text).not.toMatch(/undefined|NaN|\[object|null/);
      expect(text).not.toMatch(/[^\n\P{Cc}]/u);
    }
  });
});

describe('checkJson', () => {
  it('keeps the contract', () => {
    const json = checkJson([faulty, { ...clean, unit: null, blank: true }], 'zh');
    expect(Object.keys(json)).toEqual(['schema', 'files']);
    expect(json.files.map((file) => Object.keys(file))).toEqual(
      Array(2).fill(['path', 'material', 'unit', 'outcome', 'blank', 'findings']),
    );
    expect(json.files.map(({ outcome }) => outcome)).toEqual(['rejected', 'ok']);
    expect(json.files[0]?.findings.map(({ severity }) => severity)).toEqual([
      ...['error', 'error', 'warning', 'info', 'info', 'info', 'info'],
    ]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('has further keys only where there is something to say', () => {
    const likely = new Map([[estimate, { kind: 'cell', place: at('G6') } as const]]);
    const mending = { outcome: 'nothing', path: null, changed: [] } as const;
    const [file] = checkJson([{ ...faulty, likely, mending, inside: '', tables: [table] }], 'zh').files;
    expect(Object.keys(file ?? {}).at(-1)).toBe('mending');
    const told = file?.findings.filter((one) => 'likely' in one);
    expect(told).toMatchObject([{ rule: 'count/estimate', likely: { kind: 'cell', place: '信息统计表!G6' } }]);
  });
});
