/** The Chromium of this machine; installed where there is none under CI, else null. */
export function ensureChromium(): string | null;
