import type { Allowance } from '../allowance.js';
import { damaged } from '../problem.js';
import { mainPart, readRelationships } from '../relationships.js';
import { childrenNamed, parseXml, type XmlElement } from '../xml-tree.js';
import type { ZipPackage } from '../zip-package.js';
import type { Looks } from './blocks.js';

/** The body of a Word document, and the parts that say how its text looks. */
export interface WordBody {
  readonly body: XmlElement;
  readonly looks: Looks;
  /** The part it stands in. */
  readonly part: string;
}

export function openBody(zip: ZipPackage, allowance: Allowance): WordBody {
  const part = mainPart(zip, 'word/document.xml');
  const main = zip.bytes(part);
  if (main === null) throw damaged('no document part', 'part-missing');
  const [body, ...others] = childrenNamed(parseXml(main, allowance), 'w:body');
  if (body === undefined) throw damaged('no body', 'part-missing');
  if (others.length > 0) throw damaged('two bodies');
  const related = readRelationships(zip, part);
  const named = (kind: string) => {
    const target = related.find((one) => one.kind === kind)?.target;
    return target === undefined ? null : zip.parsed(target, parseXml);
  };
  return { body, looks: { styles: named('styles'), numbering: named('numbering') }, part };
}
