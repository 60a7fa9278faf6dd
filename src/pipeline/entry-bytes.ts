import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../intake/digest.js';
import type { FileReport } from '../model/report.js';
import { openZip } from '../read/open-zip.js';
import { sniff } from '../read/sniff.js';
import { largeFile } from './open-item.js';

/** The bytes of an entry by its path in the report, such as `甲村.zip!材料/附件2.xlsx`; null where there are none to have. */
export async function entryBytes(inbox: string, path: string): Promise<Uint8Array | null> {
  for await (const bytes of candidates(inbox, path)) return bytes;
  return null;
}

/** The same, only if it still is what the report was made from. */
export async function fileBytes(
  inbox: string,
  { path, sha256 }: Pick<FileReport, 'path' | 'sha256'>,
): Promise<Uint8Array | null> {
  for await (const bytes of candidates(inbox, path)) if (digest(bytes) === sha256) return bytes;
  return null;
}

/** All that goes by the path: a name may hold a `!` itself, and an archive two members of one name. */
async function* candidates(inbox: string, path: string): AsyncGenerator<Uint8Array> {
  for (const [onDisk, inside] of divisions(path)) {
    const bytes = await fileOnDisk(inbox, onDisk);
    if (bytes === null) continue;
    if (inside === null) yield bytes;
    else yield* membersAt(bytes, onDisk, inside);
  }
}

/** Every way to read `a!b!c` as a container and what is inside it, and as a name of its own. */
function divisions(path: string): (readonly [string, string | null])[] {
  const parts = [...path.matchAll(/!/g)].map(({ index }) => [path.slice(0, index), path.slice(index + 1)] as const);
  return [...parts, [path, null]];
}

/** A plain file within the inbox; links are not followed, and nothing outside is opened. */
async function fileOnDisk(inbox: string, path: string): Promise<Uint8Array | null> {
  const steps = path.split('/');
  if (steps.some((step) => step === '..' || step === '')) return null;
  let at = inbox;
  for (const [n, step] of steps.entries()) {
    at = join(at, step);
    const found = await lstat(at).catch(() => null);
    if (found === null || found.isSymbolicLink()) return null;
    if (n === steps.length - 1 && !(found.isFile() && found.size <= largeFile)) return null;
  }
  return readFile(at).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

async function* membersAt(bytes: Uint8Array, name: string, inside: string): AsyncGenerator<Uint8Array> {
  const members = await membersOf(bytes, name);
  for (const [path, deeper] of divisions(inside)) {
    for (const member of members.filter((one) => one.path === path)) {
      const content = member.read();
      if (!content.ok) continue;
      if (deeper === null) yield content.bytes;
      else yield* membersAt(content.bytes, path, deeper);
    }
  }
}

async function membersOf(bytes: Uint8Array, name: string) {
  const kind = sniff(bytes, name.split('/').at(-1) ?? name);
  if (kind === 'zip') return openZip(bytes) ?? [];
  if (kind !== 'eml') return [];
  const { openMail } = await import('../read/open-mail.js');
  return (await openMail(bytes))?.attachments ?? [];
}
