// The head of a noun phrase in, the first word of what somebody is called there out: no article, day, age or stray number.
import { pastDate } from '../actors/day-before.ts';
import { ADJ, DET, NOUN, NUM, PRON, PROPN, PUNCT, REL, type TokenView } from '../actors/token-view.ts';
import { DAYS } from './role-words.ts';

export function phraseFrom(head: number, view: TokenView): number {
  const { upos, relation, lower } = view;
  let from = head;
  while (from > 0) {
    const before = from - 1;
    // a headline that ends in the line above
    if (
      view.paragraph[before] !== view.paragraph[head] ||
      view.text.slice(view.end[before], view.start[from]).includes('\n')
    )
      break;
    const link = relation[before];
    const up = view.head[before] ?? -1;
    // "faith-based groups": a word with a hyphen is one
    if (
      lower[before] === '-' &&
      before > 0 &&
      view.end[before] === view.start[from] &&
      view.end[before - 1] === view.start[before]
    ) {
      from = before - 1;
      continue;
    }
    // "Santa Cruz Barillas": the words of a name hang from each other either way
    const name = upos[before] === PROPN && upos[from] === PROPN && (link === REL.flat || link === REL.compound);
    if ((up < from && !name) || up > head) break;
    // "several hundred miners" are no hundred
    if (lower[before] === 'several' && LARGE.test(lower[from] ?? '')) {
      from = before;
      break;
    }
    if (link === REL.det) break;
    if (
      link !== REL.compound &&
      link !== REL.amod &&
      link !== REL.flat &&
      link !== REL.nummod &&
      link !== REL.nmod &&
      lower[before] !== '-'
    )
      break;
    from = before;
  }
  // "Tuesday Mitsotakis", "25-12-2014 30 militants": no day is part of a name
  while (from < head && DAYS.has(lower[from] ?? '')) from++;
  for (let past = pastDate(from, view); past > from && past <= head; past = pastDate(from, view)) from = past;
  // "32-year-old Anna Holt": no age is part of a name
  if (lower[from] === 'old' && from < head && lower[from - 1] === '-') from++;
  // "shot dead two traders": what became of them is none of their name
  if (lower[from] === 'dead' && from < head && upos[from + 1] !== NOUN) from++;
  // "several-hundred marchers" are no "-hundred"
  if (lower[from] === '-' && from < head) from += lower[from - 1] === 'several' ? -1 : 1;
  // "0 55 militants": of two numbers the last one counts
  while (from + 1 < head && upos[from] === NUM && upos[from + 1] === NUM) from++;
  return from;
}

const LARGE = /^(?:dozen|hundred|thousand|million)$/;

/** One past the last word of the name that a head opens: "Al-Khor", "al-Kern", hyphens within. */
export function nameFrom(head: number, view: TokenView): number {
  const { relation, upos, start, end, length } = view;
  const isPart = (at: number) => at < length && relation[at] === REL.flat && view.head[at] === head;
  let to = head + 1;
  for (;;) {
    if (isPart(to)) to++;
    else if (upos[to] === PUNCT && end[to - 1] === start[to] && end[to] === start[to + 1] && isPart(to + 1)) to += 2;
    else return to;
  }
}

/** "The use of force", "military force": no body, which has an article, a number or a name before it. */
export function isAnyForce(head: number, { upos, lower }: TokenView): boolean {
  if (lower[head] !== 'force') return false;
  let at = head - 1;
  if (upos[at] === ADJ && KINDS.test(lower[at] ?? '')) at--;
  return upos[at] !== DET && upos[at] !== ADJ && upos[at] !== NOUN && upos[at] !== PROPN && upos[at] !== PRON;
}

const KINDS = /^(?:military|lethal|deadly|excessive|armed|brute)$/;

/** Names of feasts, laws, contests, gatherings and streets: no party. */
const NO_PARTY =
  /^(?:mediterranean|atlantic|pacific|baltic|caribbean|adriatic|aegean|arctic|antarctic|christmas|ramadan|easter|brexit|obamacare|resolution|transcript|competition|challenge|endorsement|conference|summit|act|bill|award|prize|cup|festival|st\.?|street|ave\.?|avenue|road|rd\.?|lane|drive|blvd\.?|boulevard)$/;
export const isNoParty = (head: number, { upos, lower }: TokenView): boolean =>
  // "security operations": by whom no word tells; "Image 3 of 9": what a picture is called
  lower[head] === 'security' ||
  (lower[head] === 'image' && upos[head + 1] === NUM) ||
  (upos[head] === PROPN && NO_PARTY.test(lower[head] ?? ''));
