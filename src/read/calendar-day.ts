/** Serial numbers of spreadsheets as days, by whole numbers: a Date object would depend on the time zone. */

const LAST_SERIAL = 2_958_465;
/** Days from 1970-01-01 to the day each system counts from. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;

/** `YYYY-MM-DD`; null where the number is a time of day or no date at all. */
export function dayOfSerial(serial: number, date1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (!(serial >= (date1904 ? 0 : 1)) || whole > LAST_SERIAL) return null;
  if (date1904) return dayFrom1970(whole + EPOCH_1904);
  // Excel believes in a 29 February 1900, which is serial 60.
  if (whole === 60) return '1900-02-29';
  return dayFrom1970(whole + EPOCH_1900 + (whole < 60 ? 1 : 0));
}

/** The civil calendar, counted in eras of 400 years that begin on 1 March. */
function dayFrom1970(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
