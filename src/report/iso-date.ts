// A date as somebody wrote it in a field in, an ISO 8601 date or date-time out; null for what is none.

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0);
}

/** `2025-04-24`, or a date-time with minutes and an optional offset; a day that the calendar lacks is null. */
export function isoDate(value: string): string | null {
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      value.trim(),
    );
  if (!parts) return null;
  const [, year = '', month = '', day = '', hour, minute, second, zone] = parts;
  if (!isDay(Number(year), Number(month), Number(day))) return null;
  if (hour === undefined) return `${year}-${month}-${day}`;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const offset =
    zone === undefined
      ? ''
      : zone.toUpperCase() === 'Z'
        ? 'Z'
        : zone.includes(':')
          ? zone
          : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${offset}`;
}

const isDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** Zones that letters and feeds write by name (RFC 822). */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  GMT: 'Z',
  UTC: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * Also `Tue, 17 Mar 2026 09:30:00 +0100`, `March 17, 2026` and `17 March 2026`, as web pages, letters and feeds write
 * them, and `20260317T093000Z`, as news formats do.
 */
export function looseDate(value: string): string | null {
  const given = value.trim();
  const iso = isoDate(given);
  if (iso) return iso;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(given);
  if (compact) {
    const [, year, month, day, hour, minute, second = '00', zone = ''] = compact;
    return isoDate(`${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second}${zone}`}`);
  }
  const mail =
    /^(?:\w{3,9}, ?)?(\d{1,2}) (\w{3,9})\.? (\d{4})(?: (\d{1,2}:\d{2})(?::(\d{2}))?(?: ?([A-Z]{1,3}|[+-]\d{2}:?\d{2}))?)?$/.exec(
      given,
    );
  const american = /^(?:\w{3,9}, )?(\w{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(given);
  const [day, name, year] = mail
    ? [mail[1], mail[2], mail[3]]
    : american
      ? [american[2], american[1], american[3]]
      : [];
  if (day === undefined || name === undefined || year === undefined) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (!isDay(Number(year), month, Number(day))) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!mail?.[4]) return date;
  // a zone that is not known is left open, not guessed
  const zone = mail[6] === undefined ? '' : /^[+-]/.test(mail[6]) ? mail[6] : (ZONES[mail[6]] ?? '');
  return isoDate(`${date}T${mail[4].padStart(5, '0')}:${mail[5] ?? '00'}${zone}`);
}
