import { brokenBy, isCutOff, openCompoundFile } from './compound-file.js';
import { damaged, locked, otherKind } from './problem.js';

/** Office keeps a workbook or document under a password in a container of this kind; the others hold nothing we read. */
export function readOtherContainer(bytes: Uint8Array): never {
  const file = openCompoundFile(bytes);
  if (file === null || isCutOff(bytes)) throw damaged('no whole container', brokenBy(bytes));
  const isLocked = file.names.some((name) => name.toLowerCase() === 'encryptedpackage');
  throw isLocked ? locked('file') : otherKind('unsupported');
}
