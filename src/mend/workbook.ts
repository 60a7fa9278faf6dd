import type { Archive } from './archive.js';
import { attribute, scan } from './scan.js';

/** Of a workbook what is needed to write a number where a text stands. */
export interface Workbook {
  /** Worksheets by name; a name that two sheets bear is left out. */
  readonly sheets: ReadonlyMap<string, SheetPart>;
  readonly strings: readonly string[];
  /** Whether a cell of this style shows a whole number as such: not as a date, not as a percentage. */
  showsCounts(style: number): boolean;
}

export interface SheetPart {
  readonly part: string;
  readonly xml: string;
}

interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  readonly target: string;
}

/** Null for what is no workbook, or is signed: a change would break the signature. */
export function openWorkbook(archive: Archive): Workbook | null {
  if (archive.names.some((name) => name.startsWith('_xmlsignatures/'))) return null;
  const main = relationships(archive, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const xml = main === undefined ? null : textOf(archive, main);
  if (main === undefined || xml === null) return null;
  const related = relationships(archive, main);
  const sheets = sheetsOf(xml, related, archive);
  const shared = (kind: string) => {
    const target = related.find((one) => one.kind === kind)?.target;
    return target === undefined ? null : textOf(archive, target);
  };
  const formats = styleFormats(shared('styles') ?? '');
  return {
    sheets,
    strings: sharedStrings(shared('sharedStrings') ?? ''),
    showsCounts: (style) => {
      const format = formats[style] ?? (style === 0 ? general : null);
      return format !== null && isCountFormat(format);
    },
  };
}

function sheetsOf(xml: string, related: readonly Relationship[], archive: Archive): ReadonlyMap<string, SheetPart> {
  const listed: { name: string; id: string }[] = [];
  scan(xml, {
    open: (met) => {
      if (met.local === 'sheet') listed.push({ name: attribute(met, 'name') ?? '', id: attribute(met, 'id') ?? '' });
    },
  });
  const named = listed.filter(({ name }) => listed.filter((other) => other.name === name).length === 1);
  return new Map(
    named.flatMap(({ name, id }) => {
      const part = related.find((one) => one.id === id && one.kind === 'worksheet')?.target;
      const sheet = part === undefined ? null : textOf(archive, part);
      return part === undefined || sheet === null ? [] : [[name, { part, xml: sheet }] as const];
    }),
  );
}

function relationships(archive: Archive, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = textOf(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relationship[] = [];
  scan(xml ?? '', {
    open: (met) => {
      if (met.local !== 'Relationship' || attribute(met, 'TargetMode') === 'External') return;
      const kind = (attribute(met, 'Type') ?? '').replace(/^.*\//, '');
      found.push({ id: attribute(met, 'Id') ?? '', kind, target: inPackage(folder, attribute(met, 'Target') ?? '') });
    },
  });
  return found;
}

/** A target by its path from the package's root. */
function inPackage(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (/^[\\/]/u.test(target) ? target : folder + target).split(/[\\/]/u)) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  scan(xml, {
    open: ({ local }) => {
      if (local === 'si') text = '';
      if (local === 'rPh') phonetic++;
      inText = local === 't' && phonetic === 0;
    },
    close: ({ local }) => {
      if (local === 'si') strings.push(text);
      if (local === 'rPh') phonetic--;
      inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return strings;
}

/** A number format built in is known by its id alone. */
interface NumberFormat {
  readonly id: string;
  readonly code: string | null;
}

const general: NumberFormat = { id: '0', code: null };

/** Each cell style's number format. */
function styleFormats(xml: string): readonly NumberFormat[] {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  let inCells = false;
  scan(xml, {
    open: (met) => {
      if (met.local === 'numFmt') codes.set(attribute(met, 'numFmtId') ?? '', attribute(met, 'formatCode') ?? '');
      if (met.local === 'cellXfs') inCells = true;
      if (met.local === 'xf' && inCells) ids.push(attribute(met, 'numFmtId') ?? general.id);
    },
    close: ({ local }) => {
      if (local === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => ({ id, code: codes.get(id) ?? null }));
}

/** General, whole numbers and decimals with or without separators, and text. */
const builtIn = new Set(['0', '1', '2', '3', '4', '37', '38', '39', '40', '49']);

function isCountFormat({ id, code }: NumberFormat): boolean {
  if (code === null) return builtIn.has(id);
  const bare = code.replace(/\[(?:Red|Black|Blue|Green|White|Yellow|Cyan|Magenta|Color\d+)\]/giu, '');
  // What is escaped, padded with or as wide as a sign is no part of the number; a unit may stand behind it.
  return /^(?:General|[#0?,.;()+\- @]|"[场次人名位篇条个]*"|\\.|_.|\*.)*$/iu.test(bare);
}

/** Exactly, so that written back it is the same bytes; null for what is not UTF-8. */
function textOf(archive: Archive, name: string): string | null {
  const bytes = archive.read(name);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
