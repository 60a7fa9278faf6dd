/** Bounds on what one file may cost. A village's form has a few hundred cells; beyond these nothing is one. */

const MEBIBYTE = 1024 * 1024;

/** One part of a package, inflated. */
export const MAX_PART_BYTES = 64 * MEBIBYTE;
/** All parts read from one package, inflated. */
export const MAX_PACKAGE_BYTES = 192 * MEBIBYTE;
/** A part read as a tree, which costs some ten times its size. */
export const MAX_TREE_BYTES = 24 * MEBIBYTE;
export const MAX_XML_DEPTH = 400;

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Cells of one table that hold something. */
export const MAX_CELLS = 400_000;
export const MAX_MERGED_AREAS = 30_000;
/** How often a cell that holds something may be repeated by a count in OpenDocument. */
export const MAX_REPEATED_CELLS = 20_000;
