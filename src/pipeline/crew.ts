import type { InboxItem } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import { Aside, roomBeside, startPool, worker } from './aside.js';
import { type ExaminedFile, endedFile, tryFiles } from './examine-file.js';
import { guardedTrialOf } from './trial.js';

/**
 * Who examines the files of an inbox: this process, or several beside it. The results are the same. Every file is first
 * tried with little, which is enough for nearly all; one that needs more is examined when the others are done, alone, by a
 * process that may be ended.
 */
export interface Crew {
  /** So many batches may be under way at once. */
  readonly hands: number;
  /** The files of one batch, in their order; null for each that needs more. */
  readonly try: (items: readonly InboxItem[]) => Promise<readonly (ExaminedFile | null)[]>;
  /** One file with all that it may cost. Nothing is tried any more after the first. */
  readonly examine: (item: InboxItem) => Promise<ExaminedFile>;
  readonly close: () => Promise<void>;
}

export interface CrewOptions {
  readonly inbox: string;
  readonly campaign: Campaign;
  /** Tells campaigns apart. */
  readonly fingerprint: string;
  /** What the processes run; left out, what was built for them. */
  readonly script?: string;
}

/** With fewer files, starting a process takes longer than it saves. */
const worthAProcess = 500;
/** With fewer, two keep all processes together to the memory that one file may take; with more files this one grows anyway. */
const worthMore = 5000;
const mostProcesses = 8;

/** How many processes should examine so many files; one is this process alone. */
export function processesFor(files: number, processors: number): number {
  if (files < worthAProcess) return 1;
  return Math.min(processors, files < worthMore ? 2 : mostProcesses);
}

/** This process alone: soonest done where there are few files. */
export function alone(options: CrewOptions): Crew {
  const { inbox, campaign } = options;
  const { examine, close } = lastOf(options);
  return { hands: 1, try: (items) => tryFiles(inbox, items, campaign, guardedTrialOf), examine, close };
}

/** Files that are only tried take no more; with less than the least many would be tried in vain. */
const mostTrying = 256;
const leastTrying = 160;

/**
 * Processes of their own rather than threads: each has its own memory and may be ended. The files of a batch whose process
 * dies or takes too long are examined again one by one, so that only the file at fault is lost, and is told as such.
 */
export async function crewOf(options: CrewOptions, processes: number): Promise<Crew> {
  const { inbox, campaign, fingerprint, script = worker } = options;
  const mebibytes = Math.max(leastTrying, Math.min(mostTrying, roomBeside(campaign.bounds, processes)));
  const pool = await startPool(script, processes, mebibytes);
  const last = lastOf(options);
  return {
    // One batch at work and one waiting for each.
    hands: processes * 2,
    try: async (items) => {
      try {
        return await pool
          .exec('tryBatch', [inbox, items, fingerprint, campaign])
          .timeout(campaign.bounds.seconds * 1000);
      } catch {
        return items.map(() => null);
      }
    },
    examine: async (item) => {
      await pool.terminate(true);
      return last.examine(item);
    },
    close: async () => {
      await pool.terminate(true);
      await last.close();
    },
  };
}

/** Examines what is left, file by file. */
function lastOf({ inbox, campaign, fingerprint, script }: CrewOptions): Pick<Crew, 'examine' | 'close'> {
  const aside = new Aside(campaign.bounds, script);
  return {
    examine: async (item) => {
      const result = await aside.run<ExaminedFile>('examine', [inbox, item, fingerprint, campaign]);
      return 'done' in result ? result.done : endedFile(item, result.ended, campaign);
    },
    close: () => aside.close(),
  };
}
