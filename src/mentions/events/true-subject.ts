// A word that the parser took for a verb's subject in, the one that does it by the words around out: before a preposition, a date or a "be".
import { actorLexicon, namedAt, titleAt } from '../actors/lexicon.ts';
import { ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';
import { kindBit, kindsOfLemma } from './kinds.ts';
import { DAYS } from './role-words.ts';
import type { Children } from './roles.ts';

/** What leads no subject: "teachers from the schools walked out". */
const LEADING: ReadonlySet<string> = new Set([
  'from',
  'of',
  'in',
  'at',
  'with',
  'on',
  'for',
  'to',
  'near',
  'under',
  'after',
  'amid',
  'during',
]);
const COUNTING: ReadonlySet<string> = new Set([
  'thousands',
  'hundreds',
  'dozens',
  'tens',
  'scores',
  'number',
  'group',
  'majority',
  'millions',
]);
/** What kills is no land where it was done. */
const LETHAL: ReadonlySet<string> = new Set(['kill', 'wound', 'injure', 'claim', 'maim']);
const BLOW = kindBit('blow');
const PLACE = kindBit('place') | kindBit('thing');
const PLACES = PLACE | kindBit('shop');
/** Tokens between a blow and what it did. */
const FAR = 20;
const PLACING: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside', 'on']);
const SEVERAL: ReadonlySet<string> = new Set(['have', 'are', 'were']);

/** "The Front, a movement from the north has claimed it": the name, where the comma behind what it is was left out and both were taken for subjects; -1 for none. */
export function apposedAhead(subject: number, verb: number, { relation, upos, lower, head }: TokenView, { first, next }: Children): number {
  if (upos[subject] !== NOUN) return -1;
  for (let child = first[verb] as number; child >= 0 && child < subject; child = next[child] as number) {
    if (relation[child] !== REL.nsubj || upos[child] !== PROPN) continue;
    let at = child + 1;
    while (relation[at] === REL.flat && head[at] === child) at++;
    if (lower[at] !== ',' || !/^an?$/.test(lower[at + 1] ?? '')) return -1;
    for (at += 2; at < subject; at++) if (lower[at] === ',' || lower[at] === 'and') return -1;
    return child;
  }
  return -1;
} // biome-ignore format: long signature

/** "Teachers from the schools went", "the head of the office, Holt, called": the subject before a noun that a preposition leads; the token itself otherwise. */
export function beforePreposition(subject: number, verb: number, view: TokenView, { first, next }: Children): number {
  const { relation, lower, upos, head } = view;
  let led = false;
  let own = -1;
  for (let child = first[subject] as number; child >= 0 && child < subject; child = next[child] as number) {
    if (relation[child] === REL.case && upos[child] === ADP && LEADING.has(lower[child] ?? '')) led = true;
    else if (relation[child] === REL.nsubj && (upos[child] === NOUN || upos[child] === PROPN)) own = child;
  }
  // "rebels loyal to president Holt freed": the name was taken for a second subject
  // "a message on Wirepost blaming Velmar": where it stands does not blame
  if (
    !led &&
    view.tag(verb) === 'VBG' &&
    relation[verb] === REL.acl &&
    subject === verb - 1 &&
    relation[subject - 1] === REL.mark &&
    head[subject - 1] === verb &&
    LEADING.has(lower[subject - 1] ?? '')
  )
    return -1;
  if (!led) return spannedBy(subject, verb, view, { first, next });
  if (own >= 0) return own;
  const behind = fronted(subject, verb, view);
  if (behind >= 0) return behind;
  const above = head[subject] ?? -1;
  if (above !== verb) return subject;
  for (let child = first[verb] as number; child >= 0 && child < subject; child = next[child] as number)
    if (relation[child] === REL.nsubj && (upos[child] === NOUN || upos[child] === PROPN)) return child;
  return subject;
}

/** The first of two subjects of a verb where a preposition and neither a comma nor a verb stand between the two; the second otherwise. */
function spannedBy(
  subject: number,
  verb: number,
  { relation, lower, upos, head }: TokenView,
  { first, next }: Children,
): number {
  if (head[subject] !== verb) return subject;
  for (let child = first[verb] as number; child >= 0 && child < subject; child = next[child] as number) {
    if (relation[child] !== REL.nsubj || (upos[child] !== NOUN && upos[child] !== PROPN)) continue;
    // "thousands of French demonstrators": those who are counted
    if (COUNTING.has(lower[child] ?? '') || DAYS.has(lower[child] ?? '')) continue;
    let led = -1;
    for (let at = child + 1; at < subject; at++) {
      if (relation[at] === REL.case && LEADING.has(lower[at] ?? '')) led = at;
      // "the jailed leader": no verb
      const verbal = upos[at] === VERB && relation[at] !== REL.amod;
      if (verbal || upos[at] === AUX || upos[at] === NUM || lower[at] === ',' || lower[at] === 'and') return subject;
      // an article opens another phrase
      if (upos[at] === DET && at !== led + 1) return subject;
    }
    if (led >= 0 && subject - led < 7) return child;
  }
  return subject;
}

/** "Under pressure from Velmar, the court has dropped": the noun right before the verb, where a comma ends the phrase that was taken for its subject; -1 for none. */
function fronted(subject: number, verb: number, { upos, lower, sentence, head, relation }: TokenView): number {
  let at = verb - 1;
  while (at > subject && (upos[at] === AUX || upos[at] === ADV)) at--;
  // "the Court (ICC) has"
  if (lower[at] === ')') {
    while (at > subject && lower[at] !== '(') at--;
    at--;
  }
  if (at <= subject || sentence[at] !== sentence[verb] || (upos[at] !== NOUN && upos[at] !== PROPN)) return -1;
  let opens = at;
  while (
    opens > subject &&
    (upos[opens] === PROPN || upos[opens] === NOUN || upos[opens] === ADJ || upos[opens] === DET)
  )
    opens--;
  if (opens <= subject || lower[opens] !== ',') return -1;
  const up = head[at] ?? -1;
  return relation[at] === REL.flat && up > opens ? up : at;
}

/** "Got a letter from Holt and will meet him": a preposition and "and" beside the noun, so the verb goes on with the one above; its token, else -1. */
export function goesOnWith(
  subject: number,
  verb: number,
  { relation, head, upos, lower }: TokenView,
  { first, next }: Children,
): number {
  const up = head[verb] ?? -1;
  if (subject < 0 || subject > verb || up < 0 || up > subject || upos[up] !== VERB) return -1;
  let led = false;
  let and = false;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number) {
    if (child < subject && relation[child] === REL.mark && LEADING.has(lower[child] ?? '')) led = true;
    if (child > subject && relation[child] === REL.cc) and = true;
  }
  return led && and ? up : -1;
}

/** "A court on March 10 rejected": the noun that a date hangs from; the token itself where it is no date. */
export function behindDate(token: number, { upos, lower, head, relation }: TokenView): number {
  if (token < 1 || upos[token] !== NUM || !DAYS.has(lower[token - 1] ?? '')) return token;
  const up = head[token] ?? -1;
  return relation[token] === REL.nmod && up >= 0 && up < token && (upos[up] === NOUN || upos[up] === PROPN)
    ? up
    : token;
}

/** "The fighters are a force battling Velmar": who is what a participle hangs from; the token itself where nobody is said to be it. */
export function whoIs(
  noun: number,
  { relation, upos }: TokenView,
  clauses: Clauses,
  { first, next }: Children,
): number {
  const subject = clauses.subject[noun] ?? -1;
  if (subject < 0 || subject > noun || (upos[subject] !== NOUN && upos[subject] !== PROPN)) return noun;
  let being = false;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
    if (relation[child] === REL.cop) being = true;
    // "is in the process of leaving"
    if (relation[child] === REL.case) return noun;
  }
  return being ? subject : noun;
}

/** "The bombings in Velmar and Oster, which have killed ninety": what happened, and not where; the token itself otherwise. */
export function happening(
  noun: number,
  relative: number,
  verb: number,
  view: TokenView,
  caseOf: (noun: number) => string,
  lemma: string,
): number {
  const { relation, upos, head, lower } = view;
  // "the release of a student who had been arrested": the student
  if (lower[relative] === 'who' && upos[noun] === NOUN && !actorLexicon().agents.has(lower[noun] ?? ''))
    for (let at = noun + 1; at < relative; at++)
      if (
        head[at] === noun &&
        relation[at] === REL.nmod &&
        caseOf(at) === 'of' &&
        actorLexicon().agents.has(lower[at] ?? '')
      )
        return at;
  if (
    lower[relative] !== 'who' &&
    LETHAL.has(lemma) &&
    (upos[noun] === PROPN || noun < relative - 1 || isPlace(noun, view) || DAYS.has(lower[noun] ?? ''))
  ) {
    const blow = blowBefore(relative, view);
    if (blow >= 0) return blow;
  }
  if (lower[relative - 1] !== ',' || upos[noun] !== PROPN) return noun;
  // "guerrillas from Velmar, who have formed": who, and not where they are from
  if (lower[relative] === 'who') {
    const from = caseOf(noun);
    const up = head[noun] ?? -1;
    const placed = (from === 'from' || from === 'in' || from === 'near') && relation[noun] === REL.nmod;
    if (placed && up >= 0 && up < noun && actorLexicon().agents.has(lower[up] ?? '')) return up;
    // "the head of the Bureau, who resigned": no body and no land is a "who"
    if (
      (from === 'of' || from === 'for') &&
      relation[noun] === REL.nmod &&
      up >= 0 &&
      up < noun &&
      isHolder(up, noun, view)
    )
      return up;
    // "Omar Kern, 24, of Tarn, who": a person's age or a comma behind the name, and where that one lives
    return from === 'of' && isAgedName(up, noun, view) ? up : noun;
  }
  if (lower[relative] !== 'which') return noun;
  if (!LETHAL.has(lemma) && !(SEVERAL.has(lower[relative + 1] ?? '') && relative + 1 < verb)) return noun;
  let at = noun;
  for (let steps = 0; steps < 4; steps++) {
    const up = head[at] ?? -1;
    if (up < 0 || up > at) break;
    if (relation[at] === REL.conj || (relation[at] === REL.nmod && PLACING.has(caseOf(at)))) at = up;
    else break;
  }
  return at;
}

/** Whether a noun tells of one person and a name behind it of a body, a land or a thing: "the head of the Bureau", "the driver of a Fiat". */
function isHolder(up: number, name: number, view: TokenView): boolean {
  const word = view.lower[up] ?? '';
  if (view.upos[up] !== NOUN || view.tag(up) !== 'NN') return false;
  if (actorLexicon().agents.get(word)?.kind !== 'person' && titleAt(view, up) === null) return false;
  // "the wife of Ivan Holt, who": which of the two, nobody can tell
  let from = name;
  while (from > up + 1 && view.upos[from - 1] === PROPN) from--;
  const named = namedAt(view, from) ?? namedAt(view, name);
  if (named) return named.entry.kind !== 'person';
  const first = view.text.slice(view.start[from], view.end[from]);
  return view.upos[from - 1] === DET || view.upos[from - 1] === ADJ
    ? !actorLexicon().firstNames.has(first) && titleAt(view, from) === null
    : false;
}

/** Whether a name stands at `up` with an age between it and a place: "Kern, 24, of Tarn", "Kern (24) of 9 Mill Lane". */
function isAgedName(up: number, place: number, { upos, lower, relation }: TokenView): boolean {
  if (up < 0 || up > place || upos[up] !== PROPN) return false;
  for (let at = up + 1; at < place; at++)
    if (upos[at] === NUM && AGE.test(lower[at] ?? '') && relation[at] !== REL.nummod)
      return AGED.has(lower[at + 1] ?? '');
  return false;
}
const AGE = /^[1-9]\d?$/;
const AGED: ReadonlySet<string> = new Set([',', ')']);

/** "A blast at a clinic that killed two": a place kills nobody. */
const isPlace = (noun: number, { parsed }: TokenView) => {
  const kinds = kindsOfLemma(parsed.words.lemma(noun));
  return (kinds & PLACE) !== 0 && (kinds & ~PLACES) === 0;
};

/** "Blasts at markets in Velmar last year that killed ninety": the nearest blow before a relative pronoun, no verb between; -1 for none. */
function blowBefore(relative: number, { upos, sentence, parsed }: TokenView): number {
  for (let at = relative - 1; at >= 0 && at > relative - FAR && sentence[at] === sentence[relative]; at--) {
    if (upos[at] === VERB || upos[at] === AUX) return -1;
    if (upos[at] === NOUN && (kindsOfLemma(parsed.words.lemma(at)) & BLOW) !== 0) return at;
  }
  return -1;
}

/** "On Wednesday, the House impeached Kern": the noun behind a day that the parser took for another day; -1 where there is none. */
export function behindDayBefore(verb: number, { relation, lower, upos }: TokenView, { first, next }: Children): number {
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number) {
    if (relation[child] !== REL.obl || !DAYS.has(lower[child] ?? '')) continue;
    for (let other = first[child] as number; other >= 0 && other < verb; other = next[other] as number)
      if (relation[other] === REL.conj && lower[child + 1] === ',' && (upos[other] === NOUN || upos[other] === PROPN) && !DAYS.has(lower[other] ?? '')) return other;
  }
  return -1;
} // biome-ignore format: one condition
