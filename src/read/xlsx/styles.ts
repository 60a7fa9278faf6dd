import type { Allowance } from '../allowance.js';
import type { CellLook } from '../cell-look.js';
import { type NumberFormat, numberFormat } from '../number-format.js';
import { childNamed, childrenNamed, parseXml, type XmlElement } from '../xml-tree.js';

/** What a cell format says that changes what a person sees. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly look: CellLook | undefined;
}

/** The cell formats, by their index. */
export function readStyles(part: Uint8Array, allowance: Allowance): readonly CellStyle[] {
  const root = parseXml(part, allowance);
  const listed = (list: string, one: string) => childrenNamed(childNamed(root, list) ?? root, one);
  const codes = new Map<number, string>();
  for (const { attributes } of listed('s:numFmts', 's:numFmt')) {
    codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
  }
  const fonts = listed('s:fonts', 's:font').map((font) => ({ struck: isStruck(font), white: isWhite(font) }));
  const bare = listed('s:fills', 's:fill').map(isBare);
  return listed('s:cellXfs', 's:xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    const { struck = false, white = false } = fonts[Number(attributes.fontId ?? 0)] ?? {};
    const unseen = white && bare[Number(attributes.fillId ?? 0)] === true;
    return { format: numberFormat(id, codes.get(id)), look: struck ? 'struck' : unseen ? 'unseen' : undefined };
  });
}

function isStruck(font: XmlElement): boolean {
  const strike = childNamed(font, 's:strike');
  return strike !== undefined && !/^(?:0|false)$/.test(strike.attributes.val ?? '1');
}

function isWhite(coloured: XmlElement, named = 's:color'): boolean {
  const { rgb, theme, indexed, tint = '0' } = childNamed(coloured, named)?.attributes ?? {};
  if (rgb !== undefined) return /^(?:..)?FFFFFF$/i.test(rgb);
  return Number(tint) === 0 && (theme === '0' || indexed === '1' || indexed === '9');
}

/** Nothing but the paper behind the text. */
function isBare(fill: XmlElement): boolean {
  const pattern = childNamed(fill, 's:patternFill');
  if (pattern === undefined) return false;
  const { patternType = 'none' } = pattern.attributes;
  return patternType === 'none' || (patternType === 'solid' && isWhite(pattern, 's:fgColor'));
}
