import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedCampaigns } from '../../src/campaign/find-campaign.js';
import { shipped } from '../write/sample-report.js';
import { WorkingFolder } from './working.js';

interface Json {
  readonly units: readonly { readonly name: string; readonly statistics: Record<string, number | string> | null }[];
  readonly files: readonly { readonly path: string; readonly outcome: string; readonly findings: { rule: string }[] }[];
}

describe.each(shippedCampaigns())('campaign template for %s', (id) => {
  const { campaign, roster } = shipped(id);
  const work = new WorkingFolder();
  afterAll(() => work.remove('.'));
  const made = () => readdirSync(join(work.path, 'forms')).sort();
  const statistics = () => made().filter((name) => name.endsWith('.xlsx'));

  it('makes a set for each unit', async () => {
    const ran = await work.run('template', '--campaign', id);
    expect(ran.code).toBe(0);
    expect(statistics()).toHaveLength(roster.length);
    const reports = made().filter((name) => name.endsWith('.docx'));
    const reporting = roster.filter((unit) => unit.level === campaign.reportingLevel);
    expect(reports).toHaveLength(campaign.forms.progress ? reporting.length : 0);
  });

  it('passes its own check as blank forms', async () => {
    const paths = made().map((name) => join('forms', name));
    const ran = await work.run('check', '--campaign', id, '--json', ...paths);
    expect(ran.code).toBe(0);
    const { files } = JSON.parse(ran.out) as { files: { blank: boolean; findings: unknown[]; unit: string }[] };
    expect(files).toHaveLength(paths.length);
    expect(files.filter((file) => !file.blank || file.findings.length > 0)).toEqual([]);
    const named = new Set(files.map((file) => file.unit));
    expect(named).toEqual(new Set(roster.map((unit) => unit.name)));
  });

  it('locks all but what is to be typed', async () => {
    for (const name of statistics().slice(0, 3)) {
      const sheet = (await open(join(work.path, 'forms', name))).worksheets[0]!;
      const ruled = new Set<string>();
      const unlocked = new Set<string>();
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.dataValidation?.prompt) ruled.add(cell.master.address);
          if (cell.protection?.locked === false) unlocked.add(cell.master.address);
        }),
      );
      expect(ruled.size).toBe(campaign.forms.statistics.fields.length);
      expect([...ruled].filter((address) => !unlocked.has(address))).toEqual([]);
      const lines = campaign.forms.statistics.header.length;
      expect(unlocked.size - ruled.size).toBe(campaign.forms.statistics.unit.inTable ? 0 : lines);
    }
  });

  it('filled in, each form is its unit’s', async () => {
    for (const [n, name] of statistics().entries()) {
      const workbook = await open(join(work.path, 'forms', name));
      const sheet = workbook.worksheets[0]!;
      const own: exceljs.Cell[] = [];
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          const isGrey = cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid';
          const isOwn = cell.dataValidation?.type === 'whole' && !isGrey;
          if (isOwn && cell.master.address === cell.address) own.push(cell);
        }),
      );
      own.forEach((cell, m) => {
        cell.value = n + m;
      });
      // Sent under a name that tells nothing.
      work.put(`inbox/${n}.xlsx`, new Uint8Array(await workbook.xlsx.writeBuffer()), '2021-05-20T10:00:00+08:00');
    }
    const ran = await work.run('aggregate', '--campaign', id, '--no-ledger', '--json');
    const { units, files } = JSON.parse(ran.out) as Json;
    expect(files.filter((file) => file.outcome !== 'used')).toEqual([]);
    expect(units.filter((unit) => unit.statistics === null)).toEqual([]);
    const rules = new Set(files.flatMap((file) => file.findings.map((one) => one.rule)));
    expect(rules).not.toContain('level/not-yours');
    expect(rules).not.toContain('form/label-missing');
  });

  it('keeps what is there, says which, and makes what is missing', async () => {
    const [touched = '', gone = '', ...rest] = statistics();
    writeFileSync(join(work.path, 'forms', touched), 'filled in by somebody');
    work.remove(join('forms', gone));
    const ran = await work.run('template', '--campaign', id);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(touched);
    expect(rest.filter((name) => ran.out.includes(name))).toEqual([]);
    expect(readFileSync(join(work.path, 'forms', touched), 'utf8')).toBe('filled in by somebody');
    expect(made()).toContain(gone);
  });
});

describe('campaign template', () => {
  const work = new WorkingFolder();
  afterAll(() => work.remove('.'));

  it('makes only what is asked for, however the unit is written', async () => {
    const ran = await work.run('template', 'out', '--campaign', 'wanzhang-2023', '--unit', '楚庄', '370829003202');
    expect(ran.code).toBe(0);
    expect(readdirSync(join(work.path, 'out'))).toHaveLength(4);
  });

  it.each([[['--unit', '顺河']], [['--unit', '火星村']]])('%j names no one unit', async (argv) => {
    const ran = await work.run('template', 'none', '--campaign', 'wanzhang-2023', ...argv);
    expect(ran.code).toBe(2);
    expect(() => readdirSync(join(work.path, 'none'))).toThrow();
  });

  it('makes nothing in the inbox', async () => {
    for (const dir of ['inbox', 'inbox/forms'])
      expect((await work.run('template', dir, '--campaign', 'wanzhang-2023')).code).toBe(2);
    expect((await work.run('template', 'inbox-forms', '--campaign', 'binjiang-2021')).code).toBe(0);
  });

  it('tells units of one name apart by their ids', async () => {
    work.put('roster.csv', 'id,name,level\n101,甲/乙村,village\n102,甲/乙村,village\n103,NUL,village\n');
    const ran = await work.run('template', 'alike', '--campaign', 'binjiang-2021', '--roster', 'roster.csv');
    expect(ran.code).toBe(0);
    expect(readdirSync(join(work.path, 'alike')).sort()).toEqual([
      '_NUL_信息统计表.xlsx',
      '甲／乙村（101）_信息统计表.xlsx',
      '甲／乙村（102）_信息统计表.xlsx',
    ]);
  });
});

async function open(path: string): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}
