import { describe, expect, it } from 'vitest';
import { finding } from '../../src/findings/finding.js';
import { asOfUnit } from '../../src/pipeline/recognise.js';

const whole = { kind: 'file' } as const;
const missing = (level?: string) =>
  finding('form/label-missing', { label: '宣传活动 / 某级', ...(level === undefined ? {} : { level }) }, whole);
const severities = (findings: Parameters<typeof asOfUnit>[0], fills: readonly string[]) =>
  asOfUnit(findings, { findings: [] }, fills).map(({ severity }) => severity);

describe('what is found of a form, as it concerns a unit', () => {
  it('does not refuse it for want of levels that the unit does not fill', () => {
    const found = [missing('county'), missing('village'), missing()];
    expect(severities(found, ['village'])).toEqual(['warning', 'error', 'error']);
    expect(severities(found, ['county', 'village'])).toEqual(['error', 'error', 'error']);
  });

  it('does not mention sheets left out where they are other units’', () => {
    const extra = finding('form/extra-sheet', { sheet: '乙村', used: '甲村', unit: '乙村' }, whole);
    const several = { findings: [finding('unit/several', { units: ['甲村委会', '乙村委会'] }, whole)] };
    expect(asOfUnit([extra, missing()], several, [])).toEqual([missing()]);
    expect(asOfUnit([extra], { findings: [] }, [])).toEqual([extra]);
  });
});
