/** What a plainly written file says. */
export interface PlainYaml {
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Reads YAML as campaigns are written: keys of Latin letters, values on their own line, lists and maps in blocks or, on
 * one line, in brackets. Null at anything else, mistakes among it, for the `yaml` package to decide: loading that and
 * reading a campaign with it takes longer than checking a form. A property test holds the two to the same values.
 */
export function readPlainYaml(source: string): PlainYaml | null {
  const text = source.replaceAll('\r\n', '\n');
  if (unusualSign.test(text)) return null;
  const reader = { lines: linesOf(text), at: 0 };
  try {
    const value = mapAt(reader, 0, 0);
    return reader.at > 0 && reader.at === reader.lines.length ? { value } : null;
  } catch (error) {
    if (error instanceof Unusual) return null;
    throw error;
  }
}

/** Tabs, other ends of lines, marks of byte order, control characters, halves of characters. */
const unusualSign = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Thrown and caught here alone. */
class Unusual extends Error {}

interface Line {
  readonly indent: number;
  readonly text: string;
}

interface Reader {
  readonly lines: Line[];
  at: number;
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const bare = line.replace(/^ +/, '');
    return bare === '' || bare.startsWith('#') ? [] : [{ indent: line.length - bare.length, text: bare }];
  });
}

type Plain = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

const deepest = 30;

function blockAt(reader: Reader, indent: number, depth: number): Plain {
  if (depth > deepest) throw new Unusual();
  return isItem(reader.lines[reader.at]) ? listAt(reader, indent, depth) : mapAt(reader, indent, depth);
}

function isItem(line: Line | undefined): boolean {
  return line !== undefined && (line.text === '-' || line.text.startsWith('- '));
}

function mapAt(reader: Reader, indent: number, depth: number): Readonly<Record<string, unknown>> {
  const map: Record<string, unknown> = {};
  for (;;) {
    const line = reader.lines[reader.at];
    if (line?.indent !== indent || isItem(line)) break;
    const [head, key] = blockKey.exec(line.text) ?? [];
    if (head === undefined || key === undefined) throw new Unusual();
    add(map, key, valueAfter(reader, line.text.slice(head.length), indent, depth));
  }
  return map;
}

const blockKey = /^([A-Za-z][\w./-]{0,99}):(?: +|$)/;

function add(map: Record<string, unknown>, key: string, value: Plain): void {
  if (Object.hasOwn(map, key)) throw new Unusual();
  map[key] = value;
}

/** What stands after a key: on its line, or in the block below, where a list may begin right under the key. */
function valueAfter(reader: Reader, rest: string, indent: number, depth: number): Plain {
  if (rest !== '' && !rest.startsWith('#')) return inlineAt(reader, rest, indent);
  reader.at++;
  const next = reader.lines[reader.at];
  if (next === undefined || next.indent < indent) return null;
  if (next.indent === indent) return isItem(next) ? listAt(reader, indent, depth + 1) : null;
  return blockAt(reader, next.indent, depth + 1);
}

function listAt(reader: Reader, indent: number, depth: number): readonly unknown[] {
  const list: unknown[] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (line?.indent !== indent || !isItem(line)) break;
    const rest = line.text.replace(/^- */, '');
    if (rest === '' || rest.startsWith('#')) throw new Unusual();
    const item = { indent: indent + line.text.length - rest.length, text: rest };
    if (isItem(item) || blockKey.test(rest)) {
      reader.lines[reader.at] = item;
      list.push(blockAt(reader, item.indent, depth + 1));
    } else {
      list.push(inlineAt(reader, rest, indent));
    }
  }
  return list;
}

/** A value on its own line; what is indented below it would go on with it. */
function inlineAt(reader: Reader, text: string, indent: number): Plain {
  const inline = { text, at: 0 };
  const value = /^[[{]/.test(text) ? flowAt(inline, 0) : scalarAt(inline, blockScalar);
  if (taken(inline, / *(?:(?<= )#.*)?$/y) === null) throw new Unusual();
  reader.at++;
  const next = reader.lines[reader.at];
  if (next !== undefined && next.indent > indent) throw new Unusual();
  return value;
}

interface Inline {
  readonly text: string;
  at: number;
}

function flowAt(inline: Inline, depth: number): Plain {
  if (depth > deepest) throw new Unusual();
  if (taken(inline, /\[ */y) !== null) {
    const list: unknown[] = [];
    untilClosed(inline, /\] */y, () => list.push(flowAt(inline, depth + 1)));
    return list;
  }
  if (taken(inline, /\{ */y) !== null) {
    const map: Record<string, unknown> = {};
    untilClosed(inline, /\} */y, () => {
      const key = taken(inline, /[A-Za-z][\w./-]{0,99}(?=: )/y);
      if (key === null || taken(inline, /: +/y) === null) throw new Unusual();
      add(map, key, flowAt(inline, depth + 1));
    });
    return map;
  }
  return scalarAt(inline, flowScalar);
}

/** Members between brackets, with a comma between each two. */
function untilClosed(inline: Inline, close: RegExp, member: () => void): void {
  if (taken(inline, close) !== null) return;
  do {
    member();
    taken(inline, / +/y);
  } while (taken(inline, /, */y) !== null);
  if (taken(inline, close) === null) throw new Unusual();
}

/** Without quotes a value neither begins with a sign that means something nor holds one that ends it. */
const blockScalar = /[^ \-?:,[\]{}#&*!|>'"%@`](?:[^:#]|:(?! |$)|(?<! )#)*/y;
const flowScalar = /[^ \-?:,[\]{}#&*!|>'"%@`][^:#,[\]{}]*/y;

function scalarAt(inline: Inline, plain: RegExp): Plain {
  const quoted = taken(inline, /'[^']*'(?!')|"[^"\\]*"/y);
  if (quoted !== null) return quoted.slice(1, -1);
  const written = taken(inline, plain)?.replace(/ +$/, '');
  if (written === undefined) throw new Unusual();
  if (/^(?:0|[1-9]\d{0,14})$/.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  if (saysMore.test(written)) throw new Unusual();
  return written;
}

/** Other numbers, and other ways to say yes, no or nothing. */
const saysMore = /^(?:[+.]?[\d.](?:[\d.eE+_]|[eE]-)*|0[xo][\da-f]*|\.?(?:inf|nan)|~|null|true|false)$/i;

function taken(inline: Inline, pattern: RegExp): string | null {
  pattern.lastIndex = inline.at;
  const found = pattern.exec(inline.text)?.[0];
  if (found === undefined) return null;
  inline.at += found.length;
  return found;
}
