import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabelSet } from '../../src/locate/label-key.js';
import { placeholderId } from '../../src/locate/propose/ids.js';
import { proposeStatistics } from '../../src/locate/propose/propose-statistics.js';
import { wordings } from '../../src/locate/propose/wordings.js';
import type { FormOutline, OutlineBlock } from '../../src/model/form-draft.js';
import { shipped } from './form-sheet.js';

const known = [shipped('wanzhang-2023'), shipped('binjiang-2021')];

type Drawn = readonly [label: string, groups: string, ...rows: string[]];

function outline(blocks: readonly Drawn[]): FormOutline {
  return {
    ...{ title: null, isTitleSure: false, attachment: null, unit: null, header: ['联系电话', '分管领导'], notes: [] },
    blocks: blocks.map(
      ([label, groups, ...rows]): OutlineBlock => ({
        ...{ label, parent: null, groups: groups.split(' ').filter((one) => one !== ''), doubts: [] },
        rows: rows.map((leaves) => ({ leaves: leaves.split(' '), cells: [], doubts: [] })),
      }),
    ),
  };
}

const propose = (...blocks: readonly Drawn[]) => proposeStatistics(outline(blocks), known);

/** Ids with `?` behind those that are asked about. */
function ids({ blocks }: ReturnType<typeof propose>): readonly string[] {
  const mark = (id: string, doubts: readonly unknown[]) => `${id}${doubts.length > 0 ? '?' : ''}`;
  return blocks.flatMap(({ rows }) =>
    rows.map((row) => `${mark(row.id, row.doubts)}: ${row.leaves.map((leaf) => mark(leaf.id, leaf.doubts)).join(' ')}`),
  );
}

describe('proposing what labels mean', () => {
  it('knows the known ones in any wording, and asks about nothing', () => {
    const proposal = propose(
      ['一、宣传', '乡镇计生协 村居', '场次 参加人数'],
      ['新闻媒体宣传', '中央媒体 省级', '文字稿 音视频'],
    );
    expect(ids(proposal)).toEqual(['publicity: sessions people', 'media: articles av']);
    expect(proposal.levels.map(({ id }) => id)).toEqual(['township', 'village']);
    expect(proposal.blocks[1]?.groups).toMatchObject([{ id: 'national' }, { id: 'provincial' }]);
    expect([...proposal.doubts, ...proposal.blocks.flatMap(({ doubts }) => doubts)]).toEqual([]);
  });

  it('says why it takes a block of another name for a known one', () => {
    const proposal = propose(['走访慰问', '乡镇 村居', '慰问场次 慰问人数']);
    expect(ids(proposal)).toEqual(['visits: sessions people']);
    expect(proposal.blocks[0]?.doubts.map(({ kind }) => kind)).toEqual(['known-by-leaves']);
  });

  it('asks about new rows and leaves, and gives no id twice', () => {
    const proposal = propose(
      ['宣传活动', '乡镇 村居', '活动场次 宣传人数 宣传品份数'],
      ['健康培训', '乡镇 村居', '培训场次 培训人数', '讲座场次 讲座人数'],
      ['技能培训', '乡镇 村居', '培训场次 培训人数'],
    );
    expect(ids(proposal)).toEqual([
      'publicity: sessions people copies?',
      'training?: sessions? people?',
      'lectures?: sessions? people?',
      'training-2?: sessions? people?',
    ]);
  });

  it('never takes generic words for publicity outside its block', () => {
    expect(ids(propose(['志愿服务', '乡镇 村居', '场次 人数']))).toEqual(['volunteering?: sessions? people?']);
  });

  it('keeps levels nobody knows, and two that are called alike, apart', () => {
    const proposal = propose(['宣传活动', '街道 镇级 村级 网格', '活动场次 宣传人数']);
    expect(proposal.levels.map(({ id }) => id)).toEqual(['township', 'township-2', 'village', 'grid']);
    expect(proposal.levels.map(({ doubts }) => doubts.length > 0)).toEqual([false, true, false, true]);
    expect(proposal.reportingLevel).toBe('village');
    const strange = propose(['宣传活动', '片区 院落', '活动场次 宣传人数']);
    expect(strange.doubts.map(({ kind }) => kind)).toEqual(['reporting-level']);
  });

  it('lets a level be absent where one block has it not', () => {
    const proposal = propose(
      ['宣传活动', '县级 乡镇 村居', '活动场次 宣传人数'],
      ['服务活动', '乡镇 村居', '慰问服务场次 慰问人数'],
    );
    expect(proposal.levels.map(({ optional }) => optional)).toEqual([true, false, false]);
    expect(proposal.levels[0]?.doubts).toMatchObject([{ kind: 'level-absent', blocks: ['服务活动'] }]);
  });

  it('copies thresholds and pairs of known leaves, and asks about new pairs', () => {
    const [publicity, training] = propose(
      ['宣传活动', '村居', '活动场次 宣传人数'],
      ['培训', '村居', '培训场次 培训人数'],
    ).blocks.map(({ rows }) => rows[0]?.leaves);
    expect(publicity).toMatchObject([{ askAbove: 31 }, { of: 'sessions', askAbove: 5000 }]);
    expect(training?.[1]).not.toHaveProperty('of');
    expect(training?.[1]?.doubts).toContainEqual({ kind: 'maybe-of', sessions: 'sessions' });
    const alone = propose(['宣传活动', '村居', '宣传人数']).blocks[0]?.rows[0]?.leaves[0];
    expect(alone).not.toHaveProperty('of');
  });

  it('knows the lines around a form', () => {
    const { header } = propose(['宣传活动', '村居', '活动场次']);
    expect(header.map(({ id, doubts }) => [id, doubts.length])).toEqual([
      ['phone', 0],
      ['line-2', 1],
    ]);
  });
});

describe('wordings', () => {
  it('are the form’s own first, and claim no word of a sibling', () => {
    const siblings = [
      { own: ['活动场次'], known: ['活动场次', '场次', '活动次数'] },
      { own: ['场次'], known: [] },
    ];
    expect(wordings(siblings)).toEqual([['活动场次', '活动次数'], ['场次']]);
  });

  it('never mean two things', () => {
    const words = known.flatMap(({ forms }) => forms.statistics.blocks.flatMap(({ labels }) => labels));
    const sibling = fc.record({
      own: fc.subarray(words, { minLength: 1, maxLength: 1 }),
      known: fc.subarray(words, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(sibling, { maxLength: 5, selector: ({ own }) => own.join() }), (siblings) => {
        const own = siblings.map((one) => new LabelSet(one.own).keys);
        fc.pre(own.every((keys, n) => own.every((other, m) => n === m || ![...keys].some((key) => other.has(key)))));
        const keys = wordings(siblings).map((labels) => [...new LabelSet(labels).keys]);
        const all = keys.flat();
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

it('placeholders are ids, and new ones each time', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('培训人数', '场次', '？', '户数', '某某'), { maxLength: 9 }), (labels) => {
      const taken = new Set<string>();
      for (const [n, label] of labels.entries()) {
        const id = placeholderId([label], 'leaf', n + 1, taken);
        expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
        expect(taken.has(id)).toBe(false);
        taken.add(id);
      }
    }),
  );
});
