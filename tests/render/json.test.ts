import { describe, expect, it } from 'vitest';
import { reportJson } from '../../src/render/json.js';
import { nothingSent, wanzhang } from './story.js';

const report = wanzhang();
const json = reportJson(report, 'zh', { workbook: 'reports/汇总.xlsx', summary: null });

describe('reportJson', () => {
  it('keeps the contract: keys and their order', () => {
    expect(Object.keys(json)).toEqual([
      ...['schema', 'campaign', 'asOf', 'units', 'totals', 'coverage', 'files', 'counts', 'outputs'],
    ]);
    const unit = json.units[1];
    expect(Object.keys(unit ?? {})).toEqual(['id', 'name', 'level', 'statistics', 'deadlines', 'findings']);
    expect(Object.keys(unit?.deadlines[0] ?? {})).toEqual([
      ...['id', 'due', 'status', 'receivedAt', 'daysLate', 'evidence', 'lacking'],
    ]);
    expect(Object.keys(json.files[0] ?? {})).toEqual([
      ...['path', 'sha256', 'bytes', 'receivedAt', 'evidence', 'unit', 'material', 'outcome', 'findings'],
    ]);
    const told = json.files.flatMap(({ findings }) => findings)[0];
    expect(Object.keys(told ?? {})).toEqual(['rule', 'severity', 'place', 'found', 'message', 'remedy']);
    expect(Object.keys(json.coverage)).toEqual(['used', 'expected']);
    expect(json.outputs).toEqual({ workbook: 'reports/汇总.xlsx', summary: null });
    expect(json.schema).toBe(1);
    expect(json.campaign).toBe('wanzhang-2023');
  });

  it('gives figures in the order of the form, and null where there are none', () => {
    const order = report.campaign.forms.statistics.fields.map(({ id }) => id);
    const keys = Object.keys(json.totals);
    expect(keys).toEqual(order.filter((id) => keys.includes(id)));
    expect(json.totals).toEqual(report.totals);
    expect(json.units.find(({ name }) => name === '薛庄村委会')?.statistics).toBeNull();
    expect(json.units.find(({ name }) => name === '杨屯村委会')?.statistics?.['publicity.village.people']).toBe(200);
  });

  it('says when and how, or null', () => {
    const late = json.units.find(({ name }) => name === '梁海村委会')?.deadlines.at(-1);
    expect(late).toMatchObject({ status: 'late', daysLate: 3, evidence: 'mtime', lacking: [] });
    expect(late?.receivedAt).toBe('2023-06-13T10:00:00+08:00');
    const missing = json.units.find(({ name }) => name === '薛庄村委会')?.deadlines[0];
    expect(missing).toMatchObject({ status: 'missing', receivedAt: null, evidence: null, lacking: ['plan'] });
  });

  it('holds every file once, by roster id', () => {
    expect(json.files.map(({ path }) => path)).toEqual(report.files.map(({ path }) => path));
    expect(json.files.find(({ path }) => path === '楚庄村委会/活动总结.docx')?.unit).toBe('370829003201');
    expect(json.files.find(({ outcome }) => outcome === 'unmatched')?.unit).toBeNull();
    expect(Object.values(json.counts).reduce((sum, count) => sum + count, 0)).toBe(json.files.length);
  });

  it('survives a round trip without loss', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    const empty = reportJson(nothingSent('binjiang-2021', report.asOf), 'en', { workbook: null, summary: null });
    expect(JSON.parse(JSON.stringify(empty))).toEqual(empty);
  });
});
