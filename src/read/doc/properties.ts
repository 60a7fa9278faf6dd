import { uint8, uint16, uint32 } from '../bytes.js';

/** One property change: what, and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** With a length of two bytes; the first is how Word 95 wrote it. */
const TABLE_DEFINITIONS = new Set([0xd606, 0xd608]);
const TABS = 0xc615;
/** Properties too long for their page lie in the data stream. */
const ELSEWHERE = new Set([0x6645, 0x6646, 0x646b]);
/** Bytes of the operand by the three highest bits; 6 says its own length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** Walks a list of property changes (MS-DOC 2.6.1). */
export function* sprmsOf(list: Uint8Array, data: Uint8Array, depth = 0): Generator<Sprm> {
  for (let at = 0; at + 2 < list.length; ) {
    const code = uint16(list, at);
    const { skip, length } = operandOf(list, at + 2, code);
    const operand = list.subarray(at + 2 + skip, at + 2 + skip + length);
    at += 2 + skip + length;
    if (!ELSEWHERE.has(code)) yield { code, operand };
    else if (depth === 0) {
      const start = uint32(operand, 0);
      yield* sprmsOf(data.subarray(start + 2, start + 2 + uint16(data, start)), data, 1);
    }
  }
}

function operandOf(list: Uint8Array, at: number, code: number): { skip: number; length: number } {
  if (TABLE_DEFINITIONS.has(code)) return { skip: 2, length: Math.max(0, uint16(list, at) - 1) };
  const size = SIZES[code >> 13] ?? 1;
  if (size > 0) return { skip: 0, length: size };
  if (code === TABS && uint8(list, at) === 255) {
    const deleted = uint8(list, at + 1);
    return { skip: 1, length: 2 + deleted * 4 + uint8(list, at + 2 + deleted * 4) * 3 };
  }
  return { skip: 1, length: uint8(list, at) };
}

/** The properties of paragraphs or characters by the bytes they hold for. */
export interface Runs {
  /** The property list at a byte of the main stream; empty where none is stated. */
  at(offset: number): Uint8Array;
}

const PAGE = 512;
const NOTHING = new Uint8Array();

/** Reads every page of properties that a plc of the table stream names (MS-DOC 2.9.43 and 2.9.174). */
export function readRuns(main: Uint8Array, plc: Uint8Array, kind: 'paragraph' | 'character'): Runs {
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  const runs: { start: number; end: number; list: Uint8Array }[] = [];
  for (let i = 0; i < count; i++) {
    const start = (uint32(plc, (count + 1) * 4 + i * 4) & 0x3fffff) * PAGE;
    const page = main.subarray(start, start + PAGE);
    if (page.length === PAGE) runs.push(...(kind === 'paragraph' ? paragraphPage(page) : characterPage(page)));
  }
  runs.sort((a, b) => a.start - b.start);
  return {
    at: (offset) => {
      let low = 0;
      let high = runs.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const run = runs[low - 1];
      return run !== undefined && offset < run.end ? run.list : NOTHING;
    },
  };
}

function pageRuns(page: Uint8Array, step: number, listAt: (at: number) => Uint8Array) {
  const count = Math.min(uint8(page, PAGE - 1), 101);
  return Array.from({ length: count }, (_, i) => {
    const at = uint8(page, (count + 1) * 4 + i * step) * 2;
    return { start: uint32(page, i * 4), end: uint32(page, i * 4 + 4), list: at === 0 ? NOTHING : listAt(at) };
  });
}

/** Each list begins with the number of a style, which never says where tables are. */
function paragraphPage(page: Uint8Array) {
  return pageRuns(page, 13, (at) => {
    const words = uint8(page, at);
    const start = words === 0 ? at + 2 : at + 1;
    const length = words === 0 ? uint8(page, at + 1) * 2 : words * 2 - 1;
    return page.subarray(start + 2, start + length);
  });
}

function characterPage(page: Uint8Array) {
  return pageRuns(page, 1, (at) => page.subarray(at + 1, at + 1 + uint8(page, at)));
}
