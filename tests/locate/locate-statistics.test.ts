import { describe, expect, it } from 'vitest';
import { shownOf } from '../../src/locate/grid.js';
import { LabelSet } from '../../src/locate/label-key.js';
import { locateStatistics } from '../../src/locate/locate-statistics.js';
import type { LocatedForm } from '../../src/locate/located-form.js';
import type { Campaign } from '../../src/model/campaign.js';
import type { Table } from '../../src/model/document.js';
import { shipped } from './form-sheet.js';
import { sheet, word } from './table.js';

const wanzhang = shipped('wanzhang-2023');
const binjiang = shipped('binjiang-2021');

const publicity = `
宣传活动 | 县级计生协 | <        | 乡镇计生协 | <        | 村居社区计生协 | <
^        | 活动场次   | 宣传人数 | 活动场次   | 宣传人数 | 活动场次       | 宣传人数
^        | 1          | 11       | 2          | 12       | 3              | 13`;
const services = `
服务活动 | 县级计生协   | <        | 乡镇计生协   | <        | 村居社区计生协 | <
^        | 慰问服务场次 | 慰问人数 | 慰问服务场次 | 慰问人数 | 慰问服务场次   | 慰问人数
^        | 4            | 14       | 5            | 15       | 6              | 16
^        | 其他服务场次 | 服务人数 | 其他服务场次 | 服务人数 | 其他服务场次   | 服务人数
^        | 7            | 17       | 8            | 18       | 9              | 19`;
const media = `
媒体宣传（篇数） | 国家级媒体 | <              | 省级媒体 | <              | 地市级媒体 | <              | 县级媒体 | <
^                | 文字稿件   | 音频、视频稿件 | 文字稿件 | 音频、视频稿件 | 文字稿件   | 音频、视频稿件 | 文字稿件 | 音频、视频稿件
^                | 20         | 21             | 22       | 23             | 24         | 25             | 26       | 27`;
const online = `
网站和新媒体建设 | 县级计生协 | <          | <
^                | 官网       | 微信公众号 | 微博
^                | 无         | 万丈家园   | 无`;

const blocks = [publicity, services, media, online].map((block) => block.trim());
const complete = blocks.join('\n');

function one(table: Table, campaign: Campaign = wanzhang): LocatedForm {
  const [form, ...more] = locateStatistics(table, campaign.forms.statistics);
  if (form === undefined || more.length > 0) throw new Error(`${more.length + 1} copies`);
  return form;
}

/** Values by field, blanks left out. */
function values(form: LocatedForm): Record<string, string> {
  return Object.fromEntries(
    [...form.cells].flatMap(([id, cell]) => (cell && shownOf(cell) ? [[id, shownOf(cell)]] : [])),
  );
}

function said(form: LocatedForm): [string, unknown, unknown][] {
  return form.findings.map(({ rule, args, place }) => [rule, args, 'address' in place ? place.address : null]);
}

describe('a form as it should be', () => {
  it('gives every field its value', () => {
    const form = one(sheet(complete));
    expect(form.findings).toEqual([]);
    expect(Object.keys(values(form))).toHaveLength(wanzhang.forms.statistics.fields.length);
    expect(values(form)).toMatchObject({
      'publicity.village.people': '13',
      'visits.county.sessions': '4',
      'services.village.people': '19',
      'media.municipal.av': '25',
      'online.wechat': '万丈家园',
    });
  });

  it('says nothing of an optional level that is not there', () => {
    const form = one(sheet(complete), binjiang);
    expect(form.findings).toEqual([]);
    expect(form.cells.has('publicity.municipal.people')).toBe(false);
  });

  it.each([wanzhang, binjiang])('knows no wording of $id that means two things', ({ forms }) => {
    for (const block of forms.statistics.blocks) {
      for (const list of [block.groups, block.rows.flatMap((row) => row.leaves)]) {
        const keys = list.flatMap(({ labels }) => [...new LabelSet(labels).keys]);
        expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([]);
      }
    }
  });
});

describe('labels that are not ours', () => {
  it('names a leaf renamed throughout once, with what stands in its place', () => {
    const form = one(sheet(complete.replaceAll('宣传人数', '到场群众')));
    expect(said(form)).toEqual([
      ['form/label-missing', { label: '宣传活动 / 宣传人数', suggestion: '到场群众' }, 'C2'],
    ]);
    expect(values(form)).toMatchObject({ 'publicity.village.sessions': '3', 'media.national.articles': '20' });
  });

  it('names one leaf renamed in one group', () => {
    const lines = complete.split('\n');
    lines[1] = '^ | 活动场次 | 宣传人数 | 活动场次 | 宣传人数 | 活动场次 | 宣传户数';
    expect(said(one(sheet(lines.join('\n'))))).toEqual([
      [
        'form/label-missing',
        { label: '宣传活动 / 村居社区计生协 / 宣传人数', suggestion: '宣传户数', level: 'village' },
        'G2',
      ],
    ]);
  });

  it('names a group of a block once, and a wording near it', () => {
    const form = one(sheet(complete.replace('服务活动 | 县级计生协', '服务活动 | 县级计生协办')));
    expect(said(form)).toEqual([
      ['form/label-missing', { label: '服务活动 / 县级计生协', suggestion: '县级计生协办', level: 'county' }, 'B4'],
    ]);
  });

  it('names a row of leaves once', () => {
    const form = one(sheet(complete.replaceAll('其他服务场次', '惠民项目数').replaceAll('| 服务人数', '| 受益对象数')));
    expect(said(form)).toEqual([['form/label-missing', { label: '服务活动 / 其他服务场次、服务人数' }, null]]);
    expect(values(form)).toMatchObject({ 'visits.village.people': '16' });
  });

  it('names a block that is not there once', () => {
    const form = one(sheet([blocks[0], blocks[1], blocks[3]].join('\n')));
    expect(said(form)).toEqual([['form/label-missing', { label: '媒体宣传（篇数）' }, null]]);
  });

  it('knows a block without its label by the official wording of its leaves alone', () => {
    expect(said(one(sheet(complete.replace('宣传活动 |', '文艺宣教 |'))))).toEqual([]);
    const renamed = complete.replace('宣传活动 |', '文艺宣教 |').replaceAll('| 宣传人数', '| 人数');
    expect(said(one(sheet(renamed)))).toEqual([
      ['form/label-missing', { label: '宣传活动', suggestion: '文艺宣教' }, 'A1'],
    ]);
  });

  it('asks about part of an optional level', () => {
    const form = one(
      sheet(complete.replace('县级计生协 | <        | 乡镇计生协 | <', '县级计生协 | < | | <')),
      binjiang,
    );
    expect(said(form).map(([rule, args]) => [rule, args])).toEqual([
      ['form/label-repeated', { label: '宣传活动 / 县级计生协', times: 2 }],
    ]);
  });

  it('takes a value written into the label for no label', () => {
    const form = one(sheet(complete.replace('| 宣传人数', '| 宣传人数（200人）')));
    expect(said(form)).toEqual([
      [
        'form/label-missing',
        { label: '宣传活动 / 县级计生协 / 宣传人数', suggestion: '宣传人数（200人）', level: 'county' },
        'C2',
      ],
    ]);
  });
});

describe('words that only look like labels', () => {
  it('is not led astray by blocks named above, between and below', () => {
    const form = one(
      sheet(`
填表要求 | 宣传 | 服务
网站和新媒体建设一栏没有就填无
${complete}
说明：宣传活动 | 宣传 | 服务 | 微博
宣传 | 12 | 34`),
    );
    expect(form.findings).toEqual([]);
    expect(values(form)['online.weibo']).toBe('无');
  });

  it('takes a value that says what its label says', () => {
    expect(values(one(sheet(complete.replace('万丈家园', '公众号'))))['online.wechat']).toBe('公众号');
  });

  it('makes nothing of a table on its side', () => {
    const rows = sheet(complete).cells;
    const turned = rows.map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }));
    turned.sort((a, b) => a.row - b.row || a.column - b.column);
    const forms = locateStatistics({ ...sheet(complete), cells: turned }, wanzhang.forms.statistics);
    expect(forms.map(values)).toEqual(forms.map(() => ({})));
    expect(Math.max(0, ...forms.map((form) => form.found))).toBeLessThan(5);
  });

  it('does not read a list of labels and values side by side as labels above values', () => {
    const list = '网站和新媒体建设 | 官网 | 无\n^ | 微信公众号 | 万丈家园\n^ | 微博 | 无';
    const form = one(sheet([...blocks.slice(0, 3), list].join('\n')));
    expect(said(form)).toEqual([['form/label-missing', { label: '网站和新媒体建设' }, null]]);
    expect(form.cells.has('online.website')).toBe(false);
  });

  it('does not take another table for the form', () => {
    const training = sheet('培训活动 | 场次 | 人数\n一季度 | 3 | 40\n二季度 | 4 | 50');
    expect(locateStatistics(training, wanzhang.forms.statistics)).toEqual([]);
  });
});

describe('values in doubt', () => {
  it('names two rows once, and no label as missing', () => {
    const form = one(sheet(complete.replace(blocks[1] ?? '', `^ | 5 | 6 | 7 | 8 | 9 | 10\n${blocks[1]}`)));
    expect(said(form)).toEqual([['form/several-value-rows', { label: '宣传活动', rows: [3, 4] }, 'B4']]);
    expect(form.cells.has('publicity.county.people')).toBe(false);
  });

  it('names a value over two labels once', () => {
    const form = one(sheet(complete.replace('| 1          | 11', '| 12 | <')));
    expect(said(form)).toEqual([
      [
        'count/merged-values',
        { labels: ['宣传活动 / 县级计生协 / 活动场次', '宣传活动 / 县级计生协 / 宣传人数'] },
        'B3',
      ],
    ]);
    expect(values(form)['publicity.township.sessions']).toBe('2');
  });

  it('asks whose the figures of a row with a heading of its own are', () => {
    const lines = complete.split('\n').map((line) => line.replace(/^\^/, ''));
    lines[2] = '某村 | 1 | 11 | 2 | 12 | 3 | 13';
    expect(said(one(sheet(lines.join('\n'))))[0]).toEqual([
      'form/label-missing',
      { label: '宣传活动', suggestion: '某村' },
      'A3',
    ]);
  });
});

describe('what stands around the values', () => {
  it('stops at signatures, seals, dates and notes', () => {
    for (const line of [
      '填表人：王二 | | 审核人：李三 | 2023年6月5日',
      '| 填报日期：2023年6月5日',
      '| | （盖章）',
      '| 单位负责人（签字）：',
      '| 说明：没有的填无',
      '| 1.在本级计生协网站、内刊的发稿不计入媒体宣传一栏发稿量',
      '合计 | 40 | 50',
    ]) {
      const form = one(sheet(`${complete}\n${line}`));
      expect([line, said(form), values(form)['online.website']]).toEqual([line, [], '无']);
      const bare = one(sheet(`${complete.replace('| 无         | 万丈家园   | 无', '| | |')}\n${line}`));
      expect([line, said(bare), values(bare)['online.website']]).toEqual([line, [], undefined]);
    }
  });

  it('passes by units in cells of their own', () => {
    const drawn = complete
      .replace('| 1          | 11', '| 1场 | 11')
      .replace(
        blocks[1] ?? '',
        `${blocks[1]}`.replace('| 4            | 14', '| 场 | 人 | 场 | 人 | 场 | 人\n^ | 4 | 14'),
      );
    const form = one(sheet(drawn));
    expect(form.findings).toEqual([]);
    expect(values(form)['visits.county.people']).toBe('14');
  });

  it('finds a picture wherever it lies below its label', () => {
    const drawn = complete.replace('| 无         | 万丈家园   | 无', '| 无 | | 无\n^ | | * |');
    const form = one(sheet(drawn));
    expect(form.findings).toEqual([]);
    expect(form.cells.get('online.wechat')?.pictures).toBe(1);
    expect(values(form)['online.website']).toBe('无');
  });
});

describe('a list with the labels across the top', () => {
  const list = (...rows: string[]) =>
    `
序号 | 单位 | 宣传活动       | <        | 媒体宣传（篇数） | <              | 网站和新媒体建设 | <          | <
^    | ^    | 村居社区计生协 | <        | 县级媒体         | <              | 县级计生协       | <          | <
^    | ^    | 活动场次       | 宣传人数 | 文字稿件         | 音频、视频稿件 | 官网             | 微信公众号 | 微博
${rows.join('\n')}`;

  it('gives the only unit’s values, a total below or not', () => {
    for (const rows of [
      ['1 | 楚庄村 | 3 | 200 | 1 | 2 | 无 | 无 | 无'],
      ['1 | 楚庄村 | 3 | 200 | 1 | 2 | 无 | 无 | 无', ' | 合计 | 3 | 200 | 1 | 2'],
    ]) {
      expect(values(one(sheet(list(...rows)), binjiang))).toMatchObject({
        'publicity.village.people': '200',
        'media.county.av': '2',
        'online.weibo': '无',
      });
    }
  });

  it('does not choose among several units', () => {
    const form = one(sheet(list('1 | 楚庄村 | 3 | 200 | 1 | 2', '2 | 商庄村 | 4 | 300 | 2 | 1')), binjiang);
    expect(values(form)).toEqual({});
    expect(said(form).filter(([rule]) => rule === 'form/several-value-rows')).toHaveLength(2);
  });
});

describe('several tables', () => {
  it('reads the two halves of a table broken in two as what they are', () => {
    const upper = one(word([blocks[0], blocks[1]].join('\n')));
    expect(said(upper).map(([, args]) => args)).toEqual([{ label: '媒体宣传（篇数）' }, { label: '网站和新媒体建设' }]);
  });

  it('takes the values of no other copy where one lacks its first block', () => {
    const [upper, lower] = locateStatistics(
      sheet([...blocks.slice(1), ...blocks.map((block) => block.replaceAll('1', '9'))].join('\n')),
      wanzhang.forms.statistics,
    );
    expect(upper?.findings.map(({ args }) => args)).toEqual([{ label: '宣传活动' }]);
    expect(lower?.findings).toEqual([]);
    expect(lower && values(lower)['publicity.county.people']).toBe('99');
  });

  it('finishes with tables that are no form, however long', () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `宣传活动 | 活动场次 | 宣传人数 | 官网 | ${n}`);
    expect(locateStatistics(sheet(rows.join('\n')), wanzhang.forms.statistics)).toEqual([]);
  });
});
