import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyUnit } from '../../src/identify/identify-unit.js';
import { withoutWords } from '../../src/identify/known-words.js';
import type { Unit } from '../../src/model/campaign.js';
import { type Context, clues, contexts, words } from './contexts.js';
import { directoryOf, readTownships, type Township, type Where } from './townships.js';
import { placeOf, type Writing, writingsOf } from './writings.js';

const townships = readTownships();
const seed = 20230529;

const township = fc.constantFrom(...townships);
const context = fc.constantFrom(...contexts);
const where = fc.constantFrom<Where>('row', 'campaign', 'nowhere');

/** A township of which only some villages are in the roster; one of its villages; how it is written, and where. */
const scene = fc
  .record({
    township,
    context,
    where,
    kept: fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }),
    pick: fc.nat(),
    way: fc.nat(),
  })
  .map(({ township, context, where, kept, pick, way }) => {
    const roster = township.units.filter((_, n) => kept[n]);
    const unit = township.units[pick % township.units.length] as Unit;
    const ways = writingsOf(unit.name).filter(({ manner }) => manner !== 'bare' || context.fullOnly !== true);
    return { township, context, where, roster, unit, writing: ways[way % ways.length] as Writing };
  });

const bearersOf = (text: string, roster: readonly Unit[]) =>
  roster.filter((unit) => writingsOf(unit.name).some((writing) => writing.text === text));

describe('a name on its way to a unit', () => {
  it('names the right unit or none, be it in the roster or not', () => {
    fc.assert(
      fc.property(scene, ({ township, context, where, roster, unit, writing }) => {
        const bearers = [writing.text, township.name + writing.text, writing.text.replace(township.name, '')].flatMap(
          (text) => bearersOf(text, roster),
        );
        fc.pre(roster.includes(unit) || bearers.length === 0);
        // 进展 alone is a word of every file's name, and 沙村镇 the township.
        fc.pre(withoutWords(writing.text, words) !== '' && writing.text !== township.name);
        const told = clues(context.clues(writing.text, township, unit));
        const found = identifyUnit(told, words, directoryOf(township, roster, where)).unit;
        const official = roster.filter((one) => one.name === writing.text);
        expect(found === null || found === unit || official.includes(found), `${found?.name} for ${unit.name}`).toBe(
          true,
        );
        if (found !== null && context.coded !== true) expect(roster).toContain(found);
      }),
      { seed, numRuns: 5_000 },
    );
  });

  it('never names a neighbour: one sign more, less or other', () => {
    fc.assert(
      fc.property(scene, fc.nat(), fc.nat(), (scene, kind, at) => {
        const { township, context, where, unit } = scene;
        fc.pre(context.coded !== true);
        const name = neighbour(unit.name, kind, at, context);
        fc.pre(
          name !== null && bearersOf(name.replace(/^\d| /g, ''), township.units).length === 0 && name !== township.name,
        );
        const told = clues(context.clues(name ?? '', township, unit));
        const found = identifyUnit(told, words, directoryOf(township, township.units, where)).unit;
        expect(found?.name, JSON.stringify(told)).toBeUndefined();
      }),
      { seed, numRuns: 5_000 },
    );
  });

  it('never takes a village of another township for ours', () => {
    const others = ['金屯镇', '甲乙乡', '某某街道', '邻县金屯镇'];
    const glue = fc.constantFrom('', ' ', '-', '_', '　', '（');
    fc.assert(
      fc.property(
        scene,
        fc.constantFrom(...others),
        glue,
        ({ township, context, where, unit, writing }, other, glue) => {
          fc.pre(context.coded !== true && context.needsRegion !== true);
          const told = clues(context.clues(`${other}${glue}${writing.text}`, township, unit));
          const found = identifyUnit(told, words, directoryOf(township, township.units, where)).unit;
          expect(found?.name, JSON.stringify(told)).toBeUndefined();
        },
      ),
      { seed, numRuns: 2_500 },
    );
  });

  it('is found wherever it is unambiguous', () => {
    const tally = new Map<string, { asked: number; found: number }>();
    for (const [n, township] of townships.entries()) recallOf(township, n, tally);
    const rows = [...tally].map(([row, { asked, found }]) => ({ row, asked, recall: found / asked }));
    if (process.env.RECALL !== undefined) {
      console.log(
        rows
          .map(({ row, asked, recall }) => `${(100 * recall).toFixed(2).padStart(6)} %  of ${asked}  ${row}`)
          .sort()
          .join('\n'),
      );
    }
    const poor = rows.filter(({ row, recall }) => recall < (row.startsWith('bare') ? 0.97 : 0.98));
    expect(poor).toEqual([]);
    const all = (manner: string) => sum(rows.filter(({ row }) => row.startsWith(manner)));
    expect(all('official')).toBeGreaterThan(0.998);
    expect(all('short')).toBeGreaterThan(0.998);
    expect(all('bare')).toBeGreaterThan(0.99);
  });
});

function sum(rows: readonly { asked: number; recall: number }[]): number {
  const asked = rows.reduce((total, row) => total + row.asked, 0);
  return rows.reduce((total, row) => total + row.recall * row.asked, 0) / asked;
}

/** Each writing of each unit in every thirty-seventh context, so that all meet. */
function recallOf(township: Township, n: number, tally: Map<string, { asked: number; found: number }>): void {
  // 开发区 and 农场 stand where a township should: nothing tells that they are one.
  if (!/(?:镇|乡|街道|苏木)$/u.test(township.name)) return;
  const directory = directoryOf(township, township.units, n % 2 === 0 ? 'row' : 'campaign');
  let turn = n;
  for (const unit of township.units) {
    for (const { manner, text } of writingsOf(unit.name)) {
      if (bearersOf(text, township.units).length > 1 || text === township.name) continue;
      for (const context of contexts) {
        turn++;
        if (turn % 37 !== 0 || (context.fullOnly && manner === 'bare')) continue;
        const row = `${manner} ${context.name}`;
        const count = tally.get(row) ?? { asked: 0, found: 0 };
        const found = identifyUnit(clues(context.clues(text, township, unit)), words, directory).unit === unit;
        tally.set(row, { asked: count.asked + 1, found: count.found + (found ? 1 : 0) });
      }
    }
  }
}

const signs = [...'前后大小东西南北上下新老张段和三一二五李王中庄家河口店号个份'];
const counted = [
  '三张',
  '五个',
  '第一',
  '二号',
  '一段',
  '四份',
  '八月',
  '七日',
  '十年',
  '309',
  '3个',
  '5张',
  '𡌴',
  '\ue123',
  '?',
];
const known = ['计划', '进展', '服务', '信息', '活动', '附件', '上报', '数据', '材料', '关于', '年度', '会员', '新版'];

/** A name that is nearly this unit's and another village's. */
function neighbour(name: string, kind: number, at: number, context: Context): string | null {
  const { place, kind: body } = placeOf(name);
  // 一连 with no word for its body may be written with any.
  if (body === 'other') return null;
  const ends = body === 'community' ? ['社区居委会', '居委会', '社区'] : ['村村民委员会', '村委会', '村'];
  // “3 0 9” may be three numbers.
  if (context.name.includes('spaced') && /[\s\d]/.test(String(counted[at % counted.length]))) return null;
  const letters = [...place];
  const sign = signs[at % signs.length] ?? '';
  const where = at % letters.length;
  const places = [
    sign + place,
    place + sign,
    letters.toSpliced(where, 0, sign).join(''),
    letters.with(where, sign).join(''),
    letters.toSpliced(where, 1).join(''),
    `${counted[at % counted.length]}${place}`,
    `${place}${['一', '二', '十', '一号', '第一'][at % 5]}`,
    `${place}（${sign}）`,
    `（${sign}）${place}`,
    `${sign} ${place}`,
    `${place} ${sign}`,
    // In a file's name 信息 may be no part of the place's.
    ...(context.name.startsWith('form') ? [`${known[at % known.length]}${place}`] : []),
  ];
  const changed = places[kind % places.length] ?? '';
  return changed.length > 1 && changed !== place ? changed + (ends[at % ends.length] ?? '') : null;
}
