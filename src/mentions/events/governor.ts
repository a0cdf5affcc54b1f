// A participle in, the verb whose clause it goes with out: "missiles struck the town, killing nine, officials said".
import { NOUN, PRON, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { kindBit, kindMask, kindsOfLemma } from './kinds.ts';
import { FOLLOWED, FOLLOWING } from './role-words.ts';
import type { RoleReader } from './roles.ts';
import { isPaper } from './token-kinds.ts';

/**
 * The verb that a participle's clause goes with: "missiles struck the town, killing nine, officials said" hangs it from
 * the saying behind it, yet it tells what the strike did. The head as parsed otherwise.
 */
export function governorOf(verb: number, view: TokenView, reader: RoleReader): number {
  const { head, relation, upos } = view;
  const up = head[verb] ?? -1;
  const told = toldBefore(verb, up, view, reader);
  if (told >= 0) return told;
  if (view.tag(verb) !== 'VBG' || upos[up] !== VERB) return up;
  if (up < verb) return nearer(verb, up, view, reader);
  const link = relation[verb];
  if (link !== REL.advcl && link !== REL.ccomp) return up;
  const behind = reader.clauses.complement[up] ?? -1;
  if (behind >= 0 && behind < verb) return behind;
  // hung beside what it goes with
  const { first, next } = reader.children;
  for (let child = first[up] as number; child >= 0 && child < verb; child = next[child] as number)
    if (relation[child] === REL.ccomp && upos[child] === VERB) return child;
  const before = head[up] ?? -1;
  const joined = relation[up] === REL.conj || relation[up] === REL.parataxis;
  return joined && before >= 0 && before < verb && upos[before] === VERB ? before : up;
}

const SAYING = /^(?:says?|said|reported|added|told)$/;
const MEANWHILE: ReadonlySet<string> = new Set(['before', 'after', 'while', 'when']);

/** "He opened fire, officials said, before being shot": the clause that is said, which goes on behind the saying; -1 for none. */
function toldBefore(verb: number, up: number, { head, relation, lower }: TokenView, reader: RoleReader): number {
  if (up < 0 || up > verb || relation[verb] !== REL.advcl || !SAYING.test(lower[up] ?? '')) return -1;
  if (lower[up + 1] !== ',' || !MEANWHILE.has(lower[up + 2] ?? '')) return -1;
  const before = relation[up] === REL.parataxis ? (head[up] ?? -1) : (reader.clauses.complement[up] ?? -1);
  return before < up ? before : -1;
}

const VIOLENT: ReadonlySet<string> = new Set([
  'kill', 'attack', 'bomb', 'shell', 'shoot', 'ambush', 'storm', 'seize', 'abduct', 'kidnap', 'raid', 'wound', 'injure', 'hit', 'strike', 'fire', 'massacre', 'murder', 'capture',
]); // biome-ignore format: one table
const SPEAKING: ReadonlySet<string> = new Set([
  'accuse', 'blame', 'criticize', 'slam', 'reject', 'dismiss', 'praise', 'thank', 'urge', 'call', 'demand', 'warn', 'condemn', 'criticise', 'vow', 'denounce', 'cite', 'ask', 'insist', 'appeal', 'say', 'order',
]); // biome-ignore format: one table

/** What no report, deal or vote does. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  ...SPEAKING, 'announce', 'pledge', 'promise', 'threaten', 'apologise', 'apologize', 'refuse', 'deny', 'offer', 'welcome', 'express', 'invite', 'propose', 'urge',
]); // biome-ignore format: one table
/** What nouns for people end in. */
const DOER = /(?:er|or|ist|man|woman|men|women|people|ian|ant|ee|mate)s?$/;
/** Who does what is told as deeds. */
const DOERS = kindBit('person') | kindBit('forces');
const SAYING_SO: ReadonlySet<string> = new Set([
  'say', 'claim', 'add', 'argue', 'note', 'insist', 'tell', 'state', 'declare', 'complain', 'stress', 'acknowledge', 'concede', 'admit', 'explain',
]); // biome-ignore format: one table

/** "Holt said the vote was rigged and called for protests": who says so goes on to speak behind what was said of a thing; -1 for none. */
export function saidBefore(verb: number, up: number, view: TokenView, reader: RoleReader): number {
  const { relation, head, upos, tag } = view;
  const lemma = (one: number) => reader.parsed.words.lemma(one);
  if (relation[up] !== REL.ccomp || !OWN_WORDS.has(lemma(verb)) || !/^VB[DZN]$/.test(tag(verb))) return -1;
  const outer = head[up] ?? -1;
  if (outer < 0 || outer > up || upos[outer] !== VERB || !SAYING_SO.has(lemma(outer))) return -1;
  const { subject, passive } = reader.clauses;
  const matter = Math.max(subject[up] ?? -1, passive[up] ?? -1);
  if (matter < 0 || upos[matter] !== NOUN) return -1;
  const word = view.lower[matter] ?? '';
  const nobody = isThing(matter, view) || isPaper(word) || (kindsOfLemma(lemma(matter)) === 0 && !DOER.test(word));
  return nobody ? (subject[outer] ?? -1) : -1;
}

/** "Said the gunmen opened fire, wounded two and fled": what is listed goes on with what was said, though parsers hang it from "said"; the subject there, -1 for none. */
export function listedAsSaid(verb: number, up: number, view: TokenView, reader: RoleReader): number {
  const { relation, lower, tag, upos } = view;
  const lemma = (one: number) => reader.parsed.words.lemma(one);
  if (lower[verb - 1] !== ',' || upos[up] !== VERB || !SAYING_SO.has(lemma(up)) || OWN_WORDS.has(lemma(verb))) return -1;
  const clause = reader.clauses.complement[up] ?? -1;
  if (clause < up || clause > verb || relation[clause] !== REL.ccomp || !/^VB[DN]$/.test(tag(verb))) return -1;
  // "said the man had a gun, arrested him": he did not
  const object = reader.clauses.object[verb] ?? -1;
  if (object > verb && upos[object] === PRON) return -1;
  // "said the talks had failed, hugged the guards and left": only people do so
  const who = reader.clauses.subject[clause] ?? -1;
  return who > up && who < clause && upos[who] === NOUN && (kindsOfLemma(lemma(who)) & DOERS) !== 0 ? who : -1;
} // biome-ignore format: long conditions

/** "Nine were killed when a bomb went off, wounding four": the clause of what did it, right before the participle. */
function nearer(verb: number, up: number, view: TokenView, reader: RoleReader): number {
  const { relation, lower, upos, head } = view;
  if (relation[verb] !== REL.advcl || lower[verb - 1] !== ',') return up;
  // "Velmar left the talks after rebels killed six, accusing them": who left them says so
  const outer = head[up] ?? -1;
  // "said the deal harms Velmar, accusing its authors of haste": no deal accuses
  const speaks = SPEAKING.has(reader.parsed.words.lemma(verb));
  const violent = VIOLENT.has(reader.parsed.words.lemma(up));
  const said = relation[up] === REL.ccomp && outer >= 0 && outer < up && upos[outer] === VERB;
  // "said nine members were arrested, accusing Velmar": no more do those who were
  if (speaks && said && (violent || reader.isPassive(up) || isThing(reader.clauses.subject[up] ?? -1, view)))
    return outer;
  if (
    violent &&
    outer >= 0 &&
    outer < up &&
    relation[up] === REL.advcl &&
    upos[outer] === VERB &&
    reader.caseOf(up) !== ''
  )
    return speaks ? outer : up;
  const { first, next } = reader.children;
  let found = up;
  // "the blast came a day after a car exploded, killing nine": hung as what describes the car
  if (FOLLOWING.has(reader.parsed.words.lemma(up))) {
    for (let child = first[up] as number; child >= 0 && child < verb; child = next[child] as number) {
      const told = child > up && FOLLOWED.has(reader.caseOf(child)) ? reader.childBy(child, REL.acl) : -1;
      if (told > child && told < verb && upos[told] === VERB) found = told;
    }
  } else if (!reader.isPassive(up))
    return HARMING.has(reader.parsed.words.lemma(verb)) ? blowBefore(verb, up, view, reader) : up;
  for (let child = first[up] as number; child >= 0 && child < verb; child = next[child] as number)
    if (
      child > up &&
      relation[child] === REL.advcl &&
      upos[child] === VERB &&
      (reader.clauses.subject[child] ?? -1) >= 0
    )
      found = child;
  return found;
}

const HARMING: ReadonlySet<string> = new Set(['kill', 'wound', 'injure', 'maim', 'destroy', 'damage']);
const WHENEVER: ReadonlySet<string> = new Set(['after', 'when', 'as', 'before', 'because']);

/** "The agency pulled out after a bomb hit its clinic, killing nine": the blow, told in a clause of its own right before, against whoever pulled out. */
function blowBefore(verb: number, up: number, view: TokenView, reader: RoleReader): number {
  const { relation } = view;
  const { children, clauses, parsed } = reader;
  let found = up;
  for (let child = children.first[up] as number; child >= 0 && child < verb; child = children.next[child] as number)
    if (child > up && relation[child] === REL.advcl && (clauses.subject[child] ?? -1) > up && VIOLENT.has(parsed.words.lemma(child)) && reader.markOf(child, WHENEVER) >= 0) found = child;
  return found;
} // biome-ignore format: long conditions

const SOMEBODY = kindMask('party') | kindMask('person') | kindMask('forces') | kindMask('body');

/** A common noun for nothing that speaks. */
function isThing(noun: number, { upos, parsed }: TokenView): boolean {
  if (noun < 0 || upos[noun] !== NOUN) return false;
  const kinds = kindsOfLemma(parsed.words.lemma(noun).toLowerCase());
  return kinds !== 0 && (kinds & SOMEBODY) === 0;
}
