// A pronoun and the actor that would be taken for it in, whether words that name no actor are as likely meant out: then it stays open.
import type { RawMention } from '../actors/cast.ts';
import { NOUN, NUM, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';

export type Count = 'one' | 'several' | 'he';

const FAR = 90;
/** Nouns that stand as subjects and are meant by no pronoun: "it was time". */
const EMPTY =
  /^(?:time|year|day|week|month|hour|number|part|lot|majority|half|one|it|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?$/;

/** Marks every token inside the words of an actor. */
export function coveredBy(length: number, mentions: readonly RawMention[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { from, to, head } of mentions) {
    covered.fill(1, from, to);
    covered[head] = 1;
  }
  return covered;
}

/**
 * Whether a noun that is no actor lies nearer: in the pronoun's own sentence as a subject or object, in those between as
 * a subject. An actor that is a subject of the same sentence gives way to no object.
 */
export function isOutdone(
  view: TokenView,
  clauses: Clauses,
  covered: Uint8Array,
  i: number,
  number: Count,
  mention: RawMention,
): boolean {
  const { relation, upos, sentence, lower } = view;
  if (number === 'one' && isAddressed(view, i)) return false;
  const same = sentence[mention.head] === sentence[i];
  const taken = coordinated(view, clauses, i);
  // "obtained the messages and released them"
  if (taken >= 0 && taken > mention.head && (taken < mention.from || taken >= mention.to))
    return covered[taken] === 0 && upos[taken] !== PRON && agrees(view, taken, number);
  const about = mainSubject(view, clauses, i);
  // "the team was clearing a temple of Velmar's when it was attacked": what the sentence is about, and not whose something is
  if (about >= 0 && (about < mention.from || about >= mention.to) && covered[about] === 0 && isAside(view, mention))
    return agrees(view, about, number);
  const isActing = relation[i] === REL.nsubj || relation[i] === REL['nsubj:pass'];
  // "a senator of the party called the deal a mistake and said she would challenge it"
  const aside = same && relation[i] === REL.obj && isAside(view, mention);
  for (let at = i - 1; at > mention.head && at > i - FAR; at--) {
    // "four of them" counts those who are meant
    if (covered[at] === 1 || at === view.head[i] || (upos[at] !== NOUN && upos[at] !== PROPN && upos[at] !== NUM))
      continue;
    const link = relation[at];
    const subject = link === REL.nsubj || link === REL['nsubj:pass'];
    const beside = link === REL.obj && !isActing && (!same || aside);
    if (!subject && !beside) continue;
    // of a sentence before, only what it is about, or what was done there to the same
    if (!beside && sentence[at] !== sentence[i] && (!isMain(view, at) || view.quoteAt[at] !== view.quoteAt[i]))
      continue;
    if (EMPTY.test(lower[at] ?? '')) continue;
    // "Kern said the driver fired before police killed him": no name, and yet somebody
    const unnamed = number === 'he' && subject && sentence[at] === sentence[i] && isSomebody(view, at, i);
    if (unnamed || agrees(view, at, number)) return true;
  }
  return false;
}

/** What is only said to, or of, those who act. */
const ADDRESSING = /^(?:accus|urg|warn|ask|tell|told|press|pressur|implor|persuad|advis)(?:e[sd]?|s|ed|ing)?$/;

/** "Closed the border. Norland accused it of", "urged it to", "blamed it for": nothing but an actor. */
function isAddressed({ relation, head, lower }: TokenView, i: number): boolean {
  if (relation[i] !== REL.obj && relation[i] !== REL.iobj) return false;
  const verb = lower[head[i] ?? -1] ?? '';
  return ADDRESSING.test(verb) || (/^blam(?:e[sd]?|ing)$/.test(verb) && lower[i + 1] === 'for');
}

/** Those of whom reports tell without a name, and who hold no office that a name may be known for. */
const UNNAMED: ReadonlySet<string> = new Set(
  'driver gunman attacker suspect assailant bomber shooter youth teenager victim passenger pedestrian motorist student intruder robber thief burglar stabber sniper hijacker assassin bystander'.split(
    ' ',
  ),
);
const HIM = /^(?:he|him|his|himself)$/;

/** Whether a noun is such a one, who may be the "he" or "she" that a pronoun says. */
function isSomebody({ lower, upos }: TokenView, noun: number, pronoun: number): boolean {
  const word = lower[noun] ?? '';
  if (upos[noun] !== NOUN) return false;
  return UNNAMED.has(word) || (HIM.test(lower[pronoun] ?? '') ? /^(?:man|boy)$/ : /^(?:woman|girl)$/).test(word);
}

/** The subject of the verb whose clause with "when" or "after" a pronoun is the subject of; -1 for none. */
function mainSubject({ relation, head, upos }: TokenView, clauses: Clauses, i: number): number {
  if (relation[i] !== REL.nsubj && relation[i] !== REL['nsubj:pass']) return -1;
  const verb = head[i] ?? -1;
  if (verb < 0 || relation[verb] !== REL.advcl) return -1;
  const up = head[verb] ?? -1;
  if (up < 0 || up > verb || upos[up] !== VERB) return -1;
  const subject = Math.max(clauses.subject[up] ?? -1, clauses.passive[up] ?? -1);
  return subject >= 0 && subject < i ? subject : -1;
}

/** Whether an actor is named only as an owner or behind a preposition. */
function isAside({ relation }: TokenView, { from, to }: RawMention): boolean {
  for (let at = from; at < to; at++)
    if (
      relation[at] === REL.nsubj ||
      relation[at] === REL['nsubj:pass'] ||
      relation[at] === REL.obj ||
      relation[at] === REL.root ||
      relation[at] === REL.conj
    )
      return false;
  return true;
}

/** The object of the verb that the pronoun's own verb is coordinated with: "took the letter and burned it"; -1 for none. */
export function coordinated({ head, relation, upos }: TokenView, clauses: Clauses, i: number): number {
  if (relation[i] !== REL.obj && relation[i] !== REL.iobj) return -1;
  const verb = head[i] ?? -1;
  if (verb < 0 || relation[verb] !== REL.conj) return -1;
  const first = head[verb] ?? -1;
  if (first < 0 || upos[first] !== VERB || (clauses.subject[verb] ?? -1) >= 0) return -1;
  const object = clauses.object[first] ?? -1;
  return object > first && object < verb ? object : -1;
}

/** Whether a subject is that of its sentence's own verb, or of one coordinated with it. */
export function isMain({ head, relation }: TokenView, subject: number): boolean {
  const verb = head[subject] ?? -1;
  return verb >= 0 && (relation[verb] === REL.root || relation[verb] === REL.conj || relation[verb] === REL.parataxis);
}

function agrees(view: TokenView, token: number, number: Count): boolean {
  // "saw the twelve and questioned them"
  if (view.upos[token] === NUM) return number === 'several';
  const plural = view.tag(token).endsWith('S');
  if (number === 'one') return !plural;
  if (number === 'several') return plural;
  // "Tarn Vell was convicted. She": a name of several words that is no place
  return (
    !plural && view.upos[token] === PROPN && view.upos[token + 1] === PROPN && view.relation[token + 1] === REL.flat
  );
}

/** The subject of the saying that a pronoun's clause is: "the sheriff said they arrested"; -1 for none. */
export function sayerAbove(view: TokenView, clauses: Clauses, i: number): number {
  if (view.relation[i] !== REL.nsubj && view.relation[i] !== REL['nsubj:pass']) return -1;
  const verb = view.head[i] ?? -1;
  if (verb < 0) return -1;
  // "Velmar said in its letter that they would"
  const told = view.relation[verb] === REL.acl ? (view.head[verb] ?? -1) : -1;
  const within = told >= 0 && PAPER.test(view.lower[told] ?? '') && view.relation[told] === REL.obl;
  if (!within && view.relation[verb] !== REL.ccomp) return -1;
  const above = view.head[within ? told : verb] ?? -1;
  const speaker = above < 0 ? -1 : (clauses.subject[above] ?? -1);
  // "according to the union, which said it had": whom the clause describes
  if (speaker >= 0 && view.relation[above] === REL['acl:relcl'] && RELATIVE.test(view.lower[speaker] ?? ''))
    return view.head[above] ?? -1;
  return speaker < i ? speaker : -1;
}
const PAPER = /^(?:statement|letter|communiqu[eé]|declaration)$/;
const RELATIVE = /^(?:which|who|that)$/;

/** What leads a clause about when or why another did something. */
const LEADING: ReadonlySet<string> = new Set(['because', 'after', 'when', 'while', 'before', 'since', 'as', 'until']);

/** Of "said the minister resigned because he was ill": whose clause the pronoun's own hangs from, where somebody says it; -1 for none. */
export function toldSubject({ relation, head, upos, lower }: TokenView, clauses: Clauses, i: number): number {
  if (relation[i] !== REL.nsubj && relation[i] !== REL['nsubj:pass']) return -1;
  const verb = head[i] ?? -1;
  if (verb < 0 || relation[verb] !== REL.advcl) return -1;
  const up = head[verb] ?? -1;
  if (up < 0 || up > verb || upos[up] !== VERB || relation[up] !== REL.ccomp || (head[up] ?? -1) > up) return -1;
  // "said Kern would have lost if he were president": nobody knows whom it is to be
  let led = i - 1;
  while (led > up && !LEADING.has(lower[led] ?? '')) led--;
  if (led === up || i - led > 4) return -1;
  const subject = Math.max(clauses.subject[up] ?? -1, clauses.passive[up] ?? -1);
  return subject < i ? subject : -1;
}
