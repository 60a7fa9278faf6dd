import { createContext, Script } from 'node:vm';
import { type Bounds, mebibyte } from '../model/bounds.js';
import type { Campaign } from '../model/campaign.js';
import { once } from '../model/memo.js';
import { Allowance } from '../read/allowance.js';

/** What a form takes a hundred times over. A file that needs more is examined by a process of its own (`aside.ts`). */
const trial: Partial<Bounds> = {
  fileMebibytes: 8,
  containerMebibytes: 8,
  inflatedMebibytes: 32,
  partMebibytes: 24,
  treeMebibytes: 4,
  members: 2000,
  attachments: 200,
  cells: 200_000,
  merges: 50_000,
};

/** Larger files are not even tried. */
export const mostTried = 8 * mebibyte;

/** How long a file may hold up this process, in milliseconds. */
const briefly = 3000;

/** To try a file with little, where it takes a process of its own to give it more. */
export function trialOf({ bounds }: Campaign): Allowance {
  return new Allowance(trialBounds(bounds), bounds);
}

/** The same in a process that must go on: what takes long is broken off. */
export function guardedTrialOf({ bounds }: Campaign): Allowance {
  return new Allowance(trialBounds(bounds), bounds, (work) => within(briefly, work));
}

const trialBounds = once((bounds: Bounds): Bounds => {
  const ids = Object.keys(trial) as (keyof Bounds)[];
  return { ...bounds, ...Object.fromEntries(ids.map((id) => [id, Math.min(bounds[id], trial[id] ?? bounds[id])])) };
});

let stand: { work: () => void } | null = null;
const call = new Script('work()');

/** Throws where the work takes longer. The engine breaks off any JavaScript that runs inside, loops and patterns too. */
function within<T>(milliseconds: number, work: () => T): T {
  stand ??= createContext({ work }) as { work: () => void };
  let result: T | undefined;
  stand.work = () => {
    result = work();
  };
  call.runInContext(stand, { timeout: milliseconds });
  return result as T;
}
