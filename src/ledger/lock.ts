import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

/** Who holds the working folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

export type LockResult =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly holder: Holder };

/** One run at a time in a working folder. A lock whose process is gone is stale and taken over. */
export function takeLock(path: string, now: Date): LockResult {
  mkdirSync(dirname(path), { recursive: true });
  const own: Holder = { pid: process.pid, host: hostname(), since: now.toISOString() };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(path, own)) return { ok: true, release: () => release(path, own) };
    const holder = read(path);
    if (holder !== null && isAlive(holder)) return { ok: false, holder };
    rmSync(path, { force: true });
  }
  return { ok: false, holder: read(path) ?? own };
}

function create(path: string, own: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows says EPERM or EBUSY while a lock that was just taken away is still going.
    if (['EEXIST', 'EPERM', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function read(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return typeof holder.pid === 'number' ? holder : null;
  } catch {
    return null;
  }
}

/** On another host nobody can tell, so the lock holds; on this one the process must live. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function release(path: string, own: Holder): void {
  const holder = read(path);
  if (holder?.pid === own.pid && holder.host === own.host) rmSync(path, { force: true });
}
