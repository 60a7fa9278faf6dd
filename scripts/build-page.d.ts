import type { BuildOptions } from 'esbuild';

/** Builds program, style and licences of the page into the folder `out`. */
export function buildPage(out: string, more?: BuildOptions): Promise<void>;
