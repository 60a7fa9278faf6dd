import { openCompoundFile } from './compound-file.js';
import { locked, otherKind } from './problem.js';

/** Office keeps a workbook or document under a password in a container of this kind; the others hold nothing we read. */
export function readOtherContainer(bytes: Uint8Array): never {
  const isLocked = openCompoundFile(bytes)?.names.some((name) => name.toLowerCase() === 'encryptedpackage');
  throw isLocked === true ? locked('file') : otherKind('unsupported');
}
