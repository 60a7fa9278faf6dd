import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownOf } from '../../src/locate/grid.js';
import { locateStatistics } from '../../src/locate/locate-statistics.js';
import type { LocatedForm } from '../../src/locate/located-form.js';
import type { Field, FieldId } from '../../src/model/campaign.js';
import type { Finding } from '../../src/model/finding.js';
import { type Distortion, harmful, harmless, moved } from './distortions.js';
import { Chance, draw, type Sheet, sheetTable, shipped, truthOf, wordTable } from './form-sheet.js';

const campaigns = { 'wanzhang-2023': shipped('wanzhang-2023'), 'binjiang-2021': shipped('binjiang-2021') };
type CampaignId = keyof typeof campaigns;
const anyCampaign = fc.constantFrom<CampaignId>('wanzhang-2023', 'binjiang-2021');
const all = { ...harmless, ...harmful };

/** What happens to one form, in this order; the seed decides where and how. */
interface Story {
  readonly seed: number;
  readonly steps: readonly string[];
}

const story = (kinds: Readonly<Record<string, Distortion>>, maxLength: number) =>
  fc.record({ seed: fc.nat(1e6), steps: fc.uniqueArray(fc.constantFrom(...Object.keys(kinds)), { maxLength }) });

function tell({ seed, steps }: Story, id: CampaignId): Sheet {
  const chance = new Chance(seed);
  const campaign = campaigns[id];
  const drawn: Sheet = draw(campaign, chance);
  return steps.reduce((sheet, step) => all[step]?.(sheet, chance, campaign.forms.statistics) ?? sheet, drawn);
}

function locate(sheet: Sheet, id: CampaignId, word = false): readonly LocatedForm[] {
  return locateStatistics(word ? wordTable(sheet) : sheetTable(sheet), campaigns[id].forms.statistics);
}

/** What was found against what stands there: figures that are lost, and figures that are another field's. */
function compare(form: LocatedForm | undefined, sheet: Sheet, id: CampaignId) {
  const { fields } = campaigns[id].forms.statistics;
  const truth: ReadonlyMap<FieldId, string> = truthOf(sheet);
  const found = (field: Field) => {
    const cell = form?.cells.get(field.id);
    return cell === undefined || cell === null ? '' : shownOf(cell);
  };
  const lost = fields.filter((field) => truth.has(field.id) && found(field) === '');
  const wrong = fields.filter((field) => found(field) !== '' && found(field) !== truth.get(field.id));
  const findings = form?.findings ?? [];
  return {
    lost: lost.map((field) => field.id),
    silent: lost.filter((field) => !findings.some((told) => speaksOf(told, field))).map((field) => field.id),
    wrong: wrong.map((field) => `${field.id}: ${found(field)}, not ${truth.get(field.id)}`),
    findings,
  };
}

/** Whether a finding's label is the field's path or a part of it; for a level that may be absent the block will do. */
function speaksOf(finding: Finding, field: Field): boolean {
  const labels = 'labels' in finding.args ? finding.args.labels : 'label' in finding.args ? [finding.args.label] : [];
  const path = field.label.split(' / ');
  const isPart = (part: string) => [part, ...part.split('、')].some((one) => path.includes(one));
  return labels
    .map((label) => label.split(' / '))
    .some((parts) => (field.optional ? parts.slice(0, 1) : parts).every(isPart));
}

const flawless = { lost: [], silent: [], wrong: [], findings: [] };

describe('locating the statistics form', () => {
  it('finds every figure of a form distorted without harm, and says nothing', () => {
    fc.assert(
      fc.property(story(harmless, 6), anyCampaign, fc.boolean(), (one, id, word) => {
        const sheet = tell(one, id);
        const forms = locate(sheet, id, word);
        expect(forms.map((form) => compare(form, sheet, id))).toEqual([flawless]);
      }),
      { numRuns: 400, seed: 529 },
    );
  });

  it('never gives a field another field’s figure, nor loses one without a word', () => {
    fc.assert(
      fc.property(story(all, 5), anyCampaign, fc.boolean(), (one, id, word) => {
        const sheet = tell(one, id);
        const { silent, wrong } = compare(locate(sheet, id, word)[0], sheet, id);
        expect({ silent, wrong }).toEqual({ silent: [], wrong: [] });
      }),
      { numRuns: 500, seed: 1980 },
    );
  });

  it('keeps two copies in one sheet apart', () => {
    // Between two copies a note of few words could as well be what someone typed into the last row of the upper one.
    const { 'notes above': _, ...quiet } = harmless;
    fc.assert(
      fc.property(story(harmless, 4), story(quiet, 4), anyCampaign, fc.nat(3), (first, second, id, gap) => {
        const upper = tell(first, id);
        const lower = below(upper, tell({ ...second, seed: second.seed + 1 }, id), gap);
        const forms = locate([...upper, ...lower], id);
        expect(forms.map((form, n) => compare(form, n === 0 ? upper : lower, id))).toEqual([flawless, flawless]);
      }),
      { numRuns: 200, seed: 1998 },
    );
  });

  it('never mixes two copies, whatever was done to them', () => {
    fc.assert(
      fc.property(story(all, 3), story(all, 3), anyCampaign, fc.nat(3), (first, second, id, gap) => {
        const upper = tell(first, id);
        const lower = below(upper, tell({ ...second, seed: second.seed + 1 }, id), gap);
        const forms = locate([...upper, ...lower], id);
        const mixed = forms.filter((form) =>
          [upper, lower].every((sheet) => compare(form, sheet, id).wrong.length > 0),
        );
        expect(mixed.map((form) => compare(form, upper, id).wrong)).toEqual([]);
      }),
      { numRuns: 200, seed: 2023 },
    );
  });
});

function below(upper: Sheet, lower: Sheet, gap: number): Sheet {
  return moved(lower, Math.max(...upper.map((item) => item.row + item.rowSpan - 1)) + gap, 0);
}
