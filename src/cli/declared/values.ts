import { shippedCampaigns } from '../../campaign/find-campaign.js';
import { decisionActions } from '../../campaign/parse-decisions.js';
import { ruleIds } from '../../findings/catalogue.js';
import type { DeclaredOption, DeclaredValue } from './tree.js';

/** What may be written in a place of the command line. */
export interface Values {
  readonly words: readonly string[];
  readonly paths: 'none' | 'files' | 'folders';
}

const nothing: Values = { words: [], paths: 'none' };
const files: Values = { words: [], paths: 'files' };
const folders: Values = { words: [], paths: 'folders' };

/** By the name a value is declared with. Whatever is not named here is any text. */
const byName: Readonly<Record<string, () => Values>> = {
  dir: () => folders,
  inbox: () => folders,
  csv: () => files,
  file: () => files,
  form: () => files,
  'id|file': campaigns,
  a: campaigns,
  b: campaigns,
  rule: () => ({ words: ruleIds, paths: 'none' }),
  action: () => ({ words: decisionActions, paths: 'none' }),
};

export function valuesOf({ name, choices }: DeclaredValue): Values {
  if (choices.length > 0) return { words: choices, paths: 'none' };
  return byName[name]?.() ?? nothing;
}

/** The campaign to begin from is a shipped one; elsewhere an office's own file will do too. */
export function valuesOfOption({ long, value }: DeclaredOption): Values {
  if (value === null) return nothing;
  return long === '--campaign' && value.name === 'id' ? { ...campaigns(), paths: 'none' } : valuesOf(value);
}

function campaigns(): Values {
  return { words: shippedCampaigns(), paths: 'files' };
}
