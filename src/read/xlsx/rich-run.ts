import { unseenFigure } from '../cell-look.js';
import { type Shift, shiftedDigits, struckThrough } from '../shown-signs.js';
import type { Attributes } from '../xml-events.js';

/** How the run of rich text that is being read looks, as far as that changes what is read. */
export class RichRun {
  #struck = false;
  #shifted: Shift = null;
  #white = false;

  open(name: string, attributes: Attributes): void {
    if (name === 's:r') this.#begin();
    else if (name === 's:strike') this.#struck = !/^(?:0|false)$/.test(attributes.get('val') ?? '1');
    else if (name === 's:color') this.#white = /^(?:..)?FFFFFF$/i.test(attributes.get('rgb') ?? '');
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
    if (this.#white) return unseenFigure(placed);
    return this.#struck ? struckThrough(placed) : placed;
  }

  #begin(): void {
    this.#struck = false;
    this.#shifted = null;
    this.#white = false;
  }
}
