import fc from 'fast-check';

/** The same cases on every machine: a red run can be repeated, and a green one means something. */
fc.configureGlobal({ seed: 529 });
