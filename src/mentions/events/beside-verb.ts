// A verb or noun in, the noun phrases right before and behind it out, as the words stand: parsers slip on long names and days.
import { ADJ, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { termsBehind } from './past-tense.ts';
import { BEFORE_DAY, DAYS, RELATIVES } from './role-words.ts';
import type { Children } from './roles.ts';

/** The preposition that leads a noun; '' for none. */
type CaseOf = (noun: number) => string;

/** "The government of Velmar's decision". */
const RULING = /^(?:government|republic|kingdom|parliament|people)$/;

/** "Welcomed Holt's decision": the thing, where the parser took its owner for the object. */
export function ownedThing(object: number, view: TokenView): number {
  const { lower, upos, length, relation, head } = view;
  let at = object + 1;
  while (at < length && relation[at] === REL.flat && head[at] === object) at++;
  // "welcomed the board of inquiry's summary", "the Bank of Velmar's decision"; in "arrested the director of the city's
  // clinic" what the city has is what "of" leads
  if (
    lower[at] === 'of' &&
    (upos[at + 1] === NOUN || (upos[at + 1] === PROPN && (upos[object] === PROPN || RULING.test(lower[object] ?? ''))))
  )
    for (let of = at + 1; of < at + 5; of++)
      if (lower[of] === "'s" || lower[of] === '’s') at = of;
      else if (upos[of] !== NOUN && upos[of] !== PROPN && upos[of] !== DET && upos[of] !== ADJ) break;
  const mark = lower[at];
  if (mark !== "'s" && mark !== '’s' && !((mark === '’' || mark === "'") && upos[at] === PART)) return object;
  for (at++; at < length; at++) {
    const pos = upos[at];
    if (pos === NOUN || pos === PROPN) {
      while (upos[at + 1] === NOUN || upos[at + 1] === PROPN) at++;
      return at;
    }
    if (pos !== ADJ && pos !== NUM && pos !== ADV) break;
  }
  return object;
}

/** The noun that ends the phrase right behind a verb, as the words stand: "lifted its centuries-old ban | Friday"; -1 for none. */
export function nounBehind(verb: number, view: TokenView): number {
  const { upos, sentence, lower, length, relation } = view;
  let last = -1;
  for (let at = verb + 1; at < length && at <= verb + 12 && sentence[at] === sentence[verb]; at++) {
    const pos = upos[at];
    const word = lower[at] ?? '';
    if (pos === NOUN || pos === PROPN) {
      if (DAYS.has(word)) break;
      last = at;
    } else if (word === "'s" || word === '’s' || word === '’' || word === "'") last = -1;
    else if (pos === PRON && relation[at] === REL['nmod:poss']) continue;
    else if (pos === VERB && last < 0 && (lower[at - 1] === '-' || relation[at] === REL.amod)) continue;
    else if (pos === DET || pos === NUM || pos === ADJ || word === '-' || (pos === ADV && last < 0)) continue;
    else if (relation[at] === REL['compound:prt']) continue;
    else break;
  }
  return last;
}

const PARTICLES: ReadonlySet<string> = new Set(['up', 'down', 'off', 'out', 'away']);

/** "Gunned down | a wanted commander": a participle behind an article says what somebody is, whatever the parser made of it. */
export const isQualifying = (word: number, { upos, tag }: TokenView): boolean =>
  upos[word] === VERB && (tag(word) === 'VBN' || tag(word) === 'VBD') && upos[word - 1] === DET;

/** Where the tree gives a verb no object, the noun phrase right behind it is one: parsers slip on long names. */
export function objectBehind(verb: number, view: TokenView): number {
  const { upos, sentence, lower, length, relation } = view;
  let last = -1;
  for (let at = verb + 1; at < length && at <= verb + 12 && sentence[at] === sentence[verb]; at++) {
    const pos = upos[at];
    if (pos === NOUN || pos === PROPN) {
      if (DAYS.has(lower[at] ?? '')) return -1;
      last = at;
    } else if (pos === PRON && last < 0) return RELATIVES.has(lower[at] ?? '') ? -1 : at;
    // "condemned in the strongest terms the attack"
    else if (last < 0 && lower[at] === 'in' && termsBehind(at, lower) > 0) at = termsBehind(at, lower);
    // "condemned as barbaric the attack"
    else if (at === verb + 1 && lower[at] === 'as' && judgedTo(at, view) > 0) at = judgedTo(at, view);
    // "killed at least nine"
    else if (last < 0 && lower[at] === 'at' && (lower[at + 1] === 'least' || lower[at + 1] === 'most')) at++;
    else if (pos === DET || pos === NUM || (pos === ADJ && last < 0)) continue;
    else if (last < 0 && (isQualifying(at, view) || (at === verb + 1 && PARTICLES.has(lower[at] ?? '')))) continue;
    else if (
      pos === PART &&
      (lower[at] === "'s" || lower[at] === '’s' || lower[at] === '’' || lower[at] === "'") &&
      last >= 0
    )
      last = -1;
    else if (pos === ADJ || relation[at] === REL['compound:prt'] || lower[at] === '-') continue;
    else break;
  }
  return last;
}

/** Where what somebody is judged as ends, before whom it is said of: "barbaric" of "condemned as barbaric the attack"; -1 for no such thing. */
function judgedTo(as: number, { lower, upos }: TokenView): number {
  let at = as + 1;
  while (upos[at] === DET || upos[at] === ADV || QUOTE.test(lower[at] ?? '')) at++;
  while (upos[at] === ADJ || (upos[at] === NOUN && upos[at + 1] === NOUN)) at++;
  if (upos[at] === NOUN) at++;
  if (QUOTE.test(lower[at] ?? '')) at++;
  const opens = upos[at] === DET || upos[at] === PROPN || OWNED.test(lower[at] ?? '');
  return opens && at > as + 1 ? at - 1 : -1;
}
const QUOTE = /^["“”'‘’]$/;
const OWNED = /^(?:its|his|her|their)$/;

/** Where the tree gives a verb no subject, the noun phrase right before it is one. */
export function subjectBefore(verb: number, view: TokenView, children: Children, caseOf: CaseOf): number {
  const { upos, sentence, lower, relation } = view;
  // only a finite verb has one there
  const form = view.tag(verb);
  const finite = form === 'VBD' || form === 'VBZ' || form === 'VBP';
  if (finite && (lower[verb - 1] === ',' || DASH.test(lower[verb - 1] ?? ''))) return apposed(verb, view);
  // ", was sentenced"
  let first = verb;
  while (first > 0 && (upos[first - 1] === AUX || (upos[first - 1] === ADV && first < verb))) first--;
  if (first < verb && lower[first - 1] === ',' && FINITE.has(lower[first] ?? '')) return apposed(first, view);
  let day = false;
  for (let at = verb - 1; at >= 0 && at >= verb - 6 && sentence[at] === sentence[verb]; at--) {
    const pos = upos[at];
    if (pos === AUX || pos === ADV || (pos === PART && lower[at] !== 'to')) continue;
    // "Velmar last week announced"
    if (finite && DAYS.has(lower[at] ?? '')) {
      day = true;
      continue;
    }
    if (day && BEFORE_DAY.has(lower[at] ?? '')) continue;
    if (pos !== NOUN && pos !== PROPN && pos !== PRON) return -1;
    if (DAYS.has(lower[at] ?? '') || RELATIVES.has(lower[at] ?? '')) return -1;
    // "on Thursday, the town said": a comma and no name stands before the day
    if (day && relation[at] !== REL.compound && relation[at] !== REL.nsubj && relation[at] !== REL.nmod) return -1;
    // "the accused in the massacre was arrested": what a preposition leads is none
    if (pos !== PRON && caseOf(at) !== '') return finite ? ledBy(at, view, children) : -1;
    if (at === verb - 1 && !finite) return -1;
    return at;
  }
  return -1;
}

/** "Airstrikes against militants killed nine": the noun before the preposition, but for "of", which says whose or what. */
function ledBy(noun: number, view: TokenView, { first, next }: Children): number {
  const { relation, lower, upos } = view;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
    if (relation[child] !== REL.case) continue;
    if (lower[child] === 'of' || lower[child] === "'s" || lower[child] === '’s') return noun;
    const before = child - 1;
    return upos[before] === NOUN || upos[before] === PROPN ? before : -1;
  }
  return noun;
}

/** The noun phrase that a day of the week was taken for the head of; -1 for none. */
export function behindDay(day: number, view: TokenView): number {
  const { upos, lower } = view;
  let at = day - 1;
  // "the coalition in the last 24 hours conducted"
  while (
    at > 0 &&
    (upos[at] === NUM || lower[at] === 'last' || lower[at] === 'past' || (upos[at] === DET && at < day - 1))
  )
    at--;
  if (at < day - 1 && (lower[at] === 'in' || lower[at] === 'over' || lower[at] === 'within' || lower[at] === 'during'))
    at--;
  if (lower[at] === 'on' || lower[at] === 'this' || lower[at] === 'last') at--;
  if (lower[at] === ',') at--;
  if (at < 0 || (upos[at] !== NOUN && upos[at] !== PROPN)) return -1;
  if (view.sentence[at] !== view.sentence[day]) return -1;
  // "Velmar and Oster last month signed"
  const { head, relation } = view;
  for (let steps = 0; steps < 3 && relation[at] === REL.conj && (head[at] ?? -1) >= 0 && (head[at] ?? 0) < at; steps++)
    at = head[at] ?? at;
  return at;
}

const FINITE: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'had', 'has', 'have', 'will', 'would']);

/** "In that attack, Holt, a former guard, killed nine": the name before what stands between commas; -1 for none. */
function apposed(verb: number, view: TokenView): number {
  const { upos, lower, sentence, relation, head, tag } = view;
  if (DASH.test(lower[verb - 1] ?? '')) return dashed(verb, view);
  let open = verb - 2;
  while (open > 0 && open > verb - 30 && lower[open] !== ',') {
    if (sentence[open] !== sentence[verb] || tag(open) === 'VBD' || tag(open) === 'VBZ' || tag(open) === 'MD')
      return -1;
    open--;
  }
  let name = open - 1;
  if (lower[open] !== ',' || upos[name] !== PROPN) return -1;
  // only a name that opens the sentence or follows a comma, of any number of words
  while (
    (upos[name - 1] === PROPN || (lower[name - 1] === '-' && upos[name - 2] === PROPN)) &&
    sentence[name - 1] === sentence[verb]
  )
    name--;
  const opens = name === 0 || sentence[name - 1] !== sentence[verb] || lower[name - 1] === ',';
  if (!opens || (upos[open + 1] !== DET && upos[open + 1] !== ADJ && upos[open + 1] !== NOUN)) return -1;
  let at = open - 1;
  for (
    let steps = 0;
    steps < 5 && (relation[at] === REL.flat || relation[at] === REL.compound) && (head[at] ?? -1) >= name;
    steps++
  )
    at = head[at] as number;
  return at;
}

const DASH = /^(?:--|—|–)$/;

/** "Thousands of women -- some with children -- marched": the noun phrase before what stands between dashes; -1 for none. */
export function dashed(verb: number, { upos, lower, sentence, relation, head }: TokenView): number {
  if (!DASH.test(lower[verb - 1] ?? '')) return -1;
  let open = verb - 2;
  while (open > 0 && open > verb - 30 && sentence[open] === sentence[verb] && !DASH.test(lower[open] ?? '')) open--;
  if (!DASH.test(lower[open] ?? '') || sentence[open] !== sentence[verb]) return -1;
  let at = open - 1;
  if (at < 0 || sentence[at] !== sentence[verb] || (upos[at] !== NOUN && upos[at] !== PROPN)) return -1;
  for (let steps = 0; steps < 6; steps++) {
    const link = relation[at];
    const up = head[at] ?? -1;
    if (up < 0 || up > at || (link !== REL.flat && link !== REL.compound && link !== REL.nmod)) break;
    at = up;
  }
  return at;
}
