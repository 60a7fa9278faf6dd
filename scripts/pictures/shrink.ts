import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Tools } from './tools.js';

/** A picture as it was taken. */
export interface Picture {
  readonly name: string;
  readonly png: Uint8Array;
  /** As many as it needs to look as it did. */
  readonly colours: number;
}

/** Writes it with a palette, which makes a screenshot a third as large. */
export function shrink(png: Uint8Array, path: string, colours: number, { convert }: Tools): void {
  const args = ['png:-', '-strip', '-alpha', 'off', '+dither', '-colors', String(colours)];
  const { status, stdout, stderr, error } = spawnSync(
    convert,
    [...args, '-define', 'png:compression-level=9', '-define', 'png:compression-filter=0', 'png8:-'],
    { input: png, maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`ImageMagick: ${error ?? stderr}`);
  writeFileSync(path, stdout);
}
