import { joinBytes, uint16, uint32 } from '../bytes.js';

const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;
const SHEET = 0x0085;
const DRAWING = 0x00ec;
const CONTINUE = 0x003c;

interface BiffRecord {
  readonly id: number;
  readonly data: Uint8Array;
}

/** The records of one part of the workbook, up to its own end; charts embedded in it are left out. */
function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = start; at + 4 <= stream.length; at += 4 + uint16(stream, at + 2)) {
    const id = uint16(stream, at);
    if (id === BOF) depth++;
    if (depth <= 1) yield { id, data: stream.subarray(at + 4, at + 4 + uint16(stream, at + 2)) };
    if (id === EOF && --depth <= 0) return;
  }
}

/** Whether a password is needed before anything can be read. */
export function startsEncrypted(stream: Uint8Array): boolean {
  for (const { id } of recordsFrom(stream, 0)) if (id === FILE_PASS) return true;
  return false;
}

/** 8 since Excel 97, 5 before; 0 where the stream is no workbook. */
export function versionOf(stream: Uint8Array): number {
  if (uint16(stream, 0) !== BOF) return 0;
  return uint16(stream, 4) === 0x0600 ? 8 : 5;
}

/** For each sheet, in order, the drawing that lies over it, in one piece. */
export function readDrawings(stream: Uint8Array): Uint8Array[] {
  const drawings: Uint8Array[] = [];
  for (const { id, data } of recordsFrom(stream, 0)) {
    if (id === SHEET) drawings.push(drawingFrom(stream, uint32(data, 0)));
  }
  return drawings;
}

/** Split over many records, each of which long ones continue in the next. */
function drawingFrom(stream: Uint8Array, start: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let continues = false;
  if (uint16(stream, start) !== BOF) return new Uint8Array();
  for (const { id, data } of recordsFrom(stream, start)) {
    continues = id === DRAWING || (continues && id === CONTINUE);
    if (continues) parts.push(data);
  }
  return joinBytes(parts);
}
