import { type BoundId, type Bounds, defaultBounds, mebibyte } from '../model/bounds.js';
import { damaged, type ReadProblem, tooLarge } from './problem.js';

/** A mail with a form on it has half as much. */
const mostUnguarded = 256 * 1024;

/** Runs work to its end, or throws when that takes too long. */
type Guard = <T>(work: () => T) => T;

/**
 * What one file may still cost, with all that lies nested in it. Sizes stated in headers may lie, so what is inflated is
 * counted here, and no reader goes on beyond a bound: the file is refused by its name.
 */
export class Allowance {
  /** A bound was met that is tighter than what the file may cost: what was told until then does not hold. */
  wantsMore = false;
  #inflated = 0;
  #members = 0;
  #cells = 0;

  /** With bounds that are tighter than `most`, the file is only tried; a guard breaks off what takes long. */
  constructor(
    readonly bounds: Bounds = defaultBounds,
    private readonly most: Bounds = bounds,
    private readonly guard: Guard | null = null,
  ) {}

  /** As much once more, to read again what was read before. */
  again(): Allowance {
    return new Allowance(this.bounds, this.most, this.guard);
  }

  /** Does work that depends on the file's content. Throws whatever it throws, and where it takes too long. */
  within<T>(work: () => T): T {
    if (this.guard === null) return work();
    let isDone = false;
    try {
      return this.guard(() => {
        try {
          return work();
        } finally {
          isDone = true;
        }
      });
    } finally {
      // What is broken off does not come by the line that says it is done.
      if (!isDone) this.wantsMore = true;
    }
  }

  /** Asked before work on so many bytes that no guard can break off: with few it cannot take long. */
  leaveGuard(bytes: number): void {
    if (this.guard === null || bytes <= mostUnguarded) return;
    this.wantsMore = true;
    throw damaged('not to be tried here', 'given-up');
  }

  /** Asked before so many bytes come out of an archive or a package, and no more may come. */
  inflate(bytes: number): void {
    this.keepTo('partMebibytes', bytes / mebibyte);
    this.#inflated += bytes;
    this.keepTo('inflatedMebibytes', this.#inflated / mebibyte);
  }

  /** Asked for the files of a container, which count together with those of all others nested in the same file. */
  addMembers(count: number): void {
    this.#members += count;
    this.keepTo('members', this.#members);
  }

  /** A document begins; bounds on one document count from here. */
  beginDocument(): void {
    this.#cells = 0;
  }

  /** Asked for filled cells as they are read. */
  addCells(count: number): void {
    this.#cells += count;
    if (this.#cells > this.bounds.cells) throw this.met('cells', null);
  }

  keepTo(bound: BoundId, found: number): void {
    if (found > this.bounds[bound]) throw this.met(bound, found);
  }

  met(bound: BoundId, found: number | null): ReadProblem {
    const limit = this.bounds[bound];
    if (limit < this.most[bound]) this.wantsMore = true;
    return tooLarge(bound, limit, found);
  }
}
