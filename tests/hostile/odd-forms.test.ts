import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../src/model/submission.js';
import { examineItem } from '../../src/pipeline/examine-item.js';
import { Allowance } from '../../src/read/allowance.js';
import { wanzhang } from '../pipeline/inbox.js';
import { oddForms } from './makers/odd-forms.js';
import { oddLooks } from './makers/odd-looks.js';
import { oddMailForms } from './makers/odd-mails.js';
import { oddOldSheets } from './makers/odd-old-sheets.js';
import { oddOpenSheets } from './makers/odd-sheets.js';
import { oddTextForms } from './makers/odd-texts.js';
import { oddWholes } from './makers/odd-whole.js';
import { oddWordForms } from './makers/odd-word.js';
import { stranger } from './parts-of.js';

async function examined(bytes: Uint8Array, name: string) {
  const entries = await examineItem(bytes, name, wanzhang, new Allowance(wanzhang.bounds));
  const statistics = Object.assign({}, ...entries.map(({ examination }) => examination.statistics ?? {}));
  const findings = entries.flatMap(({ examination }) => examination.findings);
  return { statistics: statistics as Record<string, FieldValue>, findings };
}

/** Without the cells they stood in, which are others in Word. */
function figuresOf(statistics: Readonly<Record<string, FieldValue>>): readonly [string, FieldValue['value']][] {
  return Object.entries(statistics).map(([field, { value }]) => [field, value]);
}

describe('the honest form, written otherwise', async () => {
  const honest = await examined(stranger('form.xlsx'), '统计表.xlsx');

  it.each([
    ...oddForms(),
    ...oddWordForms(),
    ...oddOpenSheets(),
    ...oddOldSheets(),
    ...oddTextForms(),
    ...oddMailForms(),
    ...oddLooks(),
    ...oddWholes(),
  ])('$name gives its figures or none', async ({ name, bytes, same, other }) => {
    const { statistics, findings } = await examined(bytes, name);
    if (same) expect(figuresOf(statistics)).toEqual(figuresOf(honest.statistics));
    if (other) expect(figuresOf(statistics).filter(([, value]) => value !== 0)).toEqual([]);
    for (const [field, value] of figuresOf(statistics))
      expect([field, value]).toEqual([field, honest.statistics[field]?.value]);
    if (Object.keys(statistics).length < Object.keys(honest.statistics).length)
      expect(findings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  });
});
