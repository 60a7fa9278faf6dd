import type { RenderOptions } from './options.js';

const ascii = {
  ...{ top: '-', 'top-mid': '+', 'top-left': '+', 'top-right': '+' },
  ...{ bottom: '-', 'bottom-mid': '+', 'bottom-left': '+', 'bottom-right': '+' },
  ...{ left: '|', 'left-mid': '+', mid: '-', 'mid-mid': '+', right: '|', 'right-mid': '+', middle: '|' },
} as const;

/** The signs a table is drawn with. The old console of Windows draws ─ and │ as wide as Chinese signs, and tears it apart. */
export function bordersOf({ asciiBorders }: RenderOptions): { chars?: typeof ascii } {
  return asciiBorders ? { chars: ascii } : {};
}
