import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildDirectory, type UnitDirectory } from '../../src/identify/unit-directory.js';
import type { Unit } from '../../src/model/campaign.js';
import { unit } from './writings.js';

export interface Township {
  readonly county: string;
  readonly name: string;
  readonly code: string;
  readonly units: readonly Unit[];
}

/** Real rosters: see the first lines of the file. */
export function readTownships(): readonly Township[] {
  const path = fileURLToPath(new URL('files/townships.txt', import.meta.url));
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.filter((line) => !line.startsWith('#')).map(parseLine);
}

function parseLine(line: string): Township {
  const [code = '', , , area = '', name = '', ...units] = line.split('|');
  const county = ['市辖区', '县'].includes(area) ? '' : area;
  return { code, county, name, units: units.map((one) => unit(code + one.slice(0, 3), one.slice(3))) };
}

/** How the program may learn where the units lie: from the office's row in the roster, or from who asks. */
export type Where = 'row' | 'campaign' | 'nowhere';

export function directoryOf(township: Township, units: readonly Unit[], where: Where): UnitDirectory {
  const { county, name, code } = township;
  const body = name.endsWith('街道') ? '办事处' : '人民政府';
  const row = unit(code, `${county}${name}${body}`, { level: 'township', required: false });
  if (where === 'row') return buildDirectory([row, ...units]);
  return buildDirectory(units, where === 'campaign' ? `${county}${name}计划生育协会` : '');
}
