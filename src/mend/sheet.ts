import { attribute, type Met, scan } from './scan.js';

/** A cell as it stands in a sheet's XML. */
export interface CellSpan {
  readonly start: number;
  /** Where its opening tag ends, and where the cell does. */
  readonly open: number;
  readonly end: number;
  /** The prefix its tags bear, colon included. */
  readonly prefix: string;
  readonly style: number;
  /** What it says; null where it is no plain text. */
  readonly text: string | null;
}

export interface SheetScan {
  /** Those asked for that say where they are. An address that stands there twice is left out: which one counts is for programs to say. */
  readonly cells: ReadonlyMap<string, CellSpan>;
  /** Null where one of them is not written out, as formulas filled down may be. */
  readonly formulas: readonly string[] | null;
}

/** Finds cells by their addresses, and all formulas. */
export function scanSheet(xml: string, addresses: ReadonlySet<string>, strings: readonly string[]): SheetScan | null {
  const scanner = new SheetScanner(addresses, strings);
  if (!scan(xml, scanner)) return null;
  return { cells: scanner.once(), formulas: scanner.formulas };
}

/** The sheet with numbers in the place of these cells' texts; all else stays as it is. */
export function withNumbers(xml: string, changes: readonly (readonly [CellSpan, number])[]): string {
  let result = '';
  let at = 0;
  for (const [cell, value] of [...changes].sort(([a], [b]) => a.start - b.start)) {
    const tag = xml.slice(cell.start, cell.open).replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/u, '');
    const { prefix } = cell;
    result += `${xml.slice(at, cell.start)}${tag}<${prefix}v>${value}</${prefix}v></${prefix}c>`;
    at = cell.end;
  }
  return result + xml.slice(at);
}

interface Growing {
  readonly met: Met;
  readonly address: string;
  value: string | null;
  inline: string | null;
  formula: string | null;
  /** It has a formula, a rich value or something unknown. */
  special: boolean;
}

class SheetScanner {
  formulas: string[] | null = [];
  readonly #addresses: ReadonlySet<string>;
  readonly #strings: readonly string[];
  readonly #found = new Map<string, CellSpan[]>();
  #cell: Growing | null = null;
  #inside: string[] = [];

  constructor(addresses: ReadonlySet<string>, strings: readonly string[]) {
    this.#addresses = addresses;
    this.#strings = strings;
  }

  once(): ReadonlyMap<string, CellSpan> {
    return new Map([...this.#found].flatMap(([address, [cell, again]]) => (cell && !again ? [[address, cell]] : [])));
  }

  open(met: Met): void {
    if (met.local === 'c') this.#openCell(met);
    else if (this.#cell !== null) this.#openInside(this.#cell, met);
  }

  close(met: Met): void {
    if (met.local === 'c') this.#closeCell(met);
    else this.#inside.pop();
  }

  text(text: string): void {
    const cell = this.#cell;
    const within = this.#inside.join('/');
    if (cell === null) return;
    if (within === 'v') cell.value = (cell.value ?? '') + text;
    else if (within === 'is/t' || within === 'is/r/t') cell.inline = (cell.inline ?? '') + text;
    else if (within === 'f') cell.formula = (cell.formula ?? '') + text;
  }

  #openCell(met: Met): void {
    const address = attribute(met, 'r')?.toUpperCase() ?? '';
    const special = attribute(met, 'vm') !== undefined || attribute(met, 'cm') !== undefined;
    this.#cell = { met, address, value: null, inline: null, formula: null, special };
    this.#inside = [];
  }

  #openInside(cell: Growing, met: Met): void {
    this.#inside.push(met.local);
    const depth = this.#inside.length;
    if (depth === 1 && met.local !== 'v' && met.local !== 'is') cell.special = true;
    // A formula filled down is written out in its first cell only, and shifts with each further one.
    if (met.local === 'f' && !['normal', 'array'].includes(attribute(met, 't') ?? 'normal')) this.formulas = null;
  }

  #closeCell({ end }: Met): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell !== null && cell.formula !== null) this.formulas?.push(cell.formula);
    if (cell === null || !this.#addresses.has(cell.address)) return;
    const { met } = cell;
    const span: CellSpan = {
      start: met.start,
      open: met.end,
      end,
      prefix: met.tag.prefix === '' ? '' : `${met.tag.prefix}:`,
      style: Number(attribute(met, 's') ?? 0),
      text: cell.special ? null : this.#textOf(cell, attribute(met, 't') ?? 'n'),
    };
    this.#found.set(cell.address, [...(this.#found.get(cell.address) ?? []), span]);
  }

  #textOf({ value, inline }: Growing, type: string): string | null {
    if (type === 's') return value === null ? null : (this.#strings[Number(value)] ?? null);
    if (type === 'inlineStr') return inline;
    return type === 'str' ? value : null;
  }
}
