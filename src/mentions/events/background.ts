// An event in the making in, whether its words tell how things stand or use to be rather than that something happened.
import { ADV, NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { isIssued } from './role-words.ts';

const HABIT: ReadonlySet<string> = new Set([
  'usually', 'often', 'typically', 'normally', 'generally', 'routinely', 'frequently', 'regularly', 'sometimes', 'always', 'traditionally', 'commonly', 'rarely', 'seldom',
]); // biome-ignore format: one table
const IS: ReadonlySet<string> = new Set(['is', 'are', "'s", '’s', "'re", '’re', 'remains', 'remain']);
const FORCED: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'ACCUSE']);
const STANCE: ReadonlySet<string> = new Set([
  'support',
  'back',
  'oppose',
  'favour',
  'favor',
  'recognise',
  'recognize',
  'endorse',
  'reject',
  'ally',
  'align',
]);
/** What a person is held to be; it says who they are, not that they were accused. */
const HELD: ReadonlySet<string> = new Set(['suspect', 'accuse', 'believe', 'wanted', 'allege']);

/** "The group is banned in Norland", "police often raid the market", "people accused of spying": no news of a deed. */
export function isStanding(draft: Draft, match: Matcher): boolean {
  const { coded, code, actors } = draft;
  const { view } = match;
  const { trigger, clause } = coded;
  // "abusing minors can carry a sentence": a kind of deed
  if (actors.length === 0 && view.relation[clause] === REL.csubj && view.tag(clause) === 'VBG') return true;
  const verb = view.upos[clause] === VERB ? clause : verbAbove(clause, match);
  if (verb < 0) return false;
  const tag = view.tag(verb);
  const present = tag === 'VBZ' || tag === 'VBP';
  if ((present || tag === 'VB') && isHabitual(verb, match)) return true;
  if (present && isYearly(verb, match)) return true;
  // "an official can be removed from office by Congress": what may be done, and was not
  if (tag === 'VBN' && match.roles.isLedBy(verb, REL.aux, CAN)) return true;
  // "lawmakers supporting the bill", "recognised only by Norland": a stance, not a step
  if (STANCE.has(match.verbLemma(trigger)) && view.upos[trigger] === VERB) {
    // "issued a statement backing Holt": whoever issues it takes a step
    if (view.relation[trigger] === REL.acl && tag === 'VBG') return !isIssuedBy(coded, view);
    if (tag === 'VBN' && isNow(trigger, match) && !isPatron(draft, match)) return true;
  }
  // "troops, who are deployed beside the army"
  if (code.type === 'MOBILIZE' && tag === 'VBN' && isNow(trigger, match)) return true;
  // "300 soldiers are still held"
  if (coded.entry.words === 'hold' && code.mode === 'arrest' && isNow(trigger, match)) return true;
  // "the group (banned in Norland)"
  if (
    tag === 'VBN' &&
    view.upos[trigger] === VERB &&
    actors.length === 0 &&
    view.text[(view.start[trigger] ?? 0) - 1] === '('
  )
    return true;
  if (isOfKind(trigger, match) || isOfAnybody(trigger, match)) return true;
  if (
    FORCED.has(code.type) &&
    (tag === 'VBZ' || tag === 'VBP') &&
    coded.agents.some((one) => LAWS.has(match.lemma(one)))
  )
    return true;
  // "people who had been accused of crimes": whoever that is
  if (
    view.relation[trigger] === REL['acl:relcl'] &&
    code.mode === 'allege' &&
    actors.length === 0 &&
    ANYBODY.has(view.lower[view.head[trigger] ?? -1] ?? '')
  )
    return true;
  if (view.upos[trigger] !== VERB || actors.length > 0 || !FORCED.has(code.type)) return false;
  // "four people suspected of being militants"
  if (view.relation[trigger] === REL.acl && code.mode === 'allege' && HELD.has(match.lemma(trigger))) return true;
  // "he is widely suspected of it"
  if (tag === 'VBN' && match.lemma(trigger) === 'suspect' && isNow(trigger, match)) return true;
  if (tag !== 'VBN' || code.mode === 'allege' || code.mode === 'investigate') return false;
  return isNow(trigger, match) || isOfRule(trigger, match);
}

/** Whether a gerund says what a paper does, by those who put it out. */
function isIssuedBy({ trigger, agents }: Coded, { head, lower }: Matcher['view']): boolean {
  const paper = head[trigger] ?? -1;
  return isIssued(lower[paper] ?? '') && agents.length > 0 && !agents.includes(paper);
}

const PATRONS: ReadonlySet<string> = new Set(['back', 'support']);

/** "The rebels are backed by Kestria": a tie between two who are told, and which a state keeps up. */
const isPatron = ({ coded, actors, recipients }: Draft, match: Matcher): boolean =>
  PATRONS.has(match.verbLemma(coded.trigger)) &&
  actors.length > 0 &&
  recipients.length > 0 &&
  coded.agents.every((one) => match.kinds.isState(one) || match.lemma(one) === 'government') &&
  coded.patients.every((one) => match.kinds.isPower(one));

/** "Is banned", "are held": a passive that tells how things stand now. */
function isNow(verb: number, { view, roles }: Matcher): boolean {
  let now = false;
  for (let child = roles.children.first[verb] as number; child >= 0 && child < verb; child = roles.children.next[child] as number) {
    const link = view.relation[child];
    if (link !== REL['aux:pass'] && link !== REL.aux && link !== REL.cop) continue;
    if (view.lower[child] === 'being' || view.lower[child] === 'been') return false;
    now = IS.has(view.lower[child] ?? '') && link !== REL.aux;
  }
  return now;
} // biome-ignore format: one long loop

const CAN: ReadonlySet<string> = new Set(['can']);
const ANYBODY: ReadonlySet<string> = new Set([
  'people',
  'those',
  'anyone',
  'anybody',
  'persons',
  'individuals',
  'person',
  'someone',
  'citizens',
]);
/** What is said of a kind of deed. */
const OF_KIND: ReadonlySet<string> = new Set([
  'commonplace', 'common', 'usual', 'unusual', 'customary', 'normal', 'rare', 'typical', 'legal', 'illegal', 'unlawful', 'lawful', 'permissible', 'wrong', 'easy', 'hard', 'difficult',
]); // biome-ignore format: one table

/** "It is common for new governments to suspend parliament": of a kind of deed, and of none. */
function isOfKind(verb: number, { view, roles }: Matcher): boolean {
  if (view.upos[verb] !== VERB || view.lower[verb - 1] !== 'to') return false;
  const up = view.head[verb] ?? -1;
  if (up < 0 || up > verb || !OF_KIND.has(view.lower[up] ?? '')) return false;
  const { first, next } = roles.children;
  for (let child = first[up] as number; child >= 0 && child < up; child = next[child] as number)
    if (view.lower[child] === 'it') return true;
  return false;
}

/** What forbids and allows as long as it stands. */
const LAWS: ReadonlySet<string> = new Set([
  'law', 'act', 'statute', 'constitution', 'code', 'rule', 'regulation', 'clause', 'article', 'amendment', 'provision', 'legislation', 'ordinance', 'bylaw', 'treaty', 'convention', 'charter',
]); // biome-ignore format: one table
const WHOEVER: ReadonlySet<string> = new Set(['anyone', 'anybody', 'whoever', 'everyone', 'those']);

/** "Anyone who attacks police faces prison", "people who attack soldiers are punished": whoever that may be. */
function isOfAnybody(verb: number, { view, roles }: Matcher): boolean {
  const tag = view.tag(verb);
  const whom = view.head[verb] ?? -1;
  const link = view.relation[verb];
  // "a sentence for someone convicted of assault"
  if (link === REL.acl && tag === 'VBN' && /^(?:some|any)(?:one|body)$/.test(view.lower[whom] ?? '')) return true;
  // "people held in contempt are sent to the court"
  const held = link === REL.acl && tag === 'VBN' && isOfNow(view.head[whom] ?? -1, { view, roles } as Matcher);
  if (!held && (view.upos[verb] !== VERB || link !== REL['acl:relcl'] || (tag !== 'VBZ' && tag !== 'VBP')))
    return false;
  const word = view.lower[whom] ?? '';
  if (whom > verb || roles.childBy(whom, REL.nummod) >= 0) return false;
  return WHOEVER.has(word) || (ANYBODY.has(word) && roles.childBy(whom, REL.det) < 0);
}

const TIMES =
  /^(?:day|night|morning|evening|week|weekend|month|year|spring|summer|autumn|winter|season|time|january|february|march|april|may|june|july|august|september|october|november|december|\p{L}+day)$/u;

/** Whether a verb tells how things are: "are sent", "face". */
function isOfNow(verb: number, match: Matcher): boolean {
  if (verb < 0) return false;
  const tag = match.view.tag(verb);
  return tag === 'VBZ' || tag === 'VBP' || (tag === 'VBN' && isNow(verb, match));
}

/** "Each July they march", "are shelled every night". */
function isYearly(verb: number, { view, roles }: Matcher): boolean {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    const link = view.relation[child];
    if (link !== REL.obl && link !== REL['obl:tmod']) continue;
    const word = view.lower[roles.childBy(child, REL.det)] ?? '';
    if ((word === 'each' || word === 'every') && TIMES.test(view.lower[child] ?? '')) return true;
  }
  return false;
}

/** "Are removed from office after being convicted": a participle under a clause that tells how things are done. */
function isOfRule(verb: number, match: Matcher): boolean {
  const { view, roles } = match;
  let at = verb;
  for (let steps = 0; steps < 3 && (view.relation[at] === REL.advcl || view.relation[at] === REL.conj); steps++) {
    if ((roles.clauses.subject[at] ?? -1) >= 0 || (roles.clauses.passive[at] ?? -1) >= 0) return false;
    at = view.head[at] ?? -1;
    if (at < 0 || view.upos[at] !== VERB) return false;
  }
  return at !== verb && view.tag(at) === 'VBN' && isNow(at, match);
}

function verbAbove(noun: number, { view }: Matcher): number {
  let at = noun;
  for (let steps = 0; steps < 3; steps++) {
    at = view.head[at] ?? -1;
    if (at < 0) return -1;
    if (view.upos[at] === VERB) return at;
    if (view.upos[at] !== NOUN) return -1;
  }
  return -1;
}

function isHabitual(verb: number, { view, roles }: Matcher): boolean {
  for (let child = roles.children.first[verb] as number; child >= 0; child = roles.children.next[child] as number)
    if (view.upos[child] === ADV && view.relation[child] === REL.advmod && HABIT.has(view.lower[child] ?? ''))
      return true;
  // "routinely beat, kill and torture": the adverb stands once
  const first = view.relation[verb] === REL.conj ? (view.head[verb] ?? -1) : -1;
  return first >= 0 && first < verb && view.upos[first] === VERB && isHabitual(first, { view, roles } as Matcher);
}
