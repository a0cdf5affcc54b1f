// A token in the name of somebody in, the heads of all in the list that it opens out: "Premier Anna Holt, NATO chief Ivan Kern and Chancellor Omar Vell".
// Parsers take whoever stands behind a comma with a title for another name of the one before.
import { ADJ, AUX, NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const MOST = 12;
const PLACE = kindBit('place') | kindBit('state');
/** Words of a title before a name, and of what is said of somebody between commas. */
const TITLE = 6;
const ASIDE = 9;
const NONE: readonly number[] = [];

/** Two people or more, each by name, the last behind "and"; empty where no such list starts with the one named. */
export function peopleListed(token: number, { view, kinds }: Matcher, cast: CastGrowth): readonly number[] {
  const { lower, upos, relation, head } = view;
  if (upos[token] === PRON || upos[token] === ADJ) return NONE;
  const start = cast.at(token) < 0 ? token : cast.beginOf(token);
  let name = namedFrom(start, view, cast);
  if (name < 0) return NONE;
  const found: number[] = [];
  const actors: number[] = [];
  let at = start;
  /** How many were told when "and" led the last of them, and where that one ends. */
  let told = 0;
  let end = start;
  for (let last = false; name >= 0 && found.length < MOST; ) {
    const actor = cast.at(name);
    if (actor < 0 ? (kinds.of(name) & PLACE) !== 0 : actors.includes(actor)) break;
    if (actor >= 0) actors.push(actor);
    found.push(actor < 0 ? name : cast.headAt(name));
    at = nameEnd(name, view, cast);
    // "Premier Holt and ministers Kern, Vell and Moss" goes on
    if (last) {
      told = found.length;
      end = at;
    }
    at = behindAside(at, view, cast);
    if (lower[at] === ',') at++;
    else if (lower[at] !== 'and') break;
    last = lower[at] === 'and';
    if (last) at++;
    name = namedFrom(at, view, cast);
  }
  found.length = told;
  at = end;
  // names alone are read as the parser has them
  if (
    found.length < 2 ||
    actors.length === 0 ||
    (found.length === 2 && actors.length < 2) ||
    lower[at] === "'s" ||
    lower[at] === '’s'
  )
    return NONE;
  // "after she met Holt, Kern and Vell fled": what a finite verb follows is its subject, where the first is none
  const acts = relation[token] === REL.nsubj || relation[token] === REL['nsubj:pass'];
  const finite = upos[at] === AUX || (upos[at] === VERB && /^VB[DZP]$/.test(view.tag(at)));
  return finite && !(acts && (head[token] ?? -1) >= at) ? NONE : found;
}

/** One past a name: that of the cast, or the capitalised words that nobody knows. */
function nameEnd(name: number, { upos }: Matcher['view'], cast: CastGrowth): number {
  if (cast.at(name) >= 0) return cast.endOf(name);
  let to = name + 1;
  while (upos[to] === PROPN && cast.at(to) < 0) to++;
  return to;
}

/** One past "of Velmar", "(Ariz.)" or ", the minister of Velmar" behind a name; `at` where nothing of the kind stands. */
function behindAside(at: number, { lower, upos, sentence }: Matcher['view'], cast: CastGrowth): number {
  let end = at;
  // "John Holt (Ariz.)"
  if (lower[at] === '(') {
    while (lower[end] !== ')' && end < at + TITLE) end++;
    return lower[end] === ')' ? end + 1 : at;
  }
  if (lower[at] === 'of') {
    end++;
    if (lower[end] === 'the') end++;
    while (upos[end] === PROPN && end < at + TITLE) end++;
    return upos[end - 1] === PROPN ? end : at;
  }
  if (
    lower[at] !== ',' ||
    !/^(?:the|a|an)$/.test(lower[at + 1] ?? '') ||
    (cast.headAt(at - 1) >= 0 && cast.headAt(at + 2) === cast.headAt(at - 1))
  )
    return at;
  for (end = at + 2; end < at + ASIDE && sentence[end] === sentence[at]; end++) {
    if (upos[end] === VERB || upos[end] === AUX || lower[end] === 'and') return at;
    if (lower[end] === ',') return end;
  }
  return at;
}

/** A token in the name of the person whose title starts at `at`, or the first of a name that nobody knows; -1 where another thing stands there. */
function namedFrom(at: number, { lower, upos }: Matcher['view'], cast: CastGrowth): number {
  if (upos[at] === PROPN && cast.at(at) < 0) return at;
  let to = lower[at] === 'the' ? at + 1 : at;
  for (const end = to + TITLE; to < end; to++) {
    if (cast.kindOf(cast.at(to)) === 'person' && cast.headAt(to) >= 0) {
      const name = cast.endOf(to) - 1;
      return upos[name] === PROPN || lower[name - 1] === '-' ? to : -1;
    }
    if (upos[to] !== NOUN && upos[to] !== PROPN && upos[to] !== ADJ && lower[to] !== 'of') return -1;
  }
  return -1;
}
