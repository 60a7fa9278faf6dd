import type { Marks } from '../../model/marks.js';
import { linesIn } from '../text.js';
import { addressOf, type Spot, spotOf } from './address.js';
import type { Geometry } from './geometry.js';
import {
  attributeOf,
  type Edit,
  type Element,
  edited,
  elementsOf,
  escaped,
  insideEnd,
  tagsOf,
  textOf,
} from './xml-text.js';

/** A note to be hung on a cell. */
export interface Note extends Spot {
  readonly text: string;
}

/** The two parts a sheet's notes are kept in. */
export interface NoteParts {
  readonly comments: string;
  readonly shapes: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const noComments = `${declaration}\n<comments xmlns="${main}"><authors/><commentList/></comments>`;
const noShapes =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/**
 * A sheet's notes with ours among them. Notes of others stay; where one hangs on the same cell, ours is written below
 * it, as a cell holds only one. Notes of ours from before, told by how they begin, are taken away. Null where the notes
 * that are there are not laid out as notes are.
 */
export function withNotes(
  before: Partial<NoteParts>,
  notes: readonly Note[],
  { author, noteHeads }: Pick<Marks, 'author' | 'noteHeads'>,
  geometry: Geometry,
): NoteParts | null {
  const cleared = withoutOwn(before, noteHeads);
  const [authors] = elementsOf(cleared.comments, 'authors');
  const [list] = elementsOf(cleared.comments, 'commentList');
  if (authors === undefined || list === undefined) return null;
  const taken = new Map(elementsOf(cleared.comments, 'comment').map((one) => [attributeOf(one.tag, 'ref') ?? '', one]));
  const p = list.tag.prefix;
  const fresh = notes.filter((note) => !taken.has(addressOf(note)));
  const appended = notes.flatMap((note) => {
    const element = taken.get(addressOf(note));
    return element === undefined ? [] : below(cleared.comments, element, note.text);
  });
  const id = elementsOf(cleared.comments, 'author').length;
  const entries = fresh.map(
    (note) =>
      `<${p}comment ref="${addressOf(note)}" authorId="${id}"><${p}text>${runOf(note.text, p)}</${p}text></${p}comment>`,
  );
  const comments = edited(cleared.comments, [
    ...(fresh.length === 0 ? [] : [insideEnd(authors, `<${p}author>${escaped(author)}</${p}author>`)]),
    ...appended,
    ...(entries.length === 0 ? [] : [insideEnd(list, entries.join(''))]),
  ]);
  const shapes = withShapes(cleared.shapes, fresh, geometry);
  return shapes === null ? null : { comments, shapes };
}

function withoutOwn(
  { comments = noComments, shapes = noShapes }: Partial<NoteParts>,
  heads: readonly string[],
): NoteParts {
  const own = elementsOf(comments, 'comment').filter((one) => {
    const text = textOf(comments.slice(one.tag.end, one.close.start));
    return heads.some((head) => text.startsWith(head));
  });
  const spots = own.flatMap(({ tag }) => spotOf(attributeOf(tag, 'ref') ?? '') ?? []);
  return {
    comments: edited(
      comments,
      own.map(({ tag, close }) => ({ start: tag.start, end: close.end, text: '' })),
    ),
    shapes: spots.reduce(withoutShape, shapes),
  };
}

/** Shapes are taken as text: Office itself writes them in ways no XML reader takes. */
function withoutShape(shapes: string, { row, column }: Spot): string {
  return shapes.replace(/<v:shape\b(?:(?!<\/v:shape>)[\s\S])*<\/v:shape>/gu, (shape) => {
    const isIts =
      shape.includes('ObjectType="Note"') &&
      new RegExp(`<x:Row>\\s*${row - 1}\\s*</x:Row>`, 'u').test(shape) &&
      new RegExp(`<x:Column>\\s*${column - 1}\\s*</x:Column>`, 'u').test(shape);
    return isIts ? '' : shape;
  });
}

/** A plain text becomes a run first: programs show either runs or a plain text, never both. */
function below(xml: string, comment: Element, text: string): Edit[] {
  const [holder] = elementsOf(xml, 'text').filter(
    ({ tag }) => tag.start >= comment.tag.end && tag.start < comment.close.start,
  );
  if (holder === undefined || holder.tag.kind === 'empty') return [];
  const p = holder.tag.prefix;
  const inner = [...tagsOf(xml.slice(holder.tag.end, holder.close.start))];
  const first = inner[0];
  const end = inner.find(({ name, kind }) => kind === 'close' && name === 't');
  const run = runOf(`\n${text}`, p);
  if (first?.name !== 't' || end === undefined) {
    const phonetic = inner.find(({ name }) => name === 'rPh' || name === 'phoneticPr');
    const at = phonetic === undefined ? holder.close.start : holder.tag.end + phonetic.start;
    return [{ start: at, end: at, text: run }];
  }
  const open = holder.tag.end + first.start;
  const close = holder.tag.end + end.end;
  return [
    { start: open, end: open, text: `<${p}r>` },
    { start: close, end: close, text: `</${p}r>${run}` },
  ];
}

function runOf(text: string, p: string): string {
  return `<${p}r><${p}rPr><${p}sz val="10"/><${p}rFont val="宋体"/><${p}charset val="134"/></${p}rPr><${p}t xml:space="preserve">${escaped(text)}</${p}t></${p}r>`;
}

function withShapes(xml: string, notes: readonly Note[], geometry: Geometry): string | null {
  if (notes.length === 0) return xml;
  const end = xml.lastIndexOf('</xml>');
  if (end === -1) return null;
  const used = [...xml.matchAll(/_x0000_s(\d+)/gu)].map(([, digits]) => Number(digits));
  const last = Math.max(1024, ...used);
  const type = /id="_x0000_t202"/u.test(xml) ? '' : shapeType;
  const shapes = notes.map((note, n) => shapeOf(note, last + 1 + n, geometry)).join('');
  return `${xml.slice(0, end)}${type}${shapes}${xml.slice(end)}`;
}

/** In half-width characters and pixels: what a note needs to be read without dragging it larger. */
const charactersAcross = 40;
const width = 300;
const lineHeight = 18;
const margin = 12;

function shapeOf({ row, column, text }: Note, id: number, geometry: Geometry): string {
  const height = 2 * margin + lineHeight * linesIn(text, charactersAcross);
  const first = geometry.lastColumn({ row, column }) + 1;
  const right = stepsFor(width + margin, first, geometry.columnWidth);
  const down = stepsFor(height, row, geometry.rowHeight);
  const anchor = [first - 1, margin, row - 1, 0, right.at - 1, right.over, down.at - 1, down.over].join(', ');
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:${width * 0.75}pt;height:${height * 0.75}pt;z-index:${id};visibility:hidden`;
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}

/** Through which column or row so many pixels reach, and how far into it. */
function stepsFor(pixels: number, from: number, sizeOf: (at: number) => number): { at: number; over: number } {
  let at = from;
  let left = pixels;
  for (let step = 0; step < 200 && left > sizeOf(at); step++) {
    left -= sizeOf(at);
    at++;
  }
  return { at, over: Math.min(left, sizeOf(at)) };
}
