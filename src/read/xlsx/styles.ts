import type { Allowance } from '../allowance.js';
import { isDateFormat } from '../date-format.js';
import { childNamed, childrenNamed, parseXml } from '../xml-tree.js';

/** For each cell format, by its index, whether it shows a number as a date. */
export function readDateStyles(part: Uint8Array, allowance: Allowance): readonly boolean[] {
  const root = parseXml(part, allowance);
  const codes = new Map<number, string>();
  for (const { attributes } of childrenNamed(childNamed(root, 's:numFmts') ?? root, 's:numFmt')) {
    codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
  }
  return childrenNamed(childNamed(root, 's:cellXfs') ?? root, 's:xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return isDateFormat(id, codes.get(id));
  });
}
