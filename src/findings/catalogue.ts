import type { RuleId } from '../model/rules.js';
import { count } from './catalogue/count.js';
import { deadline } from './catalogue/deadline.js';
import type { Entry } from './catalogue/entry.js';
import { file } from './catalogue/file.js';
import { form } from './catalogue/form.js';
import { level } from './catalogue/level.js';
import { online } from './catalogue/online.js';
import { pair } from './catalogue/pair.js';
import { photo } from './catalogue/photo.js';
import { progress } from './catalogue/progress.js';
import { series } from './catalogue/series.js';
import { unit } from './catalogue/unit.js';
import { video } from './catalogue/video.js';

/** Every rule there is, in the order of the docs. A rule of the model without an entry does not compile. */
export const catalogue: { readonly [R in RuleId]: Entry<R> } = {
  ...file,
  ...unit,
  ...form,
  ...count,
  ...pair,
  ...level,
  ...online,
  ...progress,
  ...photo,
  ...video,
  ...series,
  ...deadline,
};

export const ruleIds = Object.keys(catalogue) as readonly RuleId[];
