import type { Campaign, ProgressForm, StatisticsForm, UnitLine } from '../../model/campaign.js';
import type { Difference } from '../../model/difference.js';
import { compareFields, compareLevels } from './compare-fields.js';
import { type Comparing, compareLabels, compareListed, compareValues, type Listed, labelled } from './listed.js';

/** All that differs between two campaigns; of blank forms only what a form can tell. */
export function compareCampaigns(a: Campaign, b: Campaign, how: Comparing): readonly Difference[] {
  return [
    ...single(
      'campaign',
      (one) => (how.scope === 'all' ? settingsOf(one) : { year: one.year, ordinal: one.ordinal }),
      a,
      b,
    ),
    ...compareLevels(a, b, how),
    ...single('form', ({ forms }) => printedOf(forms.statistics), a, b),
    ...compareUnitLines(a.forms.statistics.unit, b.forms.statistics.unit, how),
    ...compareListed('header', headerOf(a), headerOf(b)),
    ...compareFields(a, b, how),
    ...compareProgress(a.forms.progress, b.forms.progress, how),
    ...(how.scope === 'all' ? compareDemands(a, b) : []),
  ];
}

type Values = Listed['values'];

/** Values that each campaign has once, told by their names. */
function single(part: Difference['part'], valuesOf: (one: Campaign) => Values, a: Campaign, b: Campaign) {
  const found = compareValues(part, { id: part, label: '', values: valuesOf(b) }, valuesOf(a));
  return found.map((one) => ({ ...one, id: one.key ?? one.id, label: null }));
}

function settingsOf(one: Campaign): Values {
  const { id, title, year, ordinal, office, locale, timeZone, cutoff, rollover, reportingLevel, estimates } = one;
  return {
    ...{ id, title, year, ordinal, office, locale, timeZone },
    ...{ from: one.period.from, to: one.period.to, cutoff, rollover },
    ...{ holidays: one.calendar.holidays, workdays: one.calendar.workdays, reportingLevel, estimates },
  };
}

function printedOf({ title, attachment, notes }: StatisticsForm | ProgressForm): Values {
  return { title, attachment, notes };
}

function headerOf({ forms }: Campaign): readonly Listed[] {
  return forms.statistics.header.map(({ id, labels }) => ({
    id,
    label: labels[0] ?? id,
    values: { label: labels[0] ?? id },
  }));
}

function compareUnitLines(a: UnitLine, b: UnitLine, how: Comparing): readonly Difference[] {
  const values = ({ blank, inTable }: UnitLine) => ({ blank, inTable });
  const drawn =
    how.scope === 'all' ? compareValues('form', { id: 'unit', label: '', values: values(b) }, values(a)) : [];
  return [...compareLabels('form', labelled('unit', b.labels), a.labels, how), ...drawn];
}

/** A statistics form alone says nothing of a 写实表. */
function compareProgress(a: ProgressForm | undefined, b: ProgressForm | undefined, how: Comparing) {
  if (a === undefined || b === undefined) {
    const has = (form: ProgressForm | undefined): Listed[] =>
      form === undefined ? [] : [{ id: 'progress', label: form.title, values: {} }];
    return how.scope === 'all' ? compareListed('progress', has(a), has(b)) : [];
  }
  const columns = (['unit', 'content', 'photos'] as const).flatMap((name) =>
    compareLabels('progress', labelled(name, b.columns[name]), a.columns[name], how),
  );
  const values = (form: ProgressForm): Values => ({
    ...printedOf(form),
    least: form.photos.least,
    most: form.photos.most,
  });
  const printed = compareValues('progress', { id: 'progress', label: '', values: values(b) }, values(a));
  return [...printed.map((one) => ({ ...one, id: one.key ?? one.id, label: null })), ...columns];
}

/** What is asked for, by when, and how strictly. */
function compareDemands(a: Campaign, b: Campaign): readonly Difference[] {
  return [
    ...compareListed('material', materialsOf(a), materialsOf(b)),
    ...compareListed('deadline', deadlinesOf(a), deadlinesOf(b)),
    ...compareListed('rule', rulesOf(a), rulesOf(b)),
  ];
}

function materialsOf({ materials }: Campaign): readonly Listed[] {
  return materials.map(({ id, name, kind, words, formats, least, most }) => ({
    ...{ id, label: name },
    values: { name, kind, words, formats, least, most },
  }));
}

function deadlinesOf({ deadlines }: Campaign): readonly Listed[] {
  return deadlines.map(({ id, name, due, materials, cutoff, rollover }) => ({
    ...{ id, label: name },
    values: { name, due, materials, cutoff: cutoff ?? null, rollover: rollover ?? null },
  }));
}

/** Rules have no order of their own. */
function rulesOf({ severities }: Campaign): readonly Listed[] {
  return Object.entries(severities)
    .map(([id, severity]) => ({ id, label: id, values: { severity } }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
