// Two happenings of two reports in, whether they are one out: points for and against, each with its reason.
import type { ReadingEvent } from '../../reading/schema.ts';
import type { Likeness, Limits } from './groups.ts';
import type { Count, Happening, Where } from './happening.ts';
import { meansExclude } from './means.ts';
import type { StoryLikeness } from './story.ts';

/** What two happenings are compared by: all but the events' own words. */
export interface Compared extends Omit<Happening, 'event' | 'events'> {
  readonly event: Pick<ReadingEvent, 'type' | 'mode'>;
}

/** At so many points two happenings are linked; from `proposed` on a person is asked. */
export const INCIDENT: Limits = { linked: 5, proposed: 3.5 };

/** The most that two have of which no day is known, unless both count the same number of people: a person is asked. */
const ASKED = 4.5;
const NEVER: Likeness = { points: Number.NEGATIVE_INFINITY, reasons: [] };
/** Kilometres within which two named spots may be one: a town and its port, a village and the nearest town. */
const NEAR = 30;
/** Kilometres within which a name that two reports print means one place, the city or its province. */
const SAME_NAME = 150;
/** Days between two stated windows that a time zone or a night explains. */
const SLACK = 1;

/** The most that reports of one story add to what their happenings have in common, where these say that it is one; and where they do not. */
const STORY = 4;
const STORY_ALONE = 2.5;

/** Below so many points apart from their reports, two are not even proposed, however alike the reports are. */
export const HOPELESS = INCIDENT.proposed - STORY;

/** Whether two cannot be one, whatever else they have in common. Symmetric. */
export function excluded(a: Compared, b: Compared): boolean {
  // most pairs end with the days and countries
  if (a.family !== b.family || daysApart(a, b) || countriesApart(a, b)) return true;
  return (a.family === 'words' && !isOneUtterance(a, b)) || placePoints(a, b) === null;
}

/**
 * Compares two happenings. `story` gives the likeness of their reports, null for two of one report; it is asked only
 * where two have at least `least` points without it, or more where it could not add so many. Symmetric.
 */
export function likenessOfHappenings(
  a: Compared,
  b: Compared,
  story: (() => StoryLikeness) | null,
  least = Number.NEGATIVE_INFINITY,
): Likeness {
  if (a.family !== b.family || daysApart(a, b) || countriesApart(a, b)) return NEVER;
  if (a.family === 'words' && !isOneUtterance(a, b)) return NEVER;
  const place = placePoints(a, b);
  if (!place) return NEVER;
  const time = timePoints(a, b);
  const counts = countPoints(a, b);
  const parties = partyPoints(a, b);
  const found: [number, string][] = [time, place, ...parties, ...meansPoints(a, b), ...counts];
  const dayless = a.window === null || b.window === null;
  const apart = found.reduce((sum, [one]) => sum + one, 0);
  // most pairs are apart whatever their reports have in common, and comparing those costs most
  if (story !== null && apart >= least) {
    // the same words, the same days: without a place, a party or a count in common it is only asked; so it is of two days
    const common = [place, ...parties, ...counts].some(([points]) => points > 0);
    const principal = a.principal && b.principal;
    const factual = time[0] > -2 && !dayless && (common || principal);
    const told = apart >= least + (factual ? 0 : STORY - STORY_ALONE) ? story() : null;
    if (told && told.points > 0) {
      // what both reports are about, in a place or by a person that both name
      const fact = factual && (common || told.named);
      found.push([Math.min(fact ? STORY : STORY_ALONE, told.points / 2), told.reasons[0] ?? 'reports of one story']);
    }
  }
  found.sort(([x, p], [y, q]) => y - x || (p < q ? -1 : 1));
  const points = found.reduce((sum, [one]) => sum + one, 0);
  const counted = counts.some(([one]) => one > 0);
  return {
    points: dayless && !counted ? Math.min(points, ASKED) : points,
    reasons: found.filter(([points, reason]) => points > 0 && reason !== '').map(([, reason]) => reason),
  };
}

/** What is said is one with another only in kind and by the same speaker; where one is not named, to the same hearer. */
function isOneUtterance(a: Compared, b: Compared): boolean {
  const { type, mode } = a.event;
  if (type !== b.event.type || (mode !== null && b.event.mode !== null && mode !== b.event.mode)) return false;
  if (a.actors.size > 0 && b.actors.size > 0) return shared(a.actors, b.actors) !== null;
  return shared(a.recipients, b.recipients) !== null;
}

/** Days between two; 0 where they share one or the days of one are not known. */
function gapBetween(a: Compared, b: Compared): number {
  if (!a.window || !b.window) return 0;
  return Math.max(a.window[0] - b.window[1], b.window[0] - a.window[1], 0);
}

const daysApart = (a: Compared, b: Compared): boolean => gapBetween(a, b) > (a.dated && b.dated ? SLACK : 4);

function timePoints(a: Compared, b: Compared): [number, string] {
  if (!a.window || !b.window) return [0, ''];
  const gap = gapBetween(a, b);
  if (gap > 0) return [a.dated && b.dated ? -2 : -1, ''];
  const wide = Math.max(a.window[1] - a.window[0], b.window[1] - b.window[0]);
  if (!a.dated || !b.dated) return [1, 'at the same time'];
  if (wide === 0) return [2.5, 'same day'];
  // a month that holds the other's day says no less than a report that gives no day
  return wide <= 3 ? [1.5, 'same days'] : wide <= 40 ? [1, 'same weeks'] : [0, ''];
}

const countriesApart = ({ where: a }: Compared, { where: b }: Compared): boolean =>
  a !== null && b !== null && a.key !== b.key && a.country !== null && b.country !== null && a.country !== b.country;

/** Null where two places cannot be one; countries apart have been told before. */
function placePoints(a: Compared, b: Compared): [number, string] | null {
  if (!a.where || !b.where) {
    const named = a.where ?? b.where;
    const other = a.where ? b : a;
    if (named && fine(named) && (other.around.has(named.key) || other.around.has(named.printed)))
      return [1.5, `${named.name} named in both`];
    return [0, ''];
  }
  if (a.where.key === b.where.key) {
    if (fine(a.where)) return [3, `same place, ${a.where.name}`];
    return a.where.precision === 'country' ? [0.5, `both in ${a.where.name}`] : [1.5, `both in ${a.where.name}`];
  }
  const apart = kilometres(a.where, b.where);
  if (a.where.printed === b.where.printed && (apart === null || apart <= SAME_NAME))
    return [2.5, `both name ${a.where.name}`];
  if (fine(a.where) && fine(b.where)) {
    if (apart !== null && apart > NEAR) return null;
    return apart === null ? [-1, ''] : [1.5, `${a.where.name} and ${b.where.name} are ${Math.round(apart)} km apart`];
  }
  // one names a province or a country: the other may lie in it
  return apart !== null && apart > 400 ? [-1, ''] : [0.5, ''];
}

/** Whether a place is no more than a town. */
export const fine = ({ precision }: Where): boolean =>
  precision === 'settlement' || precision === 'site' || precision === 'district';

function partyPoints(a: Compared, b: Compared): [number, string][] {
  const found: [number, string][] = [];
  const whom = shared(a.recipients, b.recipients);
  if (whom) found.push([1, `both upon ${whom}`]);
  const who = shared(a.actors, b.actors);
  if (who) found.push([1, `both by ${who}`]);
  else if (a.actors.size > 0 && b.actors.size > 0 && a.family !== 'violence') found.push([-1.5, '']);
  return found;
}

function meansPoints(a: Compared, b: Compared): [number, string][] {
  const left = a.event.mode;
  const right = b.event.mode;
  if (left === null || right === null) return [];
  if (left === right) return [[1, `both ${left.replaceAll('-', ' ')}`]];
  return meansExclude(left, right) ? [[-2, '']] : [];
}

function countPoints(a: Compared, b: Compared): [number, string][] {
  const found: [number, string][] = [];
  for (const measure of ['killed', 'injured'] as const) {
    const left = a[measure];
    const right = b[measure];
    if (!left || !right) continue;
    const same = exact(left) !== null && exact(left) === exact(right);
    if (same && exact(left) !== 0)
      found.push([(exact(left) as number) > 2 ? 1.5 : 1, `${exact(left)} ${measure} in both`]);
    else if (apart(left, right) > 5) found.push([-1, '']);
  }
  return found;
}

const exact = ({ low, high }: Count): number | null => (low !== null && low === high ? low : (low ?? high));

/** How many times larger one count is than the other, where they cannot agree; 1 where they can. */
function apart(a: Count, b: Count): number {
  const low = Math.max(a.low ?? 0, b.low ?? 0);
  const high = Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);
  return low <= high ? 1 : low / Math.max(1, high);
}

/** The first name in code-unit order that both hold; null for none. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string | null {
  let found: string | null = null;
  for (const one of a) if (b.has(one) && (found === null || one < found)) found = one;
  return found;
}

/** Great-circle distance; null where a place has no coordinates. */
export function kilometres(a: Where, b: Where): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const radians = Math.PI / 180;
  const up = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const along = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h = up * up + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * along * along;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
