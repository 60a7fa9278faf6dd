import { largestHeld } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import type { FileOnDisk } from './check-on-disk.js';
import { type Mending, mend } from './mend.js';
import { readGiven } from './read-given.js';

/** A corrected copy of a file, read here with all that it may cost. Throws where it cannot be opened. */
export async function mendOnDisk({ name, absolute }: FileOnDisk, campaign: Campaign): Promise<Mending> {
  const { bytes, size, unread } = readGiven(absolute, largestHeld);
  return unread === undefined && size <= largestHeld ? mend(bytes, name, campaign) : { kind: 'nothing' };
}
