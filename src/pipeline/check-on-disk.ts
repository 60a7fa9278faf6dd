import { largestHeld } from '../model/bounds.js';
import type { Campaign, Roster } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import { Allowance } from '../read/allowance.js';
import { checkFile } from './check-file.js';
import { readGiven } from './read-given.js';
import { recogniser } from './recognise.js';

/** A file to be checked, by where it lies. */
export interface FileOnDisk {
  /** As it was given, to be named by. */
  readonly path: string;
  readonly name: string;
  readonly absolute: string;
}

/** Of larger tables nothing is drawn; they would cost as much again to be sent. */
const mostCells = 20_000;

/** What `check` has to say of a file, read here with all that it may cost. Throws where it cannot be opened. */
export async function checkOnDisk(
  { path, name, absolute }: FileOnDisk,
  campaign: Campaign,
  roster: Roster | null,
): Promise<readonly CheckedFile[]> {
  const given = { path, name, ...readGiven(absolute, largestHeld) };
  const look = roster && recogniser(campaign, roster);
  const checked: CheckedFile[] = [];
  for await (const { file } of checkFile(given, campaign, look, new Allowance(campaign.bounds)))
    checked.push(drawable(file));
  return checked;
}

function drawable({ tables, ...file }: CheckedFile): CheckedFile {
  const cells = tables?.reduce((sum, table) => sum + table.cells.length, 0) ?? 0;
  return cells > mostCells ? file : { ...file, tables };
}
