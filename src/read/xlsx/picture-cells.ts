import type { Allowance } from '../allowance.js';
import { pictureIdIn } from '../picture-formula.js';
import { scanXml } from '../scan-xml.js';
import type { Attributes, XmlEvents } from '../xml-events.js';
import { parseAddress } from './addresses.js';

/** A cell that is a picture. */
export interface PictureCell {
  readonly row: number;
  readonly column: number;
  /** What WPS calls the picture, such as `ID_4F…`; null where the cell does not say, as in Excel's own way. */
  readonly id: string | null;
}

export interface SheetPictures {
  /** The cells that hold a picture instead of a value. */
  readonly cells: readonly PictureCell[];
  /** Relationship ids of the drawings that lie over the sheet. */
  readonly drawings: readonly string[];
}

export function readSheetPictures(part: Uint8Array, strings: readonly string[], allowance: Allowance): SheetPictures {
  return scanXml(part, () => new PictureReader(strings), allowance);
}

class PictureReader implements SheetPictures, XmlEvents {
  readonly cells: PictureCell[] = [];
  readonly drawings: string[] = [];
  readonly #strings: readonly string[];
  #row = 0;
  #column = 0;
  #type = '';
  #isRich = false;
  #formula = '';
  #value = '';
  #target: 'formula' | 'value' | null = null;

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 's:row') {
      this.#row = Number(attributes.get('r') ?? this.#row + 1);
      this.#column = 0;
    } else if (name === 's:c') this.#openCell(attributes);
    else if (name === 's:drawing') this.drawings.push(attributes.get('r:id') ?? '');
    else if (name === 's:f') this.#target = 'formula';
    else if (name === 's:v' || name === 's:t') this.#target = 'value';
  }

  close(name: string): void {
    if (name === 's:c') this.#closeCell();
    else if (name === 's:f' || name === 's:v' || name === 's:t') this.#target = null;
  }

  text(text: string): void {
    if (this.#target === 'formula') this.#formula += text;
    else if (this.#target === 'value') this.#value += text;
  }

  #openCell(attributes: Attributes): void {
    const address = parseAddress(attributes.get('r') ?? '');
    this.#column = address?.column ?? this.#column + 1;
    if (address !== null) this.#row = address.row;
    this.#type = attributes.get('t') ?? 'n';
    this.#isRich = attributes.get('vm') !== undefined;
    this.#formula = '';
    this.#value = '';
  }

  #closeCell(): void {
    const shown = this.#type === 's' ? (this.#strings[Number(this.#value.trim())] ?? '') : this.#value;
    const id = pictureIdIn(this.#formula) ?? pictureIdIn(shown);
    const isPicture = id !== null || (this.#isRich && this.#value === '#VALUE!');
    if (isPicture) this.cells.push({ row: this.#row, column: this.#column, id });
  }
}
