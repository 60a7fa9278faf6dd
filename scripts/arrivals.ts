import { copyFileSync, existsSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const prefix = 'wanzhang-2023/inbox/';

/** Lays into an inbox what the 22 villages had sent by then, each file with the time it came; those that are new. */
export function arriveUntil(instant: string, inbox: string): readonly string[] {
  const times: Record<string, string> = JSON.parse(readFileSync(join(fixtures, 'times.json'), 'utf8'));
  const until = new Date(instant);
  const arrived = Object.entries(times).filter(([path, at]) => path.startsWith(prefix) && new Date(at) <= until);
  return arrived.flatMap(([path, at]) => {
    const name = path.slice(prefix.length);
    const target = join(inbox, name);
    if (existsSync(target)) return [];
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(fixtures, path), target);
    utimesSync(target, new Date(at), new Date(at));
    return [name];
  });
}
