import type { Severity } from '../../model/finding.js';

/** Light red and yellow. A shade beside those programs offer, so that a copy sent back is known by them and cleared. */
export const tints: Readonly<Record<Exclude<Severity, 'info'>, string>> = { error: 'FFFFC0C4', warning: 'FFFFEB91' };
