import { childNamed, childrenNamed, type XmlElement } from '../xml-tree.js';
import { isOn, numberIn, settingOf } from './properties.js';
import type { Styles } from './styles.js';

const DEEPEST = 8;
const HIGHEST = 32_767;

/** One level of a list: how its numbers look and where they begin. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** With %1 for the number of the first level, and so on. */
  readonly text: string;
  readonly gap: string;
}

/** A list as paragraphs name it: the counters it shares with others like it, and what it says of its levels. */
interface List {
  readonly counters: (number | undefined)[];
  readonly level: (depth: number) => Level;
  /** Where it begins anew, which it does once. */
  readonly restarts: Map<number, number>;
}

/** The numbers that Word puts before paragraphs of lists; a person sees them, and they stand in no text. */
export class ListNumbers {
  readonly #styles: Styles;
  readonly #kinds: ReadonlyMap<string, XmlElement>;
  readonly #stated: ReadonlyMap<string, XmlElement>;
  readonly #lists = new Map<string, List | null>();
  readonly #counters = new Map<string, (number | undefined)[]>();

  /** Paragraphs must then be asked for in their order. */
  constructor(part: XmlElement | null, styles: Styles) {
    this.#styles = styles;
    this.#kinds = byId(part, 'w:abstractNum', 'w:abstractNumId');
    this.#stated = byId(part, 'w:num', 'w:numId');
  }

  /** What stands before a paragraph with these properties, with the gap behind it. */
  before(paragraph: XmlElement | undefined): string {
    if (this.#stated.size === 0) return '';
    const own = childNamed(paragraph, 'w:numPr');
    const stated = (name: string) => settingOf(own, name) ?? this.#styles.inList(name, paragraph);
    const list = this.#listOf(stated('w:numId') ?? '0');
    if (list === null) return '';
    const depth = Math.min(DEEPEST, Number(/^\d$/.exec(stated('w:ilvl') ?? '')?.[0] ?? 0));
    count(list, depth);
    const { text, gap } = list.level(depth);
    const shown = text.replace(/%([1-9])/g, (_, level: string) => {
      const { start, format } = list.level(Number(level) - 1);
      return written(list.counters[Number(level) - 1] ?? start, format);
    });
    return shown === '' ? '' : shown + gap;
  }

  #listOf(id: string): List | null {
    const known = this.#lists.get(id);
    if (known !== undefined) return known;
    const list = this.#read(this.#stated.get(id));
    this.#lists.set(id, list);
    return list;
  }

  #read(stated: XmlElement | undefined): List | null {
    if (stated === undefined) return null;
    const id = settingOf(stated, 'w:abstractNumId') ?? '';
    const counters = this.#counters.get(id) ?? [];
    this.#counters.set(id, counters);
    const kind = this.#kindOf(id);
    const overrides = byId(stated, 'w:lvlOverride', 'w:ilvl');
    const restarts = new Map<number, number>();
    for (const [depth, one] of overrides) {
      if (childNamed(one, 'w:startOverride') !== undefined)
        restarts.set(Number(depth), numberIn(one, 'w:startOverride', 1, HIGHEST));
    }
    const levels = byId(kind ?? null, 'w:lvl', 'w:ilvl');
    const level = (depth: number) =>
      levelOf(childNamed(overrides.get(String(depth)), 'w:lvl') ?? levels.get(String(depth)));
    return { counters, level, restarts };
  }

  /** A kind of list may only name a style, whose list is meant. */
  #kindOf(id: string): XmlElement | undefined {
    const kind = this.#kinds.get(id);
    const style = settingOf(kind, 'w:numStyleLink');
    if (style === undefined) return kind;
    const meant = this.#styles.inList('w:numId', undefined, style) ?? '';
    return this.#kinds.get(settingOf(this.#stated.get(meant), 'w:abstractNumId') ?? '');
  }
}

function byId(part: XmlElement | null, name: string, id: string): ReadonlyMap<string, XmlElement> {
  return new Map((part === null ? [] : childrenNamed(part, name)).map((one) => [one.attributes[id] ?? '', one]));
}

function levelOf(level: XmlElement | undefined): Level {
  const format = level === undefined ? 'none' : (settingOf(level, 'w:numFmt') ?? 'decimal');
  const silent = format === 'bullet' || format === 'none' || isOn(childNamed(level, 'w:rPr'), 'w:vanish') === true;
  const gaps: Readonly<Record<string, string>> = { space: ' ', nothing: '' };
  return {
    start: numberIn(level, 'w:start', 0, HIGHEST),
    format,
    text: silent ? '' : (settingOf(level, 'w:lvlText') ?? ''),
    gap: gaps[settingOf(level, 'w:suff') ?? 'tab'] ?? '\t',
  };
}

function count({ counters, level, restarts }: List, depth: number): void {
  const anew = restarts.get(depth);
  restarts.delete(depth);
  const before = counters[depth];
  counters[depth] = anew ?? (before === undefined ? level(depth).start : before + 1);
  for (let upper = 0; upper < depth; upper++) counters[upper] ??= level(upper).start;
  counters.length = depth + 1;
}

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function written(number: number, format: string): string {
  if (/^(?:chinese|taiwanese|japanese|ideograph)/.test(format)) return chinese(number);
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  if (/^decimalEnclosedCircle/.test(format) && number >= 1 && number <= 20) return String.fromCharCode(0x245f + number);
  if (/Letter$/.test(format)) return inCase(letters(number), format);
  if (/Roman$/.test(format)) return inCase(roman(number), format);
  return String(number);
}

function inCase(text: string, format: string): string {
  return format.startsWith('upper') ? text.toUpperCase() : text;
}

function chinese(number: number): string {
  if (number >= 100) return [...String(number)].map((digit) => numerals[Number(digit)] ?? '').join('');
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const high = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens] ?? '')}十`;
  return ones === 0 && tens > 0 ? high : high + (numerals[ones] ?? '');
}

/** a to z, then aa to zz, as Word counts. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number + 25) % 26));
  return letter.repeat(Math.min(100, Math.ceil(number / 26)));
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(number: number): string {
  let [text, left] = ['', number];
  for (const [worth, signs] of romans)
    while (left >= worth) {
      text += signs;
      left -= worth;
    }
  return text;
}
