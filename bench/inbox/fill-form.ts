import { unzipSync } from 'fflate';
import { type BlankForm, bytesOfBlank } from './blank-forms.js';
import type { Sent, Typed } from './sender.js';
import { type StoredPart, storePart, zipOf } from './zip.js';

const sheetPart = 'xl/worksheets/sheet1.xml';
const stringsPart = 'xl/sharedStrings.xml';

/** Fills a blank form as its producer would: the same XML around other values. */
export class FormFiller {
  readonly #parts: readonly (StoredPart | 'sheet' | 'strings')[];
  /** The sheet between the cells that change, and those cells. */
  readonly #pieces: readonly string[];
  readonly #cells: readonly ChangingCell[];
  /** Null where the producer writes texts into their cells. */
  readonly #strings: SharedStrings | null;

  constructor(form: BlankForm) {
    const parts = unzipSync(bytesOfBlank(form));
    const sheet = textOf(parts, sheetPart);
    const cells = changingCells(sheet, form.addresses);
    this.#cells = cells;
    this.#pieces = piecesAround(sheet, cells);
    this.#strings = stringsPart in parts ? new SharedStrings(textOf(parts, stringsPart), indexOfUnit(cells)) : null;
    this.#parts = Object.entries(parts).map(([name, content]) => {
      if (name === sheetPart) return 'sheet';
      return name === stringsPart ? 'strings' : storePart(name, content);
    });
  }

  fill({ unit, typed, fault }: Sent): Buffer {
    const lastYear = fault === 'other-year';
    const texts: string[] = [];
    const strings = this.#strings;
    const write = (cell: ChangingCell): string => {
      if (cell.key !== 'unit') return cellXml(cell.attributes, typed.get(cell.key) ?? null, strings, texts);
      return strings === null ? cellXml(cell.attributes, `单位：${unit}`, null, texts) : cell.xml;
    };
    let sheet = this.#pieces[0] ?? '';
    this.#cells.forEach((cell, n) => {
      sheet += write(cell) + (this.#pieces[n + 1] ?? '');
    });
    if (lastYear && strings === null) sheet = ofLastYear(sheet);
    const shared = strings?.with(`单位：${unit}`, texts) ?? '';
    const contents = { sheet, strings: lastYear ? ofLastYear(shared, strings === null) : shared };
    const names = { sheet: sheetPart, strings: stringsPart };
    const bytes = zipOf(
      this.#parts.map((part) =>
        typeof part === 'string' ? storePart(names[part], Buffer.from(contents[part])) : part,
      ),
    );
    return fault === 'cut-off' ? bytes.subarray(0, Math.floor(bytes.length * 0.6)) : bytes;
  }
}

interface ChangingCell {
  /** A field's id, or `unit`. */
  readonly key: string;
  readonly at: number;
  readonly xml: string;
  /** ` r="B6" s="7"` */
  readonly attributes: string;
}

function changingCells(sheet: string, addresses: Readonly<Record<string, string>>): ChangingCell[] {
  const cells = Object.entries(addresses).map(([key, address]) => {
    const found = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`, 's').exec(sheet);
    if (found === null) throw new Error(`no cell ${address} on the blank form`);
    return { key, at: found.index, xml: found[0], attributes: ` r="${address}"${found[1] ?? ''}` };
  });
  return cells.sort((a, b) => a.at - b.at);
}

function piecesAround(sheet: string, cells: readonly ChangingCell[]): string[] {
  const ends = [0, ...cells.map((cell) => cell.at + cell.xml.length)];
  return ends.map((end, n) => sheet.slice(end, cells[n]?.at ?? sheet.length));
}

function indexOfUnit(cells: readonly ChangingCell[]): number {
  const index = /<v>(\d+)<\/v>/.exec(cells.find((cell) => cell.key === 'unit')?.xml ?? '')?.[1];
  if (index === undefined) throw new Error('the unit is no shared string');
  return Number(index);
}

function cellXml(attributes: string, value: Typed, strings: SharedStrings | null, texts: string[]): string {
  if (value === null) return `<c${attributes}/>`;
  if (typeof value === 'number') return `<c${attributes}><v>${value}</v></c>`;
  if (strings === null) return `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  const known = texts.indexOf(value);
  return `<c${attributes} t="s"><v>${strings.count + (known === -1 ? texts.push(value) - 1 : known)}</v></c>`;
}

/** The table of texts, with the unit's line and what was typed put in. */
class SharedStrings {
  readonly count: number;
  readonly #head: string;
  readonly #tail: string;

  constructor(xml: string, unit: number) {
    const items = [...xml.matchAll(/<si>.*?<\/si>/gs)];
    const own = items[unit];
    if (own === undefined) throw new Error('no shared string of the unit');
    this.count = items.length;
    this.#head = xml.slice(0, own.index).replace(/ (?:count|uniqueCount)="\d+"/g, '');
    this.#tail = xml.slice(own.index + own[0].length).replace(/<\/sst>\s*$/, '');
  }

  with(unit: string, texts: readonly string[]): string {
    return `${this.#head}${item(unit)}${this.#tail}${texts.map(item).join('')}</sst>`;
  }
}

function item(text: string): string {
  return `<si><t xml:space="preserve">${text}</t></si>`;
}

/** The form of the year before: its title is the first to name a year. */
function ofLastYear(xml: string, done = false): string {
  if (done) return xml;
  const changed = xml.replace('2023', '2022');
  if (changed === xml) throw new Error('no year in the title');
  return changed;
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const bytes = parts[name];
  if (bytes === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(bytes);
}
