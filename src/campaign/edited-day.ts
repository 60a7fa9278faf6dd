/**
 * A day or time as spreadsheet programs leave it, in the writing this program uses: Excel makes 2023/5/9 of 2023-05-09
 * when it saves a .csv. What is neither stays as it is, to be told of where it stands.
 */
export function editedDay(text: string): string {
  const match = /^(20\d{2})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(:\d{2})?)?$/u.exec(
    text.trim(),
  );
  if (match === null) return text;
  const [, year, , month = '', date = '', hours, minutes, seconds = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return hours === undefined ? day : `${day}T${hours.padStart(2, '0')}:${minutes}${seconds}`;
}
