/** Whether `YYYY-MM-DD` names a day that the calendar has: not 2023-02-30. */
export function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
