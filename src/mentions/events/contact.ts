// A verb without a subject of its own in, the noun outside its clause that it is said of out: "two men they believe shot him".
import { ADJ, ADV, AUX, DET, NOUN, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';
import { DAYS } from './role-words.ts';
import type { Children, RoleReader } from './roles.ts';

/** What one says of somebody in a clause without "who". */
const SAID: ReadonlySet<string> = new Set([
  'say', 'says', 'said', 'believe', 'believes', 'believed', 'think', 'thinks', 'thought', 'suspect', 'suspects', 'suspected', 'allege', 'alleges', 'alleged', 'claim', 'claims', 'claimed',
]); // biome-ignore format: one table
const AWARE: ReadonlySet<string> = new Set([
  'watch', 'see', 'hear', 'film', 'spot', 'catch', 'find', 'notice', 'photograph', 'show', 'depict',
]); // biome-ignore format: one table

/** "Two men they believe are suspected", "gunmen officials say killed": the noun before who says it; -1 for none. */
export function saidOf(verb: number, up: number, { lower, upos, sentence }: TokenView, { subject }: Clauses): number {
  if (up >= verb || !SAID.has(lower[up] ?? '')) return -1;
  for (let at = up + 1; at < verb; at++) if (upos[at] !== AUX && upos[at] !== ADV) return -1;
  const sayer = subject[up] ?? -1;
  if (sayer < 1 || sayer > up) return -1;
  let before = sayer - 1;
  if (upos[sayer] !== PRON) while (before > 0 && (upos[before] === DET || upos[before] === ADJ)) before--;
  return (upos[before] === NOUN || upos[before] === PROPN) && sentence[before] === sentence[verb] ? before : -1;
}

/** Verbs of what is done to people, behind whose object a gerund tells what those were doing. */
const HANDLING: ReadonlySet<string> = new Set([
  'detain', 'arrest', 'hold', 'disperse', 'free', 'release', 'rescue', 'evict', 'expel', 'deport', 'jail', 'imprison', 'capture', 'round',
]); // biome-ignore format: one table
/** What crowds do in the street. */
const MARCHING = /^(?:demand|protest|chant|shout|march|rally|demonstrat|call|denounc|oppos)ing$/;
const CROWD =
  /^(?:crowds?|mobs?|protest[eo]rs?|demonstrators?|marchers?|strikers?|activists?|students?|workers?|teachers?|farmers?|villagers?|residents?|supporters?|youths?|people|hundreds|thousands|dozens|scores)$/;
/** Whoever takes hostages demands something for them. */
const TAKING: ReadonlySet<string> = new Set(['kidnap', 'abduct', 'seize', 'take', 'hold', 'capture', 'snatch', 'threaten', 'keep']); // biome-ignore format: one line
/** What as well those who handle them may be doing with that, and what comes of it. */
const MEANS =
  /^(?:us|bring|includ|accord|follow|dur|start|mak|tak|rais|spark|trigger|prompt|caus|provok|forc|lead)ing$/;

/** "Watched the gunmen shooting", "detained people protesting": whom a participle behind such a verb is said of; -1 for none. */
export function seen(verb: number, up: number, lemma: string, view: TokenView, { object }: Clauses): number {
  const whom = object[up] ?? -1;
  if (view.tag(verb) !== 'VBG' || view.upos[up] !== VERB) return -1;
  const word = view.lower[verb] ?? '';
  const handled =
    HANDLING.has(lemma) && view.tag(verb - 1).startsWith('NN') && !HARMING.test(word) && !MEANS.test(word);
  // "cleared crowds from the square demanding his resignation": whoever drives a crowd apart asks for nothing with it
  const marching = MARCHING.test(word) && CROWD.test(view.lower[whom] ?? '') && !TAKING.has(lemma);
  if (!AWARE.has(lemma) && !handled && !marching) return -1;
  return whom > up && whom < verb && view.lower[verb - 1] !== ',' && view.relation[verb] === REL.advcl ? whom : -1;
}

const TELLING: ReadonlySet<string> = new Set([
  'say',
  'tell',
  'report',
  'announce',
  'claim',
  'state',
  'confirm',
  'add',
  'allege',
]);
/** What nobody does by saying. */
const HARMING =
  /^(?:killing|wounding|injuring|maiming|destroying|damaging|hitting|striking|shooting|leaving|burning|stabbing)$/;

/** "The house was hit, killing nine": what is told of the blow and not of the house. */
export const isHarm = (verb: number, blow: number, led: string, { lower }: TokenView): boolean =>
  led === '' && lower[verb - 1] === ',' && HARMING.test(lower[verb] ?? '') && STRUCK.test(lower[blow] ?? '');
const STRUCK =
  /^(?:hit|struck|bombed|shelled|attacked|targeted|ambushed|blown|raided|rammed|torched|stormed|fired|launched|dropped|detonated|thrown|hurled|sprayed)$/;

/** "Police said Holt went on a rampage, killing nine": the clause that is told, whose subject did the harm; -1 where it is none. `above` governs the words, over who says them. */
export function saidToHarm(
  verb: number,
  up: number,
  above: number,
  lemma: string,
  { lower, upos, sentence }: TokenView,
  { complement }: Clauses,
): number {
  if (upos[up] !== VERB || up > verb || !HARMING.test(lower[verb] ?? '')) return -1;
  if (above !== up) return above >= 0 && (complement[above] ?? -1) === up ? up : -1;
  const told = TELLING.has(lemma) ? (complement[up] ?? -1) : -1;
  return told > up && told < verb && sentence[told] === sentence[verb] && upos[told] === VERB ? told : -1;
}

/** "Police said Anna Holt, 45, went": a name between the two verbs that was hung from the first; -1 for none. */
export function behindSaying(
  verb: number,
  up: number,
  { relation, upos, head, lower, tag }: TokenView,
  { first, next }: Children,
): number {
  if (up > verb) return -1;
  for (let child = first[up] as number; child >= 0 && child < verb; child = next[child] as number)
    if (child > up && relation[child] === REL.nsubj && (upos[child] === NOUN || upos[child] === PROPN)) return child;
  // "police reported the attacker fled": taken for what is reported
  const before = verb - 1;
  const told = head[before] === up && relation[before] === REL.obj && (upos[before] === NOUN || upos[before] === PROPN);
  return told && REPORTING.test(lower[up] ?? '') && PASTS.has(tag(verb)) ? before : -1;
}

const REPORTING = /^(?:report|confirm|believe|claim|allege|sa(?:y|id)|announce|state|suspect|add)(?:s|d|ed)?$/;
const PASTS: ReadonlySet<string> = new Set(['VBD', 'VBZ']);

/** Whether "of" or "for" with another gerund stands right before the "and" of this one. */
export function isBlamedOf(
  gerund: number,
  verb: number,
  { lower, upos, sentence, tag }: TokenView,
  clauses: Clauses,
): boolean {
  if (tag(gerund) !== 'VBG' || tag(verb) === 'VBG') return false;
  const object = clauses.object[verb] ?? -1;
  if (object < 0 || lower[gerund - 1] !== 'and') return false;
  for (let at = gerund - 2; at > object && at > gerund - 10 && sentence[at] === sentence[gerund]; at--)
    if (lower[at]?.endsWith('ing') && (lower[at - 1] === 'of' || lower[at - 1] === 'for') && upos[at] !== PROPN)
      return true;
  return false;
}

/** "Accused the mission in the land of arming them": the one blamed, where parsers hang the gerund from a noun in between; -1 for none. */
export function blamedPast(
  gerund: number,
  noun: number,
  { lower, upos, head, relation }: TokenView,
  clauses: Clauses,
): number {
  let up = noun;
  // "the army of looting it and rebels of burning it": each of one thing
  for (let steps = 0; steps < 3 && up >= 0 && upos[up] !== VERB && relation[up] !== REL.conj; steps++)
    up = head[up] ?? -1;
  if (up < 0 || up > noun || upos[up] !== VERB || !/^(?:accus|suspect)/.test(lower[up] ?? '')) return -1;
  const whom = clauses.object[up] ?? -1;
  return whom > up && whom < noun && noun < gerund ? whom : -1;
}

/** "Convicted Holt of spying and jailed him": the verb that a finite one goes on from, past the gerund that parsers join it to; the verb joined to otherwise. */
export function beyondGerund(
  verb: number,
  up: number,
  { head, lower, upos, relation, tag }: TokenView,
  { object }: Clauses,
): number {
  if (tag(up) !== 'VBG' || !/^(?:of|for|after|before|by)$/.test(lower[up - 1] ?? '')) return up;
  const finite = /^VB[DZ]$/.test(tag(verb)) || (tag(verb) === 'VBN' && (object[verb] ?? -1) > verb);
  if (!finite || (relation[up] !== REL.advcl && relation[up] !== REL.acl)) return up;
  let above = head[up] ?? -1;
  for (let steps = 0; steps < 3 && above >= 0 && upos[above] !== VERB; steps++) above = head[above] ?? -1;
  return above >= 0 && above < up && upos[above] === VERB && tag(above) !== 'VBG' ? above : up;
}

/** What one takes for one's own deed: "claimed responsibility for killing nine". */
const OWNED = /^(?:responsibility|credit|blame|praise|awards?|prizes?|apology|regret|remorse|fame)$/;

/** Whether a noun stands for what one has or takes for one's own deed. */
export const isOwnDeed = (noun: number, { lower }: TokenView): boolean => OWNED.test(lower[noun] ?? '');

/** Verbs of blame that reach whom they blame by a preposition. */
const BLAMING: ReadonlyMap<string, readonly string[]> = new Map([
  ['lash', ['at']],
  ['hit', ['at']],
  ['round', ['on']],
  ['turn', ['on']],
  ['rail', ['at', 'against']],
  ['rage', ['at', 'against']],
  ['fume', ['at']],
]);

/**
 * "Criticised Holt for refusing", "accused Holt of breaking", "lashed out at Holt for arming them": who stands before
 * the gerund and did it, or is given time to; -1 for nobody. `led` leads the gerund, `patient` is what the verb above is done to.
 */
export function blamedFor(
  gerund: number,
  verb: number,
  led: string,
  patient: number,
  roles: RoleReader,
  { lower }: TokenView,
): number {
  const lemma = roles.parsed.words.lemma(verb);
  // "gave the government 48 hours to free them"
  if (led === 'to' && lemma === 'give') return roles.clauses.indirect[verb] ?? -1;
  if (led !== 'for' && led !== 'of' && !(led === 'with' && lemma === 'charge')) return -1;
  let whom = patient;
  for (const preposition of BLAMING.get(lemma) ?? []) whom = Math.max(whom, roles.obliqueOf(verb, preposition));
  return whom < gerund && !OWNED.test(lower[whom] ?? '') ? whom : -1;
}

const SHUNNING = /^(?:boycotts?|condemnation|criticism|denunciation|sanctions?|embargo|ban|tariffs?)$/;

/** "Rallied against the army for killing nine", "a boycott of Velmar for attacking Tarn": whose deed the gerund behind "for" is, right before it; -1 for none. */
export function reproached(gerund: number, { upos, relation, head, lower }: TokenView, caseOf: (noun: number) => string): number {
  const last = gerund - 2;
  if (lower[gerund - 1] !== 'for' || (upos[last] !== NOUN && upos[last] !== PROPN) || DAYS.has(lower[last] ?? '')) return -1;
  const joined = relation[last] === REL.flat || relation[last] === REL.appos;
  const noun = joined ? (head[last] ?? last) : last;
  const led = caseOf(noun);
  if (led === 'against') return noun;
  return (led === 'of' || led === 'on') && SHUNNING.test(lower[head[noun] ?? noun] ?? '') ? noun : -1;
} // biome-ignore format: long conditions

/** What leads those or the place that a blow falls upon. */
const UPON: ReadonlySet<string> = new Set([
  'on',
  'upon',
  'at',
  'in',
  'into',
  'near',
  'outside',
  'inside',
  'across',
  'around',
]);
/** What is done with what falls upon somebody. */
const SENDING =
  /^(?:fir|launch|drop|lob|hurl|throw|thr[eo]w|rain|carr|conduct|unleash|detonat|plant|bomb|shell|struck|hit|attack|target|raid|pound|storm)/;
/** How many nouns may stand between a participle and the verb above. */
export const DEEP = 4;

/** "Fired on a quarter of the city wounding four": the verb above the place that the parser hung the participle from; -1 for none. */
export function blowUpon(verb: number, view: TokenView, caseOf: (noun: number) => string): number {
  const { head, relation, upos, lower } = view;
  if (!HARMING.test(lower[verb] ?? '') || view.tag(verb) !== 'VBG' || lower[verb - 1] === ',') return -1;
  let at = head[verb] ?? -1;
  let upon = false;
  for (let steps = 0; steps < DEEP && at >= 0 && (upos[at] === NOUN || upos[at] === PROPN); steps++) {
    const led = caseOf(at);
    if (UPON.has(led)) upon = true;
    else if (led !== 'of' || upos[at] !== PROPN) return -1;
    if (relation[at] !== REL.obl && relation[at] !== REL.nmod) return -1;
    at = head[at] ?? -1;
    // "fired shells on", against "condemned raids on"
    if (upon && upos[at] === NOUN && relation[at] === REL.obj) {
      at = head[at] ?? -1;
      if (!SENDING.test(lower[at] ?? '')) return -1;
    }
  }
  return upon && at >= 0 && at < verb && upos[at] === VERB ? at : -1;
}
