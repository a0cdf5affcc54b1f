// A happening as one report tells it in, the key that it shares with others told in the same words out: one stands for them all.
import { type Compared, fine as isFine } from './likeness.ts';
import { order } from './order.ts';
import { hash } from './signature.ts';

/**
 * A story that a hundred outlets print is told a hundred times in the same sentence. Comparing each of these with each
 * other, and with all else, would cost more with every report, and say the same each time: happenings that one sentence
 * tells of, read as the same act of the same parties at the same place and days with the same counts, are one. The first of
 * them by publication, then by id, stands for them all: it alone is compared, and counts in averages as often as it is told.
 */

/** Characters that a sentence has at least: "Police are investigating the shooting." may be any. */
const LEAST = 60;
/** Places that a report names at least, where the happening has no town or site of its own. */
const LEAST_PLACES = 2;

/** What stands for a clause in its sentence, whatever is printed between words; null where it is too short to be known again. */
export function wordingOf(sentence: string, clause: string): number | null {
  const words = lettersOf(sentence);
  return words.length < LEAST ? null : hash(`${words}|${lettersOf(clause)}`);
}

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Of happenings at hand. */
const known = new WeakMap<Compared, string | null>();

function tellingOf(told: Compared): string | null {
  const held = known.get(told);
  if (held !== undefined) return held;
  const made = keyOf(told);
  known.set(told, made);
  return made;
}

function keyOf({ wording, window, where, around, family, event, dated, ...rest }: Compared): string | null {
  // without a day the same words may tell of another
  if (wording === null || window === null) return null;
  const { actors, recipients, killed, injured, principal } = rest;
  // a happening without a town may be anywhere that its report names
  const town = where !== null && isFine(where);
  if (!town && around.size < LEAST_PLACES) return null;
  const place = town ? where.key : [where?.key ?? null, ...[...around].sort()];
  const parties = [[...actors].sort(), [...recipients].sort()];
  const counts = [killed?.low, killed?.high, injured?.low, injured?.high].map((one) => one ?? null);
  return JSON.stringify([wording, family, event.type, event.mode, window, dated, place, parties, counts, principal]);
}

/**
 * The key of each happening of a report, in their order; null for one that stands alone: whatever people have `decided`
 * upon, and what the report itself tells again.
 */
export function tellingsOf(
  happenings: readonly Compared[],
  decided: (id: string) => boolean,
): readonly (string | null)[] {
  const seen = new Set<string>();
  return happenings.map((one) => {
    const key = tellingOf(one);
    if (key === null || seen.has(key)) return null;
    seen.add(key);
    return one.ids.some(decided) ? null : key;
  });
}

/** Which of two that are told in the same words stands for both. */
export const tellsFirst = (a: Compared, b: Compared): boolean => order(a, b) < 0;
