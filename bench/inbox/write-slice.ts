import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blankForms } from './blank-forms.js';
import { villages } from './country.js';
import { FormFiller } from './fill-form.js';
import { chosenForm, plainCounts, sentBy } from './sender.js';

/** A part of the villages, written by one process. */
export interface Slice {
  readonly inbox: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

/** What lies in an inbox, so that whoever adds it up can be held to it. */
export interface Truth {
  readonly forms: number;
  /** Forms without a fault: all of them must be used. */
  readonly faultless: number;
  readonly faults: Readonly<Record<string, number>>;
  /** By field: plain whole numbers from 0 up in the forms that can be opened, whatever else is wrong with them. */
  readonly plain: Readonly<Record<string, number>>;
  /** By field: what the forms without a fault say, 约200人 and 1,200 included. */
  readonly totals: Readonly<Record<string, number>>;
}

export function writeSlice({ inbox, seed, from, to }: Slice): Truth {
  const fillers = blankForms().map((form) => new FormFiller(form));
  const made = new Set<string>();
  const plain: Record<string, number> = {};
  const totals: Record<string, number> = {};
  const faults: Record<string, number> = {};
  let faultless = 0;
  for (const village of villages(to, seed)) {
    if (village.index < from) continue;
    const sent = sentBy(village, seed);
    const file = join(inbox, sent.path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, chosenForm(sent, fillers).fill(sent));
    utimesSync(file, sent.savedAt, sent.savedAt);
    for (const [field, value] of plainCounts(sent)) add(plain, field, value);
    if (sent.fault === null) {
      faultless++;
      for (const [field, value] of sent.meant) add(totals, field, value);
    } else add(faults, sent.fault, 1);
  }
  return { forms: to - from, faultless, faults, plain, totals };
}

export function sumOfTruths(truths: readonly Truth[]): Truth {
  const sum = (pick: (truth: Truth) => Readonly<Record<string, number>>) => {
    const sums: Record<string, number> = {};
    for (const truth of truths) for (const [key, value] of Object.entries(pick(truth))) add(sums, key, value);
    return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return {
    forms: truths.reduce((all, truth) => all + truth.forms, 0),
    faultless: truths.reduce((all, truth) => all + truth.faultless, 0),
    faults: sum((truth) => truth.faults),
    plain: sum((truth) => truth.plain),
    totals: sum((truth) => truth.totals),
  };
}

function add(sums: Record<string, number>, key: string, value: number): void {
  sums[key] = (sums[key] ?? 0) + value;
}
