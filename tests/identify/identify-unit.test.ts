import { describe, expect, it } from 'vitest';
import { namesNothing } from '../../src/identify/fold-name.js';
import { identifyUnit, type UnitClues } from '../../src/identify/identify-unit.js';
import { knownWords } from '../../src/identify/known-words.js';
import { buildDirectory } from '../../src/identify/unit-directory.js';
import { campaign, clues, words } from './contexts.js';
import { unit } from './writings.js';

const office = unit('370000001', '某县和平街道办事处', {
  level: 'township',
  required: false,
  aliases: ['和平街道', '街道计生协'],
});
const names = [
  ...[
    '东岭村委会',
    '张庄村委会',
    '前李庄村委会',
    '后李庄村委会',
    '大黎社区居委会',
    '大黎村委会',
    '前进村委会',
    '前进一村村委会',
  ],
  ...['桃园新村社区居委会', '张庄（新）村委会', '向阳村村民委员会', '八里营村委会'],
];
const villages = names.map((name, n) =>
  unit(`3700000012${String(n).padStart(2, '0')}`, name, { email: `v${n}@example.com` }),
);
const aliased = unit('370000001299', '幸福里社区居委会', { aliases: ['老电厂家属院'] });
const directory = buildDirectory([office, ...villages, aliased]);

const told = (some: Partial<UnitClues>, roster = directory) => {
  const { unit, findings } = identifyUnit(clues(some), words, roster);
  const [found] = findings;
  return { unit: unit?.name ?? null, rule: found?.rule ?? null, args: found?.args };
};
const named = (some: Partial<UnitClues>, roster = directory) => told(some, roster).unit;
const ruled = (some: Partial<UnitClues>) => told(some).rule;

describe('the 单位 line', () => {
  it.each([
    ['东岭村委会 负责人：王某某', '东岭村委会'],
    ['东岭村委会（盖章）  2023年6月5日', '东岭村委会'],
    ['（公章）东岭村', '东岭村委会'],
    ['东岭村__________', '东岭村委会'],
    ['　东 岭 村　', '东岭村委会'],
    ['某县和平街道东岭村', '东岭村委会'],
    ['山东省济宁市某县和平街道办事处东岭村村民委员会', '东岭村委会'],
    ['和平街道 东岭村', '东岭村委会'],
    ['张庄（新）村', '张庄（新）村委会'],
    ['桃园新村', '桃园新村社区居委会'],
    ['老电厂家属院', '幸福里社区居委会'],
    ['３７００００００１２００', '东岭村委会'],
    ['和平街道计生协', '某县和平街道办事处'],
    ['东岭村（原红旗村）', '东岭村委会'],
    ['红旗村委会（现东岭村）', '东岭村委会'],
    ['老电厂家属院（现名：幸福里社区）', '幸福里社区居委会'],
    ['东岭村（原东岭村委会）（盖章）', '东岭村委会'],
  ])('%s', (formText, wanted) => expect(named({ formText })).toBe(wanted));

  it.each(['李庄村', '前 张庄村', '前李\n庄二村', '信息东岭村', '和平镇东岭村', '和平镇 东岭村', '桃园村'])(
    'names no village of ours: %s',
    (formText) => expect(ruled({ formText })).toBe('unit/unknown'),
  );

  it('that holds nothing leaves it to the names', () => {
    for (const formText of [
      '村委会',
      '　　　　村委会',
      '村（居）委会',
      '（盖章）',
      'XX村',
      '某某村',
      '乡镇（街道）　　村（社区）',
      '',
    ]) {
      expect(namesNothing(formText), formText).toBe(true);
      expect(named({ formText, folders: ['东岭村'] }), formText).toBe('东岭村委会');
    }
    for (const name of ['镇村村委会', '街道村', '街道社区居民委员会', '居村', '道乡社区'])
      expect(namesNothing(name), name).toBe(false);
  });
});

describe('names on the way', () => {
  it.each([
    ['01 东岭村（王某某）'],
    ['5月20日东岭村写实表'],
    ['东岭村5.29材料0608'],
    ['和平街道-东岭村-信息统计表'],
    ['某县和平街道_东岭村'],
    ['某县2023年会员活动日东岭村委会'],
    ['某县2023年“5.29会员活动月”信息统计表（东岭村）'],
    ['【东岭村】活动总结'],
    ['（东岭村）附件2'],
    ['370000001200东岭村'],
    ['370000001200'],
    ['东岭照片3张'],
    ['东岭村的照片'],
    ['东岭村表'],
    ['东岭村党支部'],
    ['东岭村“5·29”会员活动日总结'],
    ['5·29会员活动月东岭村总结'],
    ['5•29活动总结•东岭村'],
    ['东岭村委会关于开展“5.29会员活动月”系列活动的总结'],
    ['2023年东岭村关于先进家庭评选的活动总结（终）'],
    ['复制 东岭村 总结'],
  ])('%s', (folder) => {
    expect(named({ folders: [folder] })).toBe('东岭村委会');
    expect(named({ archives: [`${folder}.zip`] })).toBe('东岭村委会');
    expect(named({ fileName: `${folder}.xlsx` })).toBe('东岭村委会');
  });

  it.each(['5月10日', '材料', '0508', '照片3', '新建文件夹', '2023', '乡镇', '宣传进社区', '微信图片_20230510123045'])(
    '%s tells nothing',
    (folder) => expect(named({ folders: [folder, '东岭村'] })).toBe('东岭村委会'),
  );

  it.each([
    ['东岭村、八里营村', ['东岭村委会', '八里营村委会']],
    ['东岭村和八里营村照片', ['东岭村委会', '八里营村委会']],
    ['东岭村 八里营村', ['东岭村委会', '八里营村委会']],
    ['东岭-八里营', ['东岭村委会', '八里营村委会']],
    ['大黎统计表', ['大黎社区居委会', '大黎村委会']],
    ['前进1', ['前进村委会', '前进一村村委会']],
    ['370000001200八里营村', ['东岭村委会', '八里营村委会']],
  ])('two units in one name are not chosen from: %s', (name, candidates) => {
    const { unit, rule, args } = told({ fileName: `${name}.xlsx` });
    expect([unit, rule]).toEqual([null, 'unit/ambiguous']);
    expect(new Set((args as { candidates: string[] }).candidates)).toEqual(new Set(candidates));
  });

  it.each([
    ...[
      '李庄村',
      '小张庄村',
      '张庄村西村',
      '三张庄村',
      '前进二',
      '金屯镇东岭村',
      '金屯镇-东岭村',
      '金屯镇 东岭村',
      '370000009201东岭村',
    ],
    ...[
      '张庄（北）',
      '东岭村 西岭村',
      '东岭-西岭村',
      '东岭（王某某）',
      '进展东岭路',
      '桃园村',
      '大黎新村',
      '八里营北村委会',
      '309东岭村',
    ],
    ...[
      '东岭村关于西岭村的总结',
      '东岭村会员小学总结',
      '东岭村活动八里营总结',
      '东岭关于先进家庭评选的总结',
      '东岭村先进家庭评选总结',
      '东岭村开展评选一事',
    ],
  ])('names no unit of ours: %s', (name) => expect(ruled({ fileName: `${name}.xlsx` })).toBe('unit/unknown'));

  it('go by the office only where it is all they name', () => {
    expect(named({ folders: ['和平街道'] })).toBe('某县和平街道办事处');
    expect(named({ folders: ['和平街道', '东岭村'] })).toBe('东岭村委会');
    expect(named({ archives: ['和平街道材料.zip'], fileName: '东岭村.xlsx' })).toBe('东岭村委会');
    expect(ruled({ folders: ['和平街道-西岭村'] })).toBe('unit/unknown');
    expect(ruled({ formText: '和平街道', folders: ['东岭村'] })).toBe('unit/conflict');
  });

  it('ids too short to be no other number do not count', () => {
    const roster = buildDirectory([unit('12', '东岭村委会'), unit('20230510', '八里营村委会')]);
    expect(named({ fileName: '照片12.jpg' }, roster)).toBeNull();
    expect(named({ fileName: 'IMG_20230510_12.jpg' }, roster)).toBeNull();
  });
});

describe('names in the roster', () => {
  const roster = buildDirectory([
    unit('1', '阿布都·热合曼村委会'),
    unit('2', '红光社区（村改居）'),
    unit('3', '东街村（城关镇）'),
    unit('4', '东街村（回龙镇）'),
    unit('5', '新建村委会'),
  ]);

  it.each(['阿布都•热合曼村', '阿布都・热合曼村', '阿布都热合曼'])('with a middle dot, written %s', (formText) =>
    expect(named({ formText }, roster)).toBe('阿布都·热合曼村委会'),
  );

  it('with a note are told without it where one bears the name', () => {
    expect(named({ formText: '红光社区居委会' }, roster)).toBe('红光社区（村改居）');
    expect(named({ fileName: '城关镇东街村统计表.xlsx' }, roster)).toBe('东街村（城关镇）');
    expect(told({ formText: '东街村' }, roster).rule).toBe('unit/ambiguous');
  });

  it.each(['新建 DOCX 文档.docx', '新建 Microsoft Excel 工作表 (2).xlsx', '新建文件夹'])(
    'are not what a program calls a new file: %s',
    (fileName) => expect(told({ fileName }, roster)).toMatchObject({ unit: null, args: { suggestions: [] } }),
  );

  it('that begin with 新建 still count', () => expect(named({ fileName: '新建村.docx' }, roster)).toBe('新建村委会'));
});

describe('the titles of other work', () => {
  const other = knownWords({ ...campaign, title: '2025年冬春火灾防控工作' });
  const found = (fileName: string) => identifyUnit(clues({ fileName }), other, directory).unit?.name ?? null;

  it.each(['东岭村冬春火灾防控.xls', '东岭冬春火灾防控工作.xls', '东岭村火灾防控统计表.xls', '东岭村火灾防控.xls'])(
    'are no part of a unit’s name: %s',
    (name) => expect(found(name)).toBe('东岭村委会'),
  );

  it.each(['东岭火灾防控.xls', '东岭村防控.xls'])('%s names no unit', (name) => expect(found(name)).toBeNull());
});

describe('a renamed village', () => {
  it('is told by folder and file as well', () => {
    expect(named({ folders: ['东岭村(原红旗村)'] })).toBe('东岭村委会');
    expect(named({ fileName: '东岭村（原红旗村）统计表.xlsx' })).toBe('东岭村委会');
  });

  it('is not chosen where the roster has a unit of either name', () => {
    expect(ruled({ formText: '东岭村（原八里营村）' })).toBe('unit/ambiguous');
    expect(ruled({ formText: '西岭村（原红旗村）' })).toBe('unit/unknown');
  });
});

describe('forms of several units in one file', () => {
  it('are nobody’s, and name them all', () => {
    expect(told({ formText: '东岭村', otherForms: ['八里营', '东岭'], folders: ['东岭村'] })).toEqual({
      ...{ unit: null, rule: 'unit/several', args: { units: ['东岭村委会', '八里营村委会'] } },
    });
    expect(ruled({ otherForms: ['东岭村', '八里营村'] })).toBe('unit/several');
  });

  it('are one unit’s where they name no other', () => {
    expect(named({ formText: '东岭村', otherForms: ['东岭村村民委员会', '2022年', '某某村'] })).toBe('东岭村委会');
    expect(named({ otherForms: ['Sheet1', 'Sheet2'], folders: ['东岭村'] })).toBe('东岭村委会');
  });
});

describe('several clues', () => {
  it('that disagree are a conflict, whoever is stronger', () => {
    const { unit, rule, args } = told({ formText: '东岭村', folders: ['八里营村'] });
    expect([unit, rule]).toEqual([null, 'unit/conflict']);
    expect(args).toEqual({
      claims: [
        { evidence: 'form', text: '东岭村', unit: '东岭村委会' },
        { evidence: 'folder', text: '八里营村', unit: '八里营村委会' },
      ],
    });
    expect(ruled({ folders: ['东岭村'], archives: ['八里营村.zip'] })).toBe('unit/conflict');
    expect(ruled({ fileName: '东岭村.xlsx', sender: 'V11@example.com' })).toBe('unit/conflict');
  });

  it('that leave one in common name it', () => {
    expect(named({ formText: '大黎', folders: ['大黎社区'] })).toBe('大黎社区居委会');
    expect(named({ folders: ['东岭村和八里营村'], fileName: '八里营.xlsx' })).toBe('八里营村委会');
  });

  it('a form that names nobody in the roster outweighs its folder', () => {
    expect(ruled({ formText: '西岭村', folders: ['东岭村'] })).toBe('unit/unknown');
  });

  it('the sender and the title tell where nothing else does', () => {
    expect(named({ sender: 'v0@example.com' })).toBe('东岭村委会');
    expect(named({ title: '东岭村“5.29会员活动月”活动总结\n2023年6月' })).toBe('东岭村委会');
    expect(named({ title: '西岭村活动总结' })).toBeNull();
  });
});

describe('suggestions', () => {
  const suggested = (some: Partial<UnitClues>) => (told(some).args as { suggestions: string[] }).suggestions;

  it('come nearest first, three at most', () => {
    expect(suggested({ formText: '前李村' })[0]).toBe('前李庄村委会');
    expect(suggested({ formText: '李庄村委会' })).toEqual(['前李庄村委会', '后李庄村委会']);
    expect(suggested({ formText: '桃园村' })).toEqual(['桃园新村社区居委会']);
    expect(suggested({ fileName: '八里村信息统计表最终版(1).xlsx' })).toEqual(['八里营村委会']);
    expect(suggested({ formText: '和平街道八里屯村' })).toEqual(['八里营村委会']);
  });

  it('are left out where every name would do', () => {
    const roster = buildDirectory(['张庄村', '王庄村', '赵庄村', '李庄村'].map((name, n) => unit(`v${n}`, name)));
    const { findings } = identifyUnit(clues({ formText: '孙庄村' }), words, roster);
    expect(findings[0]?.args).toEqual({ text: '孙庄村', suggestions: [] });
  });
});

describe('where the units lie', () => {
  const bare = villages.slice(0, 3);
  it('is told by who asks, or by the names themselves', () => {
    expect(named({ formText: '某县和平街道东岭村' }, buildDirectory(bare))).toBeNull();
    expect(named({ formText: '某县和平街道东岭村' }, buildDirectory(bare, '某县和平街道计划生育协会'))).toBe(
      '东岭村委会',
    );
    const prefixed = bare.map((one) => ({ ...one, name: `和平街道${one.name}` }));
    expect(named({ formText: '东岭村' }, buildDirectory(prefixed))).toBe('和平街道东岭村委会');
  });

  it('is nowhere where two offices share a roster', () => {
    const other = unit('370000002', '某县金屯镇人民政府', { level: 'township', required: false });
    expect(named({ formText: '金屯镇东岭村' }, buildDirectory([office, other, ...bare]))).toBeNull();
    expect(named({ formText: '东岭村' }, buildDirectory([office, other, ...bare]))).toBe('东岭村委会');
  });

  it('a township named like a city keeps its villages apart', () => {
    const roster = buildDirectory([unit('v1', '东村'), unit('v2', '西头村')], '某县新市镇计生协');
    expect(named({ formText: '新市镇西头村' }, roster)).toBe('西头村');
    expect(named({ formText: '新市西头村' }, roster)).toBeNull();
  });
});

describe('a roster of 700', () => {
  it('is searched in about a millisecond a path', () => {
    const many = Array.from({ length: 700 }, (_, n) =>
      unit(
        `v${n}`,
        `${'东西南北中上下'[n % 7]}${'赵钱孙李周吴郑王冯陈'[Math.floor(n / 7) % 10]}${'家庄口店河桥沟坡台湾'[Math.floor(n / 70)]}村委会`,
      ),
    );
    const roster = buildDirectory(many);
    const path = {
      folders: ['2023年材料', '5月20日'],
      archives: ['材料0508.zip'],
      fileName: '东赵家村附件2信息统计表最终版(1).xlsx',
    };
    const start = performance.now();
    for (let n = 0; n < 200; n++) expect(named(path, roster)).toBe('东赵家村委会');
    // Ten times what it takes: this is for what grows with the square of the roster, not for a busy machine.
    expect((performance.now() - start) / 200).toBeLessThan(5);
  });
});
