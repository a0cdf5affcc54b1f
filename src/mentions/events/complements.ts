// An operator verb in, the tokens that may be its complement out, where the tree has them elsewhere than as object or clause.
import { AUX, NOUN, NUM, PRON, PROPN, REL, SCONJ, SYM, type TokenView, VERB } from '../actors/token-view.ts';
import type { Operation } from './composed.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import type { RoleReader } from './roles.ts';

/** Words for how many or how often, of which the event is what "of" leads. */
const AMOUNTS: ReadonlySet<string> = new Set(
  'round rounds series wave waves string spate number dozens scores hundreds thousands lot lots campaign barrage volley flurry bout bouts batch kind form act acts some most many several all part parts half rest remainder measure measures day days week weeks month months hour hours'.split(
    ' ',
  ),
);
/** "Vetoed the start of talks": what of a deed is begun or gone on with. */
const PHASES: ReadonlySet<string> = new Set([
  'start',
  'opening',
  'resumption',
  'continuation',
  'beginning',
  'launch',
  'renewal',
]);
const DECIDED: ReadonlySet<string> = new Set(['decision', 'order', 'decree', 'ruling', 'orders', 'warrant']);
/** Operations on deeds, whose object is looked for among the words behind too. */
const DOING: ReadonlySet<Operation> = new Set(['go', 'stop', 'cancel', 'violate', 'order']);

/** Adds to `candidates` the noun behind the verb's words and what amounts are of: "lifted its centuries-old ban Friday", "a round of talks". */
export function complements(
  { roles, view }: Matcher,
  verb: number,
  tokens: readonly number[],
  operation: Operation,
  candidates: number[],
): void {
  counted(roles, view, candidates);
  // "revoked the decision on his detention": what was decided
  if (operation === 'stop')
    for (const one of candidates.slice())
      for (const preposition of DECIDED.has(view.lower[one] ?? '') ? ['on', 'of', 'for'] : []) {
        const what = roles.obliqueOf(one, preposition);
        if (what >= 0 && !candidates.includes(what)) candidates.push(what);
      }
  const behind = roles.nounBehind(tokens.length > 0 ? Math.max(verb, ...tokens) : verb);
  if (behind >= 0 && DOING.has(operation) && !candidates.includes(behind)) {
    candidates.push(behind);
    counted(roles, view, candidates);
  }
}

/** What a word for how many is of: "dozens of strikes"; -1 for none. */
export const amountOf = (word: number, view: TokenView, roles: RoleReader): number =>
  AMOUNTS.has(view.lower[word] ?? '') ? roles.obliqueOf(word, 'of') : -1;

/** Adds what amounts are of: "a number of arrests were made". */
export function counted(roles: RoleReader, view: TokenView, candidates: number[]): void {
  for (const one of candidates.slice())
    if (AMOUNTS.has(view.lower[one] ?? '') || PHASES.has(view.lower[one] ?? '')) {
      const what = roles.obliqueOf(one, 'of');
      if (what >= 0 && !candidates.includes(what)) candidates.push(what);
    } else if (view.upos[one] === SYM || view.upos[one] === NUM || MONEY.has(view.lower[one] ?? '')) {
      // "$2 billion in aid", "two billion dollars in aid", however it was hung
      const own = roles.obliqueOf(one, 'in');
      const what = own < 0 && (view.head[one] ?? -1) >= 0 ? behindSum(one, roles, view) : own;
      if (what >= 0 && !candidates.includes(what)) candidates.push(what);
    }
}

const MONEY: ReadonlySet<string> = new Set([
  'dollars',
  'euros',
  'pounds',
  'yen',
  'francs',
  'rupees',
  'rubles',
  'roubles',
  'crowns',
  'kronor',
  'kroner',
]);

/** What "in" right behind a sum leads where the parser hung it from the verb; -1 for nothing. */
function behindSum(sum: number, roles: RoleReader, { head, lower, upos }: TokenView): number {
  const led = roles.obliqueOf(head[sum] as number, 'in');
  let at = sum + 1;
  // "$2 million in aid": a sum is its sign, which stands before it
  while (upos[at] === NUM) at++;
  return led > sum && led < at + 4 && lower[at] === 'in' ? led : -1;
}

/** Adds infinitives that the parser hung from the object or as an adjunct: "urged Holt to halt"; participles too where the verb orders. */
export function infinitives(
  { roles, view, kinds }: Matcher,
  verb: number,
  candidates: number[],
  ordered: boolean,
): void {
  const { children, clauses } = roles;
  const { relation, upos, lower } = view;
  let meant = false;
  for (const from of [verb, clauses.object[verb] ?? -1]) {
    if (from < 0) continue;
    for (let child = children.first[from] as number; child >= 0; child = children.next[child] as number) {
      const at = relation[child];
      if (child < verb || upos[child] !== VERB || candidates.includes(child)) continue;
      if (at !== REL.advcl && at !== REL.acl && at !== REL.xcomp) continue;
      if (lower[child - 1] === 'to' || lower[child - 2] === 'to') {
        candidates.push(child);
        meant = true;
      }
      // "ordered the ministers jailed", against "ordered the men arrested on Monday to be freed"
      else if (ordered && !meant && view.tag(child) === 'VBN' && at !== REL.advcl)
        candidates.push(meantBehind(child, roles, view));
    }
  }
  if (ordered && !meant) {
    const object = roles.clauses.object[verb] ?? -1;
    const people = (kinds.of(object) & PEOPLE) !== 0 || upos[object] === PROPN;
    const custody = people ? orderedDone(object, view, verb) : -1;
    if (custody >= 0 && !candidates.includes(custody)) candidates.push(custody);
  }
}

const PEOPLE = kindBit('person') | kindBit('forces') | kindBit('diplomat');
/** What judges order done to people. */
const CUSTODY: ReadonlySet<string> = new Set([
  'jailed', 'detained', 'arrested', 'held', 'imprisoned', 'remanded', 'released', 'freed', 'deported', 'expelled', 'extradited', 'evicted', 'executed', 'hanged',
]); // biome-ignore format: one table

/** "Ordered nine members of the cabinet jailed": the participle that parsers hang from the last noun before it or from the verb; -1 for none. */
function orderedDone(object: number, { upos, lower, relation, sentence, head, length, tag }: TokenView, verb: number): number {
  if (object < verb || (upos[object] !== NOUN && upos[object] !== PROPN)) return -1;
  for (let at = object + 1; at < length && at < object + 12 && sentence[at] === sentence[verb]; at++) {
    if (lower[at] === ',' || lower[at] === 'to' || upos[at] === PRON || upos[at] === SCONJ) return -1;
    if (upos[at] !== VERB) continue;
    const hung = relation[at] === REL.acl || relation[at] === REL.advcl || relation[at] === REL.xcomp;
    const own = hung && head[at] !== object && CUSTODY.has(lower[at] ?? '') && /^VB[DN]$/.test(tag(at));
    if (!own || lower[at + 1] === 'by') return -1;
    // "ordered members of the gang arrested last week to leave": which members
    for (let on = at + 1; on < length && on < at + 12 && sentence[on] === sentence[verb]; on++)
      if (lower[on] === 'to' && (upos[on + 1] === VERB || upos[on + 1] === AUX)) return -1;
    return at;
  }
  return -1;
} // biome-ignore format: long conditions

/** "Ordered the men arrested on Monday to be freed": the infinitive hung from the participle that tells which men; else the participle. */
function meantBehind(participle: number, roles: RoleReader, { lower, relation, upos }: TokenView): number {
  const { first, next } = roles.children;
  for (let child = first[participle] as number; child >= 0; child = next[child] as number)
    if (upos[child] === VERB && relation[child] === REL.advcl && lower[child - 1] === 'be' && lower[child - 2] === 'to')
      return child;
  return participle;
}

const ASKING = /^(?:demand|request|call|condition)s?$/;
const TOLD = /^(?:order|instruction|command)s?$/;

/** "The demands have grown to complete dismissal of the bill": what is asked for does nothing; "had orders to shoot" gives none. */
export function isNoDoing({ view, roles }: Matcher, verb: number, agent: number): boolean {
  if (ASKING.test(view.lower[agent] ?? '')) return true;
  return roles.parsed.words.lemma(verb) === 'have' && TOLD.test(view.lower[roles.clauses.object[verb] ?? -1] ?? '');
}
