import { describe, expect, it } from 'vitest';
import { jsonPieces, reportJson } from '../../src/render/json.js';
import { sampleReport } from '../write/sample-report.js';
import { nothingSent, wanzhang } from './story.js';

const report = wanzhang();
const json = reportJson(report, 'zh', { workbook: 'reports/汇总.xlsx', summary: null, page: null });

describe('reportJson', () => {
  it('keeps the contract: keys and their order', () => {
    expect(Object.keys(json)).toEqual([
      ...['schema', 'campaign', 'asOf', 'units', 'totals', 'coverage', 'files', 'counts', 'outputs'],
      'decisions',
    ]);
    const unit = json.units[1];
    expect(Object.keys(unit ?? {})).toEqual([
      ...['id', 'name', 'level', 'statistics', 'deadlines', 'findings', 'materials', 'corrections'],
    ]);
    expect(Object.keys(unit?.deadlines[0] ?? {})).toEqual([
      ...['id', 'due', 'status', 'receivedAt', 'daysLate', 'evidence', 'lacking', 'uncertain'],
    ]);
    expect(Object.keys(json.files[0] ?? {})).toEqual([
      ...['path', 'sha256', 'bytes', 'receivedAt', 'evidence', 'unit', 'material', 'outcome', 'findings'],
    ]);
    const told = json.files.flatMap(({ findings }) => findings)[0];
    expect(Object.keys(told ?? {})).toEqual(['rule', 'severity', 'place', 'found', 'message', 'remedy']);
    expect(Object.keys(json.coverage)).toEqual(['used', 'expected']);
    expect(json.outputs).toEqual({ workbook: 'reports/汇总.xlsx', summary: null, page: null });
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

  it('tells both clocks of each material, corrections, doubts and decisions', () => {
    const sample = reportJson(sampleReport(), 'zh', { workbook: null, summary: null, page: null });
    const unit = sample.units[19];
    expect(unit?.materials.map(({ id }) => id)).toEqual(report.campaign.materials.map(({ id }) => id));
    expect(unit?.materials[0]).toEqual({
      id: 'plan',
      firstReceived: '2023-05-05T10:30:00+08:00',
      firstAccepted: '2023-05-05T10:30:00+08:00',
    });
    expect(unit?.corrections).toEqual([
      {
        from: expect.stringContaining('附件2.xlsx'),
        to: expect.stringContaining('附件2 信息统计表.xlsx'),
        receivedAt: '2023-06-09T10:00:00+08:00',
        changes: [{ label: '宣传活动 / 村居社区计生协 / 宣传人数', before: null, after: 300 }],
      },
    ]);
    expect(sample.units[17]?.deadlines.at(-1)?.uncertain).toEqual({
      from: '2023-06-10T18:00:00+08:00',
      to: '2023-06-11T09:00:00+08:00',
    });
    const [first] = sample.decisions;
    expect(Object.keys(first ?? {})).toEqual(['line', 'action', 'reason', 'who', 'date', 'applied']);
    expect(sample.decisions.map(({ applied }) => applied)).toEqual([true, true, true, true, false, false]);
  });

  it('is the same text in pieces', () => {
    for (const told of [report, sampleReport(), nothingSent('binjiang-2021', report.asOf)]) {
      for (const locale of ['zh', 'en'] as const) {
        const outputs = { workbook: 'reports/汇总\n"1".xlsx', summary: null, page: null };
        const pieces = [...jsonPieces(told, locale, outputs)];
        expect(pieces.join('')).toBe(`${JSON.stringify(reportJson(told, locale, outputs), null, 2)}\n`);
        expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
      }
    }
    const none = { ...report, units: [], files: [] };
    const outputs = { workbook: null, summary: null, page: null };
    expect([...jsonPieces(none, 'zh', outputs)].join('')).toBe(
      `${JSON.stringify(reportJson(none, 'zh', outputs), null, 2)}\n`,
    );
  });

  it('survives a round trip without loss', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    const empty = reportJson(nothingSent('binjiang-2021', report.asOf), 'en', {
      workbook: null,
      summary: null,
      page: null,
    });
    expect(JSON.parse(JSON.stringify(empty))).toEqual(empty);
  });
});
