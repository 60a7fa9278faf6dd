import type { Campaign, Roster } from '../model/campaign.js';
import type { CheckedFile } from '../model/checked-file.js';
import { Aside } from './aside.js';
import { checkFile, endedCheck, type GivenFile } from './check-file.js';
import type { FileOnDisk } from './check-on-disk.js';
import type { Mending } from './mend.js';
import { type Recogniser, recogniser } from './recognise.js';
import { guardedTrialOf, mostTried } from './trial.js';

/** Checks files one by one: here where little is enough, else in a process that may be ended. */
export class WatchedChecker {
  readonly #aside: Aside;
  readonly #look: Recogniser | null;

  constructor(
    private readonly campaign: Campaign,
    private readonly roster: Roster | null,
  ) {
    this.#aside = new Aside(campaign.bounds);
    this.#look = roster && recogniser(campaign, roster);
  }

  /** `given` holds all bytes of files up to `mostTried`. */
  async check(given: GivenFile, onDisk: FileOnDisk): Promise<readonly CheckedFile[]> {
    const files = given.size > mostTried ? null : await this.#try(given);
    if (files !== null) return files;
    const result = await this.#aside.run<readonly CheckedFile[]>('check', [onDisk, this.campaign, this.roster]);
    return 'done' in result ? result.done : [endedCheck(given, result.ended, this.campaign)];
  }

  /** A corrected copy, made and proven by the process that may be ended. */
  async mend(onDisk: FileOnDisk): Promise<Mending> {
    const result = await this.#aside.run<Mending>('mend', [onDisk, this.campaign]);
    return 'done' in result ? result.done : { kind: 'unproven' };
  }

  async close(): Promise<void> {
    await this.#aside.close();
  }

  async #try(given: GivenFile): Promise<readonly CheckedFile[] | null> {
    const allowance = guardedTrialOf(this.campaign);
    const files: CheckedFile[] = [];
    try {
      for await (const { file } of checkFile(given, this.campaign, this.#look, allowance)) files.push(file);
    } catch (error) {
      if (!allowance.wantsMore) throw error;
    }
    return allowance.wantsMore ? null : files;
  }
}
