import { defaultBounds, largestHeld, mebibyte } from '../model/bounds.js';
import type { Trouble } from '../read/problem.js';
import { Aside } from './aside.js';
import type { FileOnDisk } from './check-on-disk.js';
import { type BlankFile, type DraftRequest, type DraftResult, draftCampaign } from './draft-campaign.js';
import { troubleOfEnding } from './open-item.js';
import { readGiven } from './read-given.js';

export interface DraftOrder extends Omit<DraftRequest, 'files'> {
  readonly files: readonly FileOnDisk[];
}

/** Drafts a campaign from blank forms by a process that may be ended, as files of an inbox are examined. */
export async function draftWatched(order: DraftOrder, bounds = defaultBounds): Promise<DraftResult> {
  const aside = new Aside(bounds);
  try {
    const result = await aside.run<DraftResult>('draft', [order], order.files.length);
    if ('done' in result) return result.done;
    const file = order.files.map(({ name }) => name).join('、');
    return { ok: false, problem: troubleOfEnding(result.ended, bounds), file };
  } finally {
    await aside.close();
  }
}

/** The same here. Throws where a file cannot be opened. */
export async function draftOnDisk({ files: places, ...rest }: DraftOrder): Promise<DraftResult> {
  const files: BlankFile[] = [];
  for (const { name, absolute } of places) {
    const { bytes, size, unread } = readGiven(absolute, largestHeld);
    if (unread !== undefined) return refused({ rule: 'file/unreadable', args: { reason: unread } }, name);
    if (size > largestHeld) return refused(beyondHeld(size), name);
    files.push({ name, bytes });
  }
  return draftCampaign({ files, ...rest });
}

function beyondHeld(size: number): Trouble {
  const limit = defaultBounds.containerMebibytes;
  return { rule: 'file/too-large', args: { bound: 'containerMebibytes', limit, found: size / mebibyte } };
}

function refused(problem: Trouble, file: string): DraftResult {
  return { ok: false, problem, file };
}
