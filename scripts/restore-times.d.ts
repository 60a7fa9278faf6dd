/** Gives every fixture the time it was received at, from `times.json` in `root`; returns how many had another. */
export function restoreTimes(root?: string): number;
