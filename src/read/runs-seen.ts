import { copyOf } from './bytes.js';
import { platform } from './platform.js';
import type { Scope } from './xml-scope.js';

interface Seen {
  readonly scope: Scope;
  readonly bytes: Uint8Array;
}

/** Runs above this many bytes are not kept, and no more than so many. */
const largest = 64 * 1024;
const most = 16;

/**
 * Elements found well-formed lately in which nobody wants anything, byte for byte: forms filled in from one blank form
 * have the very same checks on their cells, which are the larger part of what their sheets say.
 */
export class RunsSeen {
  #runs: readonly Seen[] = [];

  /** Where the element that begins here ends, where the same stood in the same scope before; −1 else. */
  endOf(bytes: Uint8Array, at: number, scope: Scope): number {
    for (const run of this.#runs)
      if (run.scope === scope && platform.standsAt(run.bytes, bytes, at)) return at + run.bytes.length;
    return -1;
  }

  keep(bytes: Uint8Array, scope: Scope): void {
    if (bytes.length <= largest) this.#runs = [{ scope, bytes: copyOf(bytes) }, ...this.#runs].slice(0, most);
  }
}
