import type { Allowance } from '../allowance.js';
import { type NumberFormat, numberFormat } from '../number-format.js';
import { childNamed, childrenNamed, parseXml } from '../xml-tree.js';

/** How each cell format, by its index, shows a number. */
export function readNumberFormats(part: Uint8Array, allowance: Allowance): readonly NumberFormat[] {
  const root = parseXml(part, allowance);
  const codes = new Map<number, string>();
  for (const { attributes } of childrenNamed(childNamed(root, 's:numFmts') ?? root, 's:numFmt')) {
    codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
  }
  return childrenNamed(childNamed(root, 's:cellXfs') ?? root, 's:xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return numberFormat(id, codes.get(id));
  });
}
