import { describe, expect, it } from 'vitest';
import { examineItem } from '../../src/pipeline/examine-item.js';
import { Allowance } from '../../src/read/allowance.js';
import { wanzhang } from '../pipeline/inbox.js';
import { oddForms } from './makers/odd-forms.js';
import { oddWordForms } from './makers/odd-word.js';
import { stranger } from './parts-of.js';

async function examined(bytes: Uint8Array, name: string) {
  const entries = await examineItem(bytes, name, wanzhang, new Allowance(wanzhang.bounds));
  const statistics = Object.assign({}, ...entries.map(({ examination }) => examination.statistics ?? {}));
  const findings = entries.flatMap(({ examination }) => examination.findings);
  return { statistics: statistics as Record<string, unknown>, findings };
}

describe('the honest form, written otherwise', async () => {
  const honest = await examined(stranger('form.xlsx'), '统计表.xlsx');

  it.each([...oddForms(), ...oddWordForms()])('$name gives its figures or none', async ({ name, bytes, same }) => {
    const { statistics, findings } = await examined(bytes, name);
    if (same) expect(statistics).toEqual(honest.statistics);
    for (const [field, value] of Object.entries(statistics))
      expect([field, value]).toEqual([field, honest.statistics[field]]);
    if (Object.keys(statistics).length < Object.keys(honest.statistics).length)
      expect(findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  });
});
