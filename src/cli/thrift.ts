import { setFlagsFromString } from 'node:v8';

/** Below it all that is held, and all that is no longer needed, is little. */
const many = 500;

/**
 * Left alone, the engine lets what nobody needs any more grow to twice what is held, and what is new to 48 MiB: a province
 * would take a gigabyte, and two thousand forms a third more than two hundred. Told to clear up when half as much lies
 * about, and to let the room for what is new grow no further, it takes a fifth less, and no longer.
 */
export function beThrifty(unitsOrFiles: number): void {
  if (unitsOrFiles < many) return;
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--semi-space-growth-factor=1');
}
