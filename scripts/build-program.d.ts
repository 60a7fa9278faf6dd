import type { BuildResult } from 'esbuild';

export function buildProgram(out: string): Promise<void>;
export function bundle(entry: string, outfile: string): Promise<BuildResult<{ metafile: true }>>;
