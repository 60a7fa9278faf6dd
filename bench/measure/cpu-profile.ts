import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What of a `.cpuprofile` is read here: a tree of calls, and which of them was found running how often, and how long. */
interface CpuProfile {
  readonly nodes: readonly CallNode[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

interface CallNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  readonly children?: readonly number[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

export interface Share {
  readonly name: string;
  readonly ms: number;
}

export interface WhereTimeGoes {
  readonly totalMs: number;
  /** By folder of the program, by package, by module of Node. */
  readonly groups: readonly Share[];
  readonly functions: readonly Share[];
}

/** Self time of all profiles in a folder: each thread and process leaves one. */
export function readProfiles(folder: string): WhereTimeGoes {
  const groups = new Map<string, number>();
  const functions = new Map<string, number>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
    addProfile(JSON.parse(readFileSync(join(folder, name), 'utf8')) as CpuProfile, groups, functions);
  }
  const totalMs = [...groups.values()].reduce((sum, ms) => sum + ms, 0);
  return { totalMs, groups: byTime(groups), functions: byTime(functions) };
}

function addProfile(profile: CpuProfile, groups: Map<string, number>, functions: Map<string, number>): void {
  const names = namesOf(profile);
  profile.samples.forEach((id, n) => {
    const name = names.get(id);
    const ms = (profile.timeDeltas[n] ?? 0) / 1000;
    if (name === undefined || name.group === '(idle)') return;
    groups.set(name.group, (groups.get(name.group) ?? 0) + ms);
    functions.set(name.function, (functions.get(name.function) ?? 0) + ms);
  });
}

interface Names {
  readonly group: string;
  readonly function: string;
}

/** What is built into the engine is counted for whoever called it. */
function namesOf({ nodes }: CpuProfile): ReadonlyMap<number, Names> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const names = new Map<number, Names>();
  const visit = (node: CallNode, caller: string) => {
    const { functionName, url, lineNumber } = asWritten(node.callFrame);
    const group = groupOf(functionName, url) ?? caller;
    const place = url === '' ? group : `${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`;
    names.set(node.id, { group, function: `${functionName || '(anonymous)'} ${place}` });
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child !== undefined) visit(child, group.startsWith('(') ? caller : group);
    }
  };
  const [root] = nodes;
  if (root !== undefined) visit(root, '(engine)');
  return names;
}

/** Where a function of the built program stands in its sources. */
function asWritten(frame: CallFrame): CallFrame {
  const entry = mapOf(frame.url)?.findEntry(frame.lineNumber, frame.columnNumber);
  if (entry === undefined || !('originalSource' in entry)) return frame;
  return { ...frame, url: new URL(entry.originalSource, frame.url).href, lineNumber: entry.originalLine };
}

const maps = new Map<string, SourceMap | null>();

function mapOf(url: string): SourceMap | null {
  const known = maps.get(url);
  if (known !== undefined) return known;
  const path = url.startsWith('file:') ? `${fileURLToPath(url)}.map` : '';
  const map = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null;
  maps.set(url, map);
  return map;
}

function groupOf(functionName: string, url: string): string | null {
  if (url === '') return functionName.startsWith('(') && functionName !== '(anonymous)' ? functionName : null;
  const [, named] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (named !== undefined) return `package ${named}`;
  const [, folder] = /\/src\/([^/]+)\//.exec(url) ?? [];
  if (folder !== undefined) return `src/${folder}`;
  if (!url.startsWith('node:')) return 'the loop around it';
  if (/^node:internal\/(?:modules|bootstrap|process|main|vm)/.test(url)) return 'node: start and modules';
  const [, module] = /^node:(?:internal\/)?([a-z_]+)/.exec(url) ?? [];
  return ['fs', 'zlib', 'crypto', 'buffer'].includes(module ?? '') ? `node:${module}` : 'node: other';
}

function byTime(times: ReadonlyMap<string, number>): Share[] {
  return [...times].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}
