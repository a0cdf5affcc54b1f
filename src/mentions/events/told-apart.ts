// Two events of a report in, whether the words of the later set it apart from the earlier out: "meanwhile", "hours before", another sum, another crowd.
import { NOUN, NUM, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST']);
const HARM: ReadonlySet<string> = new Set(['kill', 'injure', 'wound', 'hurt', 'maim', 'die']);
const WHICH: ReadonlySet<string> = new Set(['the', 'these', 'those', 'all', 'both']);

/** Whatever parties and code the two share. */
export function isToldApart(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (isOtherAsked(earlier, later, match) || isAlsoSaid(later, match) || isSaidBefore(later, match)) return true;
  if (!DEEDS.has(later.code.type)) return false;
  return (
    opensAnew(earlier, later, match) ||
    isOtherDays(earlier, later, match) ||
    isOrdered(earlier, later, match) ||
    isOtherSum(earlier, later, match) ||
    isCounterblow(earlier, later, match)
  );
}

/** What one is called who attacked or is thought to have. */
const ATTACKERS: ReadonlySet<string> = new Set([
  'attacker', 'assailant', 'gunman', 'shooter', 'bomber', 'perpetrator', 'raider', 'killer', 'assassin', 'knifeman', 'stabber', 'suspect',
]); // biome-ignore format: one table
const SINGLE: ReadonlySet<string> = new Set(['him', 'he', 'her', 'she']);

/** "Two were stabbed; police shot the attacker", "officers shot him": who is struck is none of those whom the attack struck. */
export function isCounterblow({ code, coded: told }: Draft, { code: next, coded, actors }: Draft, match: Matcher): boolean {
  if (code.type !== 'ASSAULT' || next.type !== 'ASSAULT' || coded.mutual || coded.patients.length === 0) return false;
  const { view } = match;
  if (coded.agents.length === 0 && actors.length === 0 && match.verbLemma(coded.trigger) !== 'shoot') return false;
  const attacker = coded.patients.every((token) => ATTACKERS.has(match.lemma(token)) && isWhich(token, match));
  if (attacker) return !told.patients.some((token) => coded.patients.some((one) => match.lemma(one) === match.lemma(token)));
  const [one, more] = coded.patients;
  if (one === undefined || more !== undefined || coded.agents.length === 0 || !SINGLE.has(view.lower[one] ?? '')) return false;
  return told.patients.length > 0 && told.patients.every((token) => view.upos[token] === NOUN && view.tag(token) === 'NNS');
} // biome-ignore format: long conditions

/** "Days earlier, jets struck the port", right behind another strike: a main clause that its first words put on another day. */
function isOtherDays(earlier: Draft, later: Draft, { view }: Matcher): boolean {
  const { trigger } = later.coded;
  const from = Math.max(earlier.coded.trigger, ...earlier.others.filter((token) => token < trigger));
  if (view.upos[trigger] !== VERB || (view.sentence[trigger] ?? 0) - (view.sentence[from] ?? 0) !== 1) return false;
  let first = trigger;
  while (first > 0 && view.sentence[first - 1] === view.sentence[trigger]) first--;
  for (let at = first; at < first + OPENER; at++) {
    const word = view.lower[at] ?? '';
    if (SHIFTED.has(word)) return view.lower[at + 1] === ',' && /^(?:day|week|month|year)s?$/.test(view.lower[at - 1] ?? '');
    if (word === ',') return false;
  }
  return false;
} // biome-ignore format: long conditions

/** Words in which a sentence may open with how many days earlier or later it was. */
const OPENER = 5;
const SHIFTED: ReadonlySet<string> = new Set(['earlier', 'later', 'before']);

const SAID: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'AGREE', 'SUPPORT']);

/** "She also called on the people to think": one more thing that is said, whoever it is said to. */
const isAlsoSaid = ({ coded: { trigger }, code }: Draft, { view }: Matcher): boolean =>
  SAID.has(code.type) && view.upos[trigger] === VERB && view.lower[trigger - 1] === 'also';

/** "Meanwhile in Lintz others laid a wreath", "elsewhere police shot a man": a main clause with those who act, told as another thing. */
function opensAnew(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const { trigger, clause } = later.coded;
  if (view.upos[trigger] !== VERB || view.relation[clause] !== REL.root) return false;
  if (view.sentence[trigger] === view.sentence[earlier.coded.trigger]) return false;
  // "meanwhile they marched on": the same people go on
  const subject = Math.max(roles.clauses.subject[clause] ?? -1, roles.clauses.passive[clause] ?? -1);
  if (subject < 0 || view.upos[subject] === PRON || isWhich(subject, match)) return false;
  let first = trigger;
  while (first > 0 && view.sentence[first - 1] === view.sentence[trigger]) first--;
  const opener = view.lower[first];
  return opener === 'meanwhile' || opener === 'elsewhere' || opener === 'separately' || opener === 'earlier';
}

const MEASURES = /^(?:second|minute|hour|day|week|month|year|moment)s?$/;

/** "Hurled a grenade seconds before the bomb exploded": two deeds of one sentence, with who or what did each. */
function isOrdered(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const [from, at] = [earlier.coded.trigger, later.coded.trigger];
  if (view.sentence[from] !== view.sentence[at] || view.upos[from] !== VERB || HARM.has(match.lemma(from)))
    return false;
  const own = roles.clauses.subject[at] ?? -1;
  return own >= 0 && own !== (roles.clauses.subject[from] ?? -1) && view.upos[own] !== PRON && isTimed(at, match);
}

/** Whether "before" or "after" opens the clause of a verb, with how long behind or ahead it was: "one day after". */
export function isTimed(verb: number, { view, roles }: Matcher): boolean {
  if (view.upos[verb] !== VERB || view.relation[verb] !== REL.advcl) return false;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
    if (view.lower[child] === 'before' || view.lower[child] === 'after')
      return MEASURES.test(view.lower[child - 1] ?? '');
  return false;
}

/** "Five strikes", then "its four strikes": another sum, unless an article says that they are of those. */
function isOtherSum(earlier: Draft, later: Draft, match: Matcher): boolean {
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  if (match.view.upos[a] !== NOUN || match.view.upos[b] !== NOUN || match.lemma(a) !== match.lemma(b)) return false;
  const [one, two] = [sumOf(a, match), sumOf(b, match)];
  return one !== '' && two !== '' && one !== two && !isWhich(b, match);
}

/** The number in figures or words that stands before a noun; '' for none. */
function sumOf(noun: number, { view, roles }: Matcher): string {
  const number = roles.childBy(noun, REL.nummod);
  return number < 0 || number > noun || view.upos[number] !== NUM ? '' : (view.lower[number] ?? '');
}

const isWhich = (noun: number, { view, roles }: Matcher): boolean =>
  WHICH.has(view.lower[roles.childBy(noun, REL.det)] ?? '');

/** "Urged its allies to act", then "urged firms to leave": each asks others, known to a list or not. */
function isOtherAsked({ code, coded: { patients } }: Draft, later: Draft, match: Matcher): boolean {
  if (code.type !== 'REQUEST' || later.code.type !== 'REQUEST' || later.recipients.length > 0) return false;
  const { view } = match;
  const asked = later.coded.patients;
  if (view.upos[later.coded.trigger] !== VERB || asked.length === 0 || patients.length === 0) return false;
  // whom a pronoun, a number or an act stands for may be the same
  if (![...asked, ...patients].every((token) => view.upos[token] === NOUN && match.kinds.of(token) !== 0)) return false;
  return !asked.some((token) => patients.some((one) => match.lemma(one) === match.lemma(token)));
}

/** "The premier's supporters marched", told behind a march of students: a crowd by whose it is. */
export function isOtherCrowd(earlier: Draft, later: Draft, { roles }: Matcher): boolean {
  if (earlier.actors.length === 0 || later.actors.length === 0) return false;
  if (later.actors.some((one) => earlier.actors.includes(one))) return false;
  return later.coded.agents.some((token) => roles.childBy(token, REL['nmod:poss']) >= 0);
}

const WORDS: ReadonlySet<string> = new Set([
  'remarks',
  'comments',
  'statements',
  'speeches',
  'interviews',
  'posts',
  'tweets',
  'letters',
  'reports',
]);
const BEFORE: ReadonlySet<string> = new Set(['previous', 'earlier', 'past', 'prior']);

/** "Even calling him a liar in previous remarks": at another time than what was just told. */
function isSaidBefore({ coded: { clause } }: Draft, { view, roles }: Matcher): boolean {
  const words = roles.obliqueOf(clause, 'in');
  return words > clause && WORDS.has(view.lower[words] ?? '') && BEFORE.has(view.lower[words - 1] ?? '');
}
