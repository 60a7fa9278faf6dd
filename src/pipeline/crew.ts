import { fileURLToPath } from 'node:url';
import type { InboxItem } from '../intake/list-inbox.js';
import type { Campaign } from '../model/campaign.js';
import { type ExaminedFile, examineFiles } from './examine-file.js';
import { nothingRead, unreadItem } from './examine-item.js';
import { pack } from './packed.js';
import { workerOptions } from './worker-options.js';

/** Who examines the files of an inbox: this process, or several beside it. The results are the same. */
export interface Crew {
  /** So many batches may be under way at once. */
  readonly hands: number;
  /** The files of one batch, in their order. */
  readonly examine: (items: readonly InboxItem[]) => Promise<readonly ExaminedFile[]>;
  readonly close: () => Promise<void>;
}

/** This process alone: soonest done where there are few files. */
export function alone(inbox: string, campaign: Campaign): Crew {
  return {
    hands: 1,
    examine: (items) => examineFiles(inbox, items, campaign),
    close: async () => undefined,
  };
}

export interface CrewOptions {
  readonly inbox: string;
  readonly campaign: Campaign;
  /** Tells campaigns apart. */
  readonly fingerprint: string;
  readonly processes: number;
  /** What the processes run; left out, what was built for them. */
  readonly script?: string;
}

const worker = fileURLToPath(new URL('../../dist/program/worker.cjs', import.meta.url));

/** What one file may take before its process is ended. */
const longestSeconds = 60;

/**
 * Processes of their own rather than threads: each has its own memory and may be ended. A batch whose process dies or
 * takes too long is examined again file by file, so that only the file at fault is lost, and is told as such.
 */
export async function crewOf(options: CrewOptions): Promise<Crew> {
  const { inbox, campaign, fingerprint, processes, script = worker } = options;
  const { default: workerpool } = await import('workerpool');
  const pool = workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: processes,
    // What an engine out of memory prints is nobody's concern but this one's.
    forkOpts: { execArgv: [...workerOptions], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  });
  const examine = async (items: readonly InboxItem[]): Promise<readonly ExaminedFile[]> =>
    await pool.exec('examine', [inbox, items, fingerprint, campaign]).timeout(longestSeconds * 1000);
  const one = async (item: InboxItem): Promise<ExaminedFile> => {
    try {
      const [examined] = await examine([item]);
      return examined ?? givenUp(item, campaign);
    } catch {
      return givenUp(item, campaign);
    }
  };
  return {
    // One batch at work and one waiting for each.
    hands: processes * 2,
    examine: async (items) => {
      try {
        return await examine(items);
      } catch {
        const examined: ExaminedFile[] = [];
        for (const item of items) examined.push(await one(item));
        return examined;
      }
    },
    close: async () => {
      await pool.terminate(true);
    },
  };
}

function givenUp(item: InboxItem, campaign: Campaign): ExaminedFile {
  return { sha256: nothingRead, body: pack(unreadItem(item.name, item.size, 'given-up'), campaign) };
}
