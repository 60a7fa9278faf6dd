import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownOf } from '../../src/locate/grid.js';
import { type LocatedForm, locateStatistics } from '../../src/locate/locate-statistics.js';
import type { Field, FieldId } from '../../src/model/campaign.js';
import type { Finding } from '../../src/model/finding.js';
import { type Distortion, harmful, harmless } from './distortions.js';
import { Chance, draw, type Sheet, sheetTable, shipped, truthOf, wordTable } from './form-sheet.js';

const campaigns = { 'wanzhang-2023': shipped('wanzhang-2023'), 'binjiang-2021': shipped('binjiang-2021') };

interface Story {
  readonly campaign: keyof typeof campaigns;
  readonly seed: number;
  readonly steps: readonly string[];
  readonly word: boolean;
}

const story = (kinds: Readonly<Record<string, Distortion>>, maxLength: number) =>
  fc.record({
    campaign: fc.constantFrom<keyof typeof campaigns>('wanzhang-2023', 'binjiang-2021'),
    seed: fc.nat(1e6),
    steps: fc.array(fc.constantFrom(...Object.keys(kinds)), { maxLength }),
    word: fc.boolean(),
  });

function tell({ campaign, seed, steps }: Story, kinds: Readonly<Record<string, Distortion>>): Sheet {
  const chance = new Chance(seed);
  const form = campaigns[campaign].forms.statistics;
  return steps.reduce<Sheet>(
    (sheet, step) => kinds[step]?.(sheet, chance, form) ?? sheet,
    draw(campaigns[campaign], chance),
  );
}

function locate(sheet: Sheet, { campaign, word }: Story): readonly LocatedForm[] {
  return locateStatistics(word ? wordTable(sheet) : sheetTable(sheet), campaigns[campaign].forms.statistics);
}

/** What was found against what stands there: figures that are lost, and figures that are another field's. */
function compare(form: LocatedForm | undefined, truth: ReadonlyMap<FieldId, string>, fields: readonly Field[]) {
  const found = (field: Field) => {
    const cell = form?.cells.get(field.id);
    return cell === undefined || cell === null ? '' : shownOf(cell);
  };
  const lost = fields.filter((field) => truth.has(field.id) && found(field) === '');
  const wrong = fields.filter((field) => found(field) !== '' && found(field) !== truth.get(field.id));
  return { lost, wrong: wrong.map((field) => `${field.id}: ${found(field)}, not ${truth.get(field.id)}`) };
}

/** Whether a finding speaks of the field: its label is the field's path or a part of it. */
function speaksOf(finding: Finding, field: Field): boolean {
  const labels = 'labels' in finding.args ? finding.args.labels : 'label' in finding.args ? [finding.args.label] : [];
  const path = field.label.split(' / ');
  return labels.some((label) =>
    label.split(' / ').every((part) => path.includes(part) || part.split('、').some((one) => path.includes(one))),
  );
}

describe('locating the statistics form', () => {
  it('finds every figure of a form distorted without harm, and says nothing', () => {
    fc.assert(
      fc.property(story(harmless, 5), (one) => {
        const sheet = tell(one, harmless);
        const [form, ...more] = locate(sheet, one);
        const { lost, wrong } = compare(form, truthOf(sheet), campaigns[one.campaign].forms.statistics.fields);
        expect({ lost: lost.map((field) => field.id), wrong, findings: form?.findings, more }).toEqual({
          lost: [],
          wrong: [],
          findings: [],
          more: [],
        });
      }),
      { numRuns: 1500, seed: 529 },
    );
  });

  it('never gives a field another field’s figure, nor loses one without a word', () => {
    const kinds = { ...harmless, ...harmful };
    fc.assert(
      fc.property(story(kinds, 5), (one) => {
        const sheet = tell(one, kinds);
        const forms = locate(sheet, one);
        const [form] = forms;
        const { lost, wrong } = compare(form, truthOf(sheet), campaigns[one.campaign].forms.statistics.fields);
        const silent = lost.filter((field) => !(form?.findings ?? []).some((told) => speaksOf(told, field)));
        expect({ silent: silent.map((field) => field.id), wrong }).toEqual({ silent: [], wrong: [] });
      }),
      { numRuns: 1500, seed: 1980 },
    );
  });
});
