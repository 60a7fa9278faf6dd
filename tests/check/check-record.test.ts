import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../src/check/check-record.js';
import { recordSchema } from '../../src/check/record-schema.js';
import type { FieldKind, StatisticsForm } from '../../src/model/campaign.js';
import type { FieldReading } from '../../src/model/reading.js';
import { shipped } from '../locate/form-sheet.js';

const binjiang = shipped('binjiang-2021').forms.statistics;
const wanzhang = shipped('wanzhang-2023').forms.statistics;
const place = { kind: 'sheet', sheet: 'Sheet1', address: 'R5' } as const;
const people = 'publicity.village.people';
const label = '宣传活动 / 村居社区计生协 / 宣传人数';

/** A form of these kinds of fields and nothing else. */
function formOf(kinds: Readonly<Record<string, FieldKind>>): StatisticsForm {
  const [first] = wanzhang.fields;
  if (first === undefined) throw new Error('no field');
  return { ...wanzhang, fields: Object.entries(kinds).map(([id, kind]) => ({ ...first, id, kind, label: id })) };
}

const kinds = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,8}){0,2}$/),
  fc.constantFrom<FieldKind>('count', 'text', 'count-or-text'),
  { noNullPrototype: true },
);
const anything = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.boolean(),
  fc.constantFrom(null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, [], {}, 1n, '', ' '),
);

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 32_767;
}

const count = { kind: 'count', value: 200, estimate: false, changed: false, households: false } as const;

const accepts: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  count: isCount,
  text: isText,
  'count-or-text': (value) => isCount(value) || isText(value),
};

describe('the schema of a record', () => {
  it('takes of any form exactly what its fields may hold, and any of them may be absent', () => {
    const story = kinds.chain((form) =>
      fc.record({
        form: fc.constant(form),
        record: fc.record(Object.fromEntries(Object.keys(form).map((id) => [id, anything])), { requiredKeys: [] }),
      }),
    );
    fc.assert(
      fc.property(story, ({ form, record }) => {
        const fits = Object.entries(record).every(
          ([id, value]) => value === undefined || accepts[form[id] ?? 'count'](value),
        );
        expect(recordSchema(formOf(form)).safeParse(record).success).toBe(fits);
      }),
      { numRuns: 500, seed: 26 },
    );
  });

  it('judges a record by itself, whatever it took before', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, 7, 1e9));
    const records = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { noNullPrototype: true }));
    const form = formOf({ a: 'count', b: 'text', c: 'count-or-text' });
    fc.assert(
      fc.property(records, (all) => {
        for (const record of all) {
          const readings = Object.entries(record).map(([id, one]): [string, FieldReading] => [
            id,
            { reading: { ...count, value: one }, place, found: String(one) },
          ]);
          const wanted = Object.entries(record).filter(([id, one]) => id !== 'b' && isCount(one));
          const { record: taken } = checkRecord(new Map(readings), form);
          expect(Object.entries(taken).map(([id, one]) => [id, one.value])).toEqual(
            wanted.sort(([one], [other]) => one.localeCompare(other)),
          );
        }
      }),
      { numRuns: 200, seed: 27 },
    );
  });

  it('takes no field the form does not have', () => {
    expect(recordSchema(wanzhang).safeParse({ [people]: 3 }).success).toBe(true);
    expect(recordSchema(wanzhang).safeParse({ 'publicity.municipal.people': 3 }).success).toBe(false);
  });
});

function judge(reading: FieldReading['reading'], id = people, found = 'x', form = wanzhang) {
  const { record, unfilled, findings } = checkRecord(new Map([[id, { reading, place, found }]]), form);
  return {
    value: record[id]?.value ?? null,
    unfilled: unfilled[id] ?? null,
    said: findings.map(({ rule, args }) => [rule, args]),
  };
}

describe('what a cell was read as', () => {
  it('becomes a value, an unfilled field, or a finding, and never 0', () => {
    expect(judge(count)).toEqual({ value: 200, unfilled: null, said: [] });
    expect(judge({ kind: 'none', blank: true })).toEqual({ value: null, unfilled: 'blank', said: [] });
    expect(judge({ kind: 'none', blank: false })).toEqual({ value: null, unfilled: 'none', said: [] });
    expect(judge({ kind: 'unreadable' })).toEqual({
      value: null,
      unfilled: null,
      said: [['count/unreadable', { label }]],
    });
    expect(judge({ kind: 'unreadable', suggestion: 200 }).said).toEqual([
      ['count/unreadable', { label, suggestion: 200 }],
    ]);
    expect(judge({ kind: 'formula-error', code: '#REF!' }).said).toEqual([
      ['count/formula-error', { label, code: '#REF!' }],
    ]);
    expect(judge({ kind: 'formula-without-value', formula: 'B5' }).said).toEqual([
      ['count/formula-without-value', { label, formula: 'B5' }],
    ]);
  });

  it('is told how it was changed: the weightiest of it', () => {
    expect(judge({ ...count, changed: true }).said).toEqual([['count/normalised', { label, value: 200 }]]);
    expect(judge({ ...count, changed: true, households: true }).said).toEqual([
      ['count/households', { label, value: 200 }],
    ]);
    expect(judge({ ...count, changed: true, estimate: true, households: true }).said).toEqual([
      ['count/estimate', { label, value: 200, counted: true }],
    ]);
  });

  it('is refused where it cannot be a count, with that alone said', () => {
    expect(judge({ ...count, value: -3, changed: true })).toEqual({
      value: null,
      unfilled: null,
      said: [['count/negative', { label, value: -3 }]],
    });
    expect(judge({ ...count, value: 0.5 }).said).toEqual([['count/fraction', { label, value: 0.5 }]]);
  });

  it('may be a text or a picture in the online row, and a number where the form counts them', () => {
    const wechat = 'online.wechat';
    expect(judge({ kind: 'text', text: '万丈家园', empty: false }, wechat).value).toBe('万丈家园');
    expect(judge({ kind: 'picture' }, wechat).value).toBe('（图片）');
    expect(judge({ kind: 'blank' }, wechat).unfilled).toBe('blank');
    expect(judge({ kind: 'none' }, wechat).unfilled).toBe('none');
    expect(judge({ kind: 'text', text: '有', empty: true }, wechat)).toMatchObject({
      value: '有',
      said: [['online/not-a-link', { label: '网站和新媒体建设 / 微信公众号' }]],
    });
    expect(judge({ kind: 'count', value: 2 }, wechat, '2', binjiang)).toEqual({ value: 2, unfilled: null, said: [] });
  });
});
