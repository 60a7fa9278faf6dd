import { type BoundId, type Bounds, defaultBounds, mebibyte } from '../model/bounds.js';
import { type ReadProblem, tooLarge } from './problem.js';

/**
 * What one file may still cost, with all that lies nested in it. Sizes stated in headers may lie, so what is inflated is
 * counted here, and no reader goes on beyond a bound: the file is refused by its name.
 */
export class Allowance {
  /** A bound was met that is tighter than what the file may cost: what was told until then does not hold. */
  wantsMore = false;
  #inflated = 0;
  #cells = 0;

  /** With bounds that are tighter than `most`, the file is only tried. */
  constructor(
    readonly bounds: Bounds = defaultBounds,
    private readonly most: Bounds = bounds,
  ) {}

  /** Asked before so many bytes come out of an archive or a package, and no more may come. */
  inflate(bytes: number): void {
    this.keepTo('partMebibytes', bytes / mebibyte);
    this.#inflated += bytes;
    this.keepTo('inflatedMebibytes', this.#inflated / mebibyte);
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
