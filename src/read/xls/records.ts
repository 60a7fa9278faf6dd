import { uint16 } from '../bytes.js';

const BOF = 0x0809;
const EOF = 0x000a;
const FILE_PASS = 0x002f;

/** The records of the workbook's first part, each an id and where its data lie. */
function* firstRecords(stream: Uint8Array): Generator<{ id: number; at: number }> {
  for (let at = 0; at + 4 <= stream.length; at += 4 + uint16(stream, at + 2)) {
    const id = uint16(stream, at);
    yield { id, at: at + 4 };
    if (id === EOF) return;
  }
}

/** Whether a password is needed before anything can be read. */
export function startsEncrypted(stream: Uint8Array): boolean {
  for (const { id } of firstRecords(stream)) if (id === FILE_PASS) return true;
  return false;
}

/** 8 since Excel 97, 5 before; 0 where the stream is no workbook. */
export function versionOf(stream: Uint8Array): number {
  if (uint16(stream, 0) !== BOF) return 0;
  return uint16(stream, 4) === 0x0600 ? 8 : 5;
}
