import { childNamed, childrenNamed, visibleChildren, type XmlElement } from '../xml-tree.js';
import { isDeleted } from './pictures.js';
import { numberIn } from './properties.js';

const MARK = 'w:fldChar';

/** A field now open: its code is not seen, its result is; a list to choose from shows its choice instead. */
interface Field {
  readonly choice: string | null;
  hasResult: boolean;
}

/** Follows the fields of a text, which begin, separate code from result and end by marks of their own. */
export class Fields {
  readonly #paired: ReadonlySet<XmlElement>;
  readonly #open: Field[] = [];

  /** A mark that lacks its other is none: it would hide all that follows. */
  constructor(body: XmlElement) {
    this.#paired = pairedMarks(body);
  }

  /** Whether what comes next is seen. */
  get shown(): boolean {
    return this.#open.every(({ hasResult, choice }) => hasResult && choice === null);
  }

  /** Goes by a mark; the text that it shows. */
  pass(mark: XmlElement): string {
    const type = mark.attributes['w:fldCharType'];
    const top = this.#open.at(-1);
    if (type === 'separate') {
      if (top !== undefined) top.hasResult = true;
    } else if (this.#paired.has(mark)) {
      if (type === 'begin') this.#open.push({ choice: choiceOf(mark), hasResult: false });
      else return this.#end();
    }
    return '';
  }

  #end(): string {
    const choice = this.#open.pop()?.choice ?? '';
    return this.shown ? choice : '';
  }
}

function pairedMarks(body: XmlElement): ReadonlySet<XmlElement> {
  const paired = new Set<XmlElement>();
  const begun: XmlElement[] = [];
  for (const mark of marksIn(body, [])) {
    const type = mark.attributes['w:fldCharType'];
    const begin = type === 'end' ? begun.pop() : undefined;
    if (type === 'begin') begun.push(mark);
    if (begin !== undefined) paired.add(begin).add(mark);
  }
  return paired;
}

function marksIn(element: XmlElement, marks: XmlElement[]): readonly XmlElement[] {
  for (const child of visibleChildren(element)) {
    if (child.name === MARK) marks.push(child);
    else if (!isDeleted(child)) marksIn(child, marks);
  }
  return marks;
}

/** What is chosen from the list of a form; null where the field is none. */
function choiceOf(mark: XmlElement): string | null {
  const list = childNamed(childNamed(mark, 'w:ffData'), 'w:ddList');
  if (list === undefined) return null;
  const entries = childrenNamed(list, 'w:listEntry');
  const chosen = numberIn(list, 'w:result', numberIn(list, 'w:default', 0, 1000), 1000);
  return entries[chosen]?.attributes['w:val'] ?? '';
}
