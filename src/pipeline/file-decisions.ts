import type { FileTarget } from '../model/decision.js';
import type { Entry } from '../model/submission.js';

interface OnFile {
  readonly file: FileTarget;
}

type Known = Pick<Entry, 'path' | 'sha256'>;

/**
 * Decisions of one kind on files, found by the file without going through them all. The last of several wins. Where both
 * path and content are given and that content lies there, only that one is meant, else the content wherever it was moved.
 */
export class FileDecisions<D extends OnFile> {
  readonly #decisions: readonly D[];
  /** Places in the list. A container's path means all that is in it. */
  readonly #byPath = new Map<string, number>();
  /** Hashes may be shortened: by how many of their signs are given. */
  readonly #byHash = new Map<number, Map<string, number>>();

  /** Places in the list, by paths where the very content lies that is meant. */
  readonly #exact = new Map<string, number>();

  constructor(decisions: readonly D[], entries: readonly Known[]) {
    this.#decisions = decisions;
    const both = new Set(decisions.flatMap(({ file }) => (file.sha256 === null ? [] : (file.path ?? []))));
    // Entries may be millions, and such decisions are few.
    const meant = both.size === 0 ? [] : entries.filter(({ path }) => both.has(path));
    const there = new Map(meant.map(({ path, sha256 }) => [path, sha256]));
    for (const [at, { file }] of decisions.entries()) {
      const { path, sha256 } = file;
      if (path !== null && sha256 !== null && there.get(path)?.startsWith(sha256)) this.#exact.set(path, at);
      else if (file.sha256 !== null) this.#ofLength(file.sha256.length).set(file.sha256, at);
      else if (file.path !== null) this.#byPath.set(file.path, at);
    }
  }

  on({ path, sha256 }: Known): D | null {
    if (this.#decisions.length === 0) return null;
    let last = Math.max(this.#byPath.get(path) ?? -1, this.#exact.get(path) ?? -1);
    for (let end = path.indexOf('!'); end !== -1; end = path.indexOf('!', end + 1)) {
      last = Math.max(last, this.#byPath.get(path.slice(0, end)) ?? -1);
    }
    for (const [length, hashes] of this.#byHash) {
      if (sha256.length >= length) last = Math.max(last, hashes.get(sha256.slice(0, length)) ?? -1);
    }
    return this.#decisions[last] ?? null;
  }

  #ofLength(length: number): Map<string, number> {
    const known = this.#byHash.get(length) ?? new Map<string, number>();
    this.#byHash.set(length, known);
    return known;
  }
}
