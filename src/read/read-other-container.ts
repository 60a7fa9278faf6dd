import { openCompoundFile } from './compound-file.js';
import { ReadProblem } from './problem.js';

/** Office keeps a workbook or document under a password in a container of this kind; the others hold nothing we read. */
export function readOtherContainer(bytes: Uint8Array): never {
  const locked = openCompoundFile(bytes)?.names.some((name) => name.toLowerCase() === 'encryptedpackage');
  throw new ReadProblem(locked === true ? 'encrypted' : 'unsupported', 'container');
}
