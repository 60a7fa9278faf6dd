/** What sheets say beside their cells, at length. */
export const besides: ReadonlySet<string> = new Set([
  's:dataValidations',
  's:conditionalFormatting',
  's:cols',
  's:sheetViews',
  's:extLst',
]);

/** What may not stand in alternatives, of which each program would choose another. */
export const figures: ReadonlySet<string> = new Set([
  's:sheetData',
  's:row',
  's:c',
  's:v',
  's:is',
  's:t',
  's:mergeCell',
]);
