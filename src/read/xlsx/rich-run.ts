import { type Shift, shiftedDigits, struckThrough } from '../shown-signs.js';
import type { Attributes } from '../xml-events.js';

/** How the run of rich text that is being read looks, as far as that changes what is read. */
export class RichRun {
  #struck = false;
  #shifted: Shift = null;

  open(name: string, attributes: Attributes): void {
    if (name === 's:r') this.#begin();
    else if (name === 's:strike') this.#struck = !/^(?:0|false)$/.test(attributes.get('val') ?? '1');
    else if (name === 's:vertAlign') {
      const stated = attributes.get('val');
      this.#shifted = stated === 'superscript' || stated === 'subscript' ? stated : null;
    }
  }

  close(name: string): void {
    if (name === 's:r') this.#begin();
  }

  /** Its text as a person sees it. */
  shown(text: string): string {
    const placed = shiftedDigits(text, this.#shifted);
    return this.#struck ? struckThrough(placed) : placed;
  }

  #begin(): void {
    this.#struck = false;
    this.#shifted = null;
  }
}
