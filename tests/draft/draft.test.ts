import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asExcel97, drawnForms, plainWorkbook } from '../../scripts/fixtures/spreadsheet.js';
import { statisticsDocument } from '../../scripts/fixtures/word.js';
import { openSpots } from '../../src/campaign/draft/write-draft.js';
import { findCampaign } from '../../src/campaign/find-campaign.js';
import { parseCampaign } from '../../src/campaign/parse-campaign.js';
import { ruleIds } from '../../src/findings/catalogue.js';
import type { Campaign } from '../../src/model/campaign.js';
import { draftCampaign } from '../../src/pipeline/draft-campaign.js';
import { examine } from '../../src/pipeline/examine.js';
import { blankStatisticsForm } from '../../src/write/statistics-form.js';
import { draft, filledIn, pathOf, shipped, withForm } from './forms.js';

const progress = readFileSync(join(findCampaign('wanzhang-2023', '/')?.folder ?? '', 'progress.docx'));

/** The definition reads the form blank, and every figure of a filled-in one, as the campaign it was drawn by does. */
async function expectToRead(drafted: Campaign, original: Campaign): Promise<void> {
  const blank = await examine(await blankStatisticsForm(original), '空表.xlsx', drafted);
  expect(blank.findings).toEqual([]);
  expect(blank.blank).toBe(true);
  const { bytes, typed } = await filledIn(original);
  const { statistics, findings, unitText } = await examine(bytes, '甲村.xlsx', drafted);
  expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
  expect(unitText).toBe('甲村');
  const wanted = original.forms.statistics.fields.map((field) => [pathOf(field, original), typed.get(field.id)]);
  const read = drafted.forms.statistics.fields.flatMap((field) => {
    const value = statistics?.[field.id]?.value;
    return value === undefined ? [] : [[pathOf(field, drafted), `${value}`]];
  });
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(wanted));
}

describe.each(shipped.map((campaign) => [campaign.id, campaign] as const))('the blank form of %s', (_, campaign) => {
  it('gives the same fields under the same ids, and nothing to ask about them', async () => {
    const { campaign: drafted, yaml, read } = await draft(await blankStatisticsForm(campaign));
    const essence = ({ forms }: Campaign) =>
      forms.statistics.fields.map(({ id, kind, label, level, askAbove, sessionsField }) => ({
        ...{ id, kind, label, level, askAbove, sessionsField },
      }));
    expect(essence(drafted)).toEqual(essence(campaign));
    expect(read).toEqual({ fields: campaign.forms.statistics.fields.length, unread: [] });
    const { title, attachment, unit, notes, header, layout } = campaign.forms.statistics;
    expect(drafted.forms.statistics).toMatchObject({ title, attachment, notes, layout });
    expect(drafted.forms.statistics.unit).toMatchObject({ blank: unit.blank, inTable: unit.inTable });
    expect(drafted.forms.statistics.header.map(({ id }) => id)).toEqual(header.map(({ id }) => id));
    expect([drafted.year, drafted.title]).toEqual([campaign.year, campaign.title]);
    const blocks = yaml.split('\n').findIndex((line) => line.trim() === 'blocks:');
    expect(openSpots(yaml).filter(({ line }) => line > blocks)).toEqual([]);
    await expectToRead(drafted, campaign);
  });

  it('gives the same from .xls, from Word and from csv', async () => {
    const xlsx = await blankStatisticsForm(campaign);
    const fromXlsx = (await draft(xlsx)).campaign;
    const fields = fromXlsx.forms.statistics.fields;
    const fromXls = (await draft(asExcel97(xlsx), '空表.xls')).campaign;
    expect(fromXls.forms.statistics.fields).toEqual(fields);
    const word = await statisticsDocument(campaign, { unit: campaign.forms.statistics.unit.blank, typed: {} });
    const fromWord = (await draft(word, '空表.docx')).campaign;
    expect(fromWord.forms.statistics.fields).toEqual(fields);
    const cells = campaign.forms.statistics.layout.cells;
    const rows = Array.from({ length: campaign.forms.statistics.layout.rows }, (_, r) =>
      Array.from({ length: campaign.forms.statistics.layout.columns }, (_, c) => {
        const text = cells.find((cell) => cell.row === r + 1 && cell.column === c + 1)?.text ?? '';
        return `"${text}"`;
      }).join(','),
    );
    const csv = [campaign.forms.statistics.title, ...rows].join('\n');
    const fromCsv = (await draft(new TextEncoder().encode(csv), '空表.csv')).campaign;
    expect(fromCsv.forms.statistics.fields).toEqual(fields);
  });

  it('is the same form with rows and columns put in', async () => {
    const { fields } = (await draft(await blankStatisticsForm(campaign))).campaign.forms.statistics;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(14), { maxLength: 3 }),
        fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
        fc.nat(2),
        async (rowsAfter, columnsAfter, indent) => {
          const changes = { rowsAfter, columnsAfter, indent };
          const { bytes } = await drawnForms(campaign, [{ unit: null, typed: {}, changes }]);
          const drafted = await draft(bytes);
          expect(drafted.read.unread).toEqual([]);
          expect(drafted.campaign.forms.statistics.fields).toEqual(fields);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('moves to another year', async () => {
    const { campaign: next, yaml } = await draft(await blankStatisticsForm(campaign), '空表.xlsx', 2027);
    expect([next.year, next.ordinal]).toEqual([2027, 29]);
    expect(next.title).not.toBe(campaign.title);
    expect(next.title).toMatch(/2027|29/);
    expect(
      openSpots(yaml)
        .map(({ text }) => text)
        .join(),
    ).toContain(`${campaign.year}`);
    const moved = await examine(await blankStatisticsForm(next), '空表.xlsx', next);
    expect(moved.findings).toEqual([]);
  });
});

describe('forms nobody has seen', () => {
  const levelNames = ['省级计生协', '地市级计生协', '县级计生协', '乡镇计生协', '村居社区计生协', '网格', '村民小组'];
  const blockNames = ['宣传活动', '服务活动', '培训活动', '志愿服务', '健康义诊', '困难帮扶', '阵地建设'];
  const leafNames = [
    '活动场次',
    '宣传人数',
    '慰问服务场次',
    '慰问人数',
    '培训班次',
    '参训人数',
    '发放资料份数',
    '户数',
    '投入金额',
    '场次',
    '人数',
  ];
  const shapes = fc.record({
    levels: fc.subarray(levelNames, { minLength: 1, maxLength: 4 }),
    blocks: fc.uniqueArray(fc.constantFrom(...blockNames), { minLength: 2, maxLength: 5 }),
    leaves: fc.infiniteStream(fc.shuffledSubarray(leafNames, { minLength: 1, maxLength: 3 })),
    rows: fc.infiniteStream(fc.integer({ min: 1, max: 2 })),
    inTable: fc.boolean(),
  });

  it('load and read themselves where groups differ in their leaves, stand alone, or there are none', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 });
    const flat = fc.record({
      blocks: fc.uniqueArray(fc.constantFrom(...blockNames), { minLength: 1, maxLength: 3 }),
      groups: fc.infiniteStream(fc.option(sizes)),
      leaves: fc.infiniteStream(fc.shuffledSubarray(leafNames, { minLength: 11, maxLength: 11 })),
      alone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(flat, async ({ blocks, groups, leaves, alone }) => {
        const original = withForm([{ id: 'village', labels: ['村级'], optional: false }], {
          title: '2024年“5.29会员活动月”信息统计表',
          blocks: blocks.map((label, b) => {
            const names: readonly string[] = leaves.next().value ?? [];
            const parts: readonly number[] | null = groups.next().value ?? null;
            const leafOf = (one: string, l: number) => ({ id: `x${l}`, labels: [one], kind: 'count' as const });
            if (parts === null)
              return {
                labels: [label],
                groups: 'none',
                rows: [{ id: `b${b}`, leaves: names.slice(0, 3).map(leafOf) }],
              };
            const ends = parts.map((_, n) => parts.slice(0, n + 1).reduce((sum, size) => sum + size, 0));
            const named = parts.map((size, n) => {
              const own = names.slice((ends[n] ?? 0) - size, ends[n]);
              const ids = own.map((name) => `x${names.indexOf(name)}`);
              const isAlone = alone && size === 1;
              return {
                id: isAlone ? '' : `g${n}`,
                labels: [isAlone ? (own[0] ?? '') : `第${n}类情况`],
                leaves: ids,
                optional: false,
              };
            });
            return {
              labels: [label],
              groups: named,
              rows: [{ id: `b${b}`, leaves: names.slice(0, ends.at(-1)).map(leafOf) }],
            };
          }),
        });
        const { read, campaign: drafted } = await draft(await blankStatisticsForm(original));
        expect(read).toEqual({ fields: original.forms.statistics.fields.length, unread: [] });
        const { bytes, typed } = await filledIn(original);
        const { statistics } = await examine(bytes, '信息统计表.xlsx', drafted);
        expect(Object.values(statistics ?? {}).map(({ value }) => `${value}`)).toEqual([...typed.values()]);
      }),
      { numRuns: 40 },
    );
  });

  it('may be one row of figures below labels of two kinds, with nothing at the left', async () => {
    const rows = [
      '<td colspan=7>2025年春季犬只免疫工作统计表</td>',
      '<td colspan=7>填报单位：　　　村委会</td>',
      '<td rowspan=2>存栏数（只）</td><td colspan=3>免疫情况</td><td colspan=2>宣传情况</td><td rowspan=2>投入金额</td>',
      '<td>应免只数</td><td>实免只数</td><td>发证数</td><td>宣传人数</td><td>资料份数</td>',
      '<td></td><td></td><td></td><td></td><td></td><td></td><td></td>',
    ];
    const html = `<html><body><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table></body></html>`;
    const { campaign: drafted, read, yaml } = await draft(new TextEncoder().encode(html), '空表.xls');
    expect(drafted).toMatchObject({ ordinal: null, year: 2025, title: '2025年春季犬只免疫工作' });
    expect(drafted.materials[0]?.name).toBe('春季犬只免疫工作统计表');
    expect(yaml).not.toMatch(/会员活动日|office: .*计划生育/u);
    expect(read).toEqual({ fields: 7, unread: [] });
    expect(drafted.forms.statistics.fields.map(({ label }) => label.replace(/^指标 \/ /u, ''))).toEqual([
      '存栏数（只）',
      '免疫情况 / 应免只数',
      '免疫情况 / 实免只数',
      '免疫情况 / 发证数',
      '宣传情况 / 宣传人数',
      '宣传情况 / 资料份数',
      '投入金额',
    ]);
  });

  it('load, read themselves blank and filled in, and every new id is asked about', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ levels, blocks, leaves, rows, inTable }) => {
        const original = withForm(
          levels.map((label, n) => ({ id: `l${n}`, labels: [label], optional: false })),
          {
            title: '2024年“5.29会员活动月”信息统计表',
            unit: { labels: ['单位'], blank: '　　　　村委会', inTable },
            blocks: blocks.map((label, b) => {
              // The leaves of a block are told apart by their labels alone.
              const all = leaves.next().value ?? [];
              const halves = rows.next().value === 2 && all.length > 1 ? [all.slice(0, 1), all.slice(1)] : [all];
              const leafOf = (one: string, l: number) => ({ id: `x${l}`, labels: [one], kind: 'count' as const });
              return {
                labels: [label],
                groups: 'levels' as const,
                rows: halves.map((half, r) => ({ id: `b${b}-${r}`, leaves: half.map(leafOf) })),
              };
            }),
          },
        );
        const { campaign: drafted, read, yaml } = await draft(await blankStatisticsForm(original));
        expect(read).toEqual({ fields: original.forms.statistics.fields.length, unread: [] });
        const known = new Set(shipped.flatMap(({ forms }) => forms.statistics.fields.map(({ id }) => id)));
        const ids = drafted.forms.statistics.fields.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const hasNew = ids.some((id) => !known.has(id));
        const spots = openSpots(yaml).filter(({ text }) => text.startsWith('请核对'));
        if (hasNew) expect(spots.length).toBeGreaterThan(1);
        await expectToRead(drafted, original);
      }),
      { numRuns: 30 },
    );
  });

  it('propose the known ids for known labels, whatever else the form has', async () => {
    const original = withForm(
      [
        { id: 'a', labels: ['镇（街道）计生协'], optional: false },
        { id: 'b', labels: ['村（社区）计生协'], optional: false },
      ],
      {
        title: '2024年会员活动月信息统计表',
        blocks: [
          block('一、宣传教育活动', [['活动场次', '宣传人数', '发放资料份数']]),
          block('二、服务活动', [['其它服务场次', '服务人数']]),
          block('三、青春健康教育', [['场次', '人次']]),
        ],
      },
    );
    const { campaign, yaml } = await draft(await blankStatisticsForm(original));
    const ids = campaign.forms.statistics.fields.map(({ id }) => id);
    expect(ids.filter((id) => id.includes('village'))).toEqual([
      'publicity.village.sessions',
      'publicity.village.people',
      'publicity.village.copies',
      'services.village.sessions',
      'services.village.people',
      'health.village.sessions',
      'health.village.people',
    ]);
    expect(campaign.reportingLevel).toBe('village');
    const lines = yaml.split('\n');
    for (const label of ['发放资料份数', '人次']) {
      const at = lines.findIndex((line) => line.includes(`labels: [${label}`));
      expect(lines[at - 1]).toContain('请核对');
    }
    await expectToRead(campaign, original);
  });

  it('say what they cannot tell apart', async () => {
    const original = withForm([{ id: 'v', labels: ['村级'], optional: false }], {
      title: '2024年会员活动月信息统计表',
      blocks: [block('培训活动', [['人数（男）', '人数（女）']]), block('宣传活动', [['活动场次', '宣传人数']])],
    });
    const { read, yaml } = await draft(await blankStatisticsForm(original));
    expect(read.unread.join()).toContain('人数（女）');
    expect(openSpots(yaml)[0]?.text).toContain('人数（女）');
  });
});

describe('what is no statistics form', () => {
  it.each([
    [
      'a list of units',
      [
        ['村名', '活动场次', '宣传人数'],
        ['甲村', 1, 2],
        ['乙村', 3, 4],
      ],
    ],
    ['figures beside their labels', [['项目', '县级', '村居'], ['宣传活动场次'], ['宣传人数']]],
    ['a letter', [['各村：'], ['请于5月10日前报送统计表。']]],
  ])('%s', async (_, rows) => {
    const [campaign] = shipped;
    const bytes = await plainWorkbook(campaign!, 'Sheet1', rows);
    expect(await attempt([{ name: 'a.xlsx', bytes }])).toMatchObject({ ok: false, problem: 'no-form' });
  });

  it('a progress form alone, a damaged file, a photo', async () => {
    expect(await attempt([{ name: 'a.docx', bytes: progress }])).toMatchObject({ problem: 'no-form' });
    const cut = progress.subarray(0, 900);
    expect(await attempt([{ name: 'a.docx', bytes: cut }])).toMatchObject({ ok: false });
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
    expect(await attempt([{ name: 'a.jpg', bytes: photo }])).toMatchObject({ problem: 'other-kind' });
  });

  function attempt(files: readonly { name: string; bytes: Uint8Array }[]) {
    return draftCampaign({ files, known: shipped, id: undefined, year: undefined, thisYear: 2030, rules: ruleIds });
  }
});

describe('the draft as a file', () => {
  const wanzhang = shipped.find(({ id }) => id === 'wanzhang-2023')!;

  it('is whole once its examples are taken over', async () => {
    const files = [
      { name: '统计表.xlsx', bytes: await blankStatisticsForm(wanzhang) },
      { name: '写实表.docx', bytes: new Uint8Array(progress) },
    ];
    const asked = { files, known: shipped, id: 'next', year: 2024, thisYear: 2030, rules: ruleIds };
    const result = await draftCampaign(asked);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    const { forms } = result.campaign;
    expect(forms.progress?.columns.content[0]).toBe('开展的具体活动写实');
    expect(forms.progress).toMatchObject({ photos: { least: 2, most: 3 }, attachment: '附件1' });
    const lines = result.yaml.split('\n').filter((line) => !line.includes('2024-12-31'));
    const whole = lines.map((line) => line.replace(/^#(?= {2})/, '')).join('\n');
    const campaign = parseCampaign(whole, 'campaign.yaml', ruleIds);
    const days = campaign.deadlines.map(({ id, due }) => `${id} ${due}`);
    expect(days).toEqual(wanzhang.deadlines.map(({ id, due }) => `${id} ${due.replace('2023', '2024')}`));
    expect(new Set(campaign.materials.map(({ id }) => id))).toEqual(new Set(wanzhang.materials.map(({ id }) => id)));
    const blank = await examine(new Uint8Array(progress), '写实表.docx', campaign);
    expect(blank.findings.map((one) => one.rule)).toEqual([]);
  });

  it('lets nothing through that would rewrite a terminal', async () => {
    const rows = [
      ['2024年会员活动月统计表'],
      ['单位：'],
      ['培训_x001B_[31m', '村居', ''],
      ['', '参训\u202e人数', '户_x0007_数'],
      ['', '', ''],
      ['孤_x001B_[2J单', '', ''],
    ];
    const { yaml } = await draft(await plainWorkbook(wanzhang, 'Sheet1', rows), `空${String.fromCharCode(27)}表.xlsx`);
    expect(yaml).toContain('请核对');
    expect(yaml.match(/[^\P{Cc}\n]|\u202e/gu)).toBeNull();
  });

  it('says that a form is not blank, and keeps a unit’s name out', async () => {
    const { bytes } = await filledIn(wanzhang);
    const { yaml, campaign } = await draft(bytes);
    expect(openSpots(yaml)[0]?.text).toContain('26');
    expect(campaign.forms.statistics.unit.blank.trim()).toBe('');
    expect(openSpots(yaml).some(({ text }) => text.includes('甲村'))).toBe(true);
  });

  it('marks every placeholder', async () => {
    const { yaml } = await draft(await blankStatisticsForm(wanzhang));
    const lines = yaml.split('\n');
    for (const key of ['id:', 'office:', 'period:', '  - { id: final']) {
      const at = lines.findIndex((line) => line.startsWith(key));
      expect(lines[at - 1]).toMatch(/# 请(?:核对|填写)：/);
    }
  });

  it('cannot be broken by what a form says', async () => {
    const nasty = ['a #c', '{x}', '[y', "it's q", '- d', '!tag', '&a *b', '宣\n传', '%e', '@f', '\\', '? g', '"h'];
    const original = withForm([{ id: 'v', labels: ['村级 # {甲}'], optional: false }], {
      title: '2024年会员活动月信息统计表',
      notes: ['注：a: b', '2.# 不是注释，是一句很长的说明文字'],
      blocks: [block('- 培训 & 活动', [nasty.map((text) => `${text}人数`)]), block('义诊', [['户数']])],
    });
    const { yaml, read, campaign } = await draft(await blankStatisticsForm(original));
    expect(read.unread).toEqual([]);
    const { forms } = parse(yaml) as { forms: { statistics: { notes: string[] } } };
    expect(forms.statistics.notes).toEqual(original.forms.statistics.notes);
    const labels = campaign.forms.statistics.blocks[0]?.rows[0]?.leaves.map((leaf) => leaf.labels[0]);
    expect(labels).toEqual(nasty.map((text) => `${text.replace('\n', '')}人数`));
  });
});

function block(label: string, rows: readonly (readonly string[])[]) {
  return {
    labels: [label],
    groups: 'levels' as const,
    rows: rows.map((leaves, r) => ({
      id: `row-${r}`,
      leaves: leaves.map((leaf, l) => ({ id: `leaf-${l}`, labels: [leaf], kind: 'count' as const })),
    })),
  };
}
