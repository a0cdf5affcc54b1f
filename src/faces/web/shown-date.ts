// An ISO date or date-time in, one that nobody can misread out: `24 Apr 2025`, `24 Apr 2025 07:31 UTC`.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function shownDate(iso: string | null): string {
  if (iso === null) return 'no date';
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day, clock, zone] = parts;
  const date = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return clock ? `${date} ${clock}${zone ? (zone === 'Z' ? ' UTC' : ` UTC${zone}`) : ''}` : date;
}
