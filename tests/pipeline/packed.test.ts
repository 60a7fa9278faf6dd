import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examineItem } from '../../src/pipeline/examine-item.js';
import { pack, unpack } from '../../src/pipeline/packed.js';
import { Allowance } from '../../src/read/allowance.js';
import { progressReport } from './documents.js';
import { wanzhang } from './inbox.js';

const form = readFileSync('bench/forms/exceljs.xlsx');

describe('packed entries', () => {
  it('come back as they were', async () => {
    for (const [name, bytes] of [
      ['表.xlsx', form],
      ['报告.docx', progressReport('甲庄村', ['5月8日在广场宣传，20人参加'])],
      ['照片.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0])],
      ['空.txt', new Uint8Array()],
    ] as const) {
      const entries = await examineItem(bytes, name, wanzhang, new Allowance());
      expect(unpack(pack(entries, wanzhang), wanzhang)).toEqual(entries);
    }
  });

  it('are read as earlier versions kept them: in full', async () => {
    const entries = await examineItem(form, '表.xlsx', wanzhang, new Allowance());
    expect(unpack(JSON.stringify(entries), wanzhang)).toEqual(entries);
  });

  it('keep figures apart that only look alike', () => {
    const place = { kind: 'sheet', sheet: '表', address: 'B2' } as const;
    const [first = ''] = wanzhang.forms.statistics.fields.map(({ id }) => id);
    const entry = (value: number | string, found: string, estimate: boolean) => ({
      ...{ inside: '', sha256: 'x', bytes: 1, mailedAt: null, archives: [], sender: null, role: 'material' as const },
      examination: {
        ...{ format: 'xlsx' as const, material: null, unitText: null, blank: false, unfilled: {}, progress: null },
        ...{ photo: null, header: {}, heading: '', findings: [] },
        statistics: { [first]: { value, estimate, place, found } },
      },
    });
    const entries = [
      entry(12, '12', false),
      entry('12', '12', false),
      entry(12, '12人', false),
      entry(12, '约12', true),
    ];
    expect(unpack(pack(entries, wanzhang), wanzhang)).toEqual(entries);
  });
});
