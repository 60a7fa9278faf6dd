/**
 * The paths that Explorer gave to a .cmd file when they were dropped on it. They are taken from cmd's own command line,
 * `cmd.exe /c ""D:\tools\campaign.cmd" C:\a&b.xlsx "C:\a b.xlsx""`, because Explorer quotes for spaces only, and cmd
 * ends its arguments at the first & or ^. Null where the line does not call that file, as in a console somebody types into.
 */
export function droppedPaths(line: string, launcher: string): readonly string[] | null {
  const called = line.toLowerCase().indexOf(launcher.toLowerCase());
  if (launcher === '' || called === -1) return null;
  const rest = line.slice(called + launcher.length);
  return words(balanced(rest.startsWith('"') ? rest.slice(1) : rest));
}

/** Without the last quotation mark where it is the partner of one that stands before the launcher. */
function balanced(text: string): string {
  const marks = text.split('"').length - 1;
  const last = text.lastIndexOf('"');
  return marks % 2 === 0 ? text : `${text.slice(0, last)}${text.slice(last + 1)}`;
}

/** Divided at spaces outside quotation marks. No path of Windows holds such a mark itself. */
function words(text: string): readonly string[] {
  return [...text.matchAll(/(?:"[^"]*"|[^\s"])+/g)]
    .map(([word]) => word.replaceAll('"', ''))
    .filter((word) => word !== '');
}
