// A relative pronoun in, the noun that it stands for out.
import { actorLexicon, titleAt } from '../actors/lexicon.ts';
import { ADJ, NOUN, NUM, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import { kindBit, kindsOfLemma } from './kinds.ts';
import { RELATIVES } from './role-words.ts';
import type { RoleReader } from './roles.ts';
import { happening } from './true-subject.ts';

/** What a relative pronoun stands for; the token itself when it is none. */
export function antecedent(token: number, verb: number, view: TokenView, roles: RoleReader): number {
  if (token < 0 || !RELATIVES.has(view.lower[token] ?? '')) return token;
  const { head, relation } = view;
  // climb from the verb to the noun that its clause hangs from
  for (let at = verb, steps = 0; at >= 0 && steps < 4; at = head[at] ?? -1, steps++)
    if (relation[at] === REL['acl:relcl'] || relation[at] === REL.acl) {
      const noun = head[at] ?? -1;
      const among = noun >= 0 && noun < token ? oneOf(noun, view, roles) : -1;
      if (among >= 0) return among;
      // "the host of the summit that will be held": no person is a "that" where a thing stands before it
      const thing = token - 1;
      if (noun >= 0 && noun < thing && isThingOf(noun, thing, view, roles)) return thing;
      const namesake = noun >= 0 && noun < token && view.lower[token] === 'who' ? apposedName(noun, view, roles) : -1;
      if (namesake >= 0) return namesake;
      const body = noun >= 0 && noun < token && view.lower[token] === 'which' ? ledBy(noun, view) : -1;
      if (body >= 0) return body;
      if (noun >= 0 && noun < token)
        return happening(noun, token, verb, view, (one) => roles.caseOf(one), roles.parsed.words.lemma(verb));
    }
  // "nine men, who tried to flee, were held": the parser took the relative clause for the main one
  const comma = view.lower[token - 1] === ',';
  const before = comma ? token - 2 : token - 1;
  // "police, which arrested", against "an attack on a convoy, which took place"
  const which = comma && view.lower[token] === 'which' && roles.caseOf(before) === '';
  if (view.lower[token] !== 'who' && !which) return token;
  const upos = view.upos[before];
  return before >= 0 && view.sentence[before] === view.sentence[token] && (upos === NOUN || upos === PROPN)
    ? before
    : token;
}

const LED: ReadonlySet<string> = new Set(['led', 'headed', 'commanded', 'chaired', 'founded', 'run']);

/** "The bloc led by Ivan Holt, which": no person is a "which", but the bloc is; -1 where no person's name stands there. */
function ledBy(noun: number, view: TokenView): number {
  const { relation, head, upos, lower } = view;
  if (upos[noun] !== PROPN || relation[noun] !== REL['obl:agent']) return -1;
  const led = head[noun] ?? -1;
  const body = head[led] ?? -1;
  if (relation[led] !== REL.acl || !LED.has(lower[led] ?? '') || body < 0 || body > led) return -1;
  let first = noun;
  while (first > led + 1 && upos[first - 1] === PROPN) first--;
  const given = view.text.slice(view.start[first], view.end[first]);
  return titleAt(view, first) !== null || actorLexicon().firstNames.has(given) ? body : -1;
}

/** "Omar Vell, the British-Libyan who": Vell, of whom only a people is told; -1 where no name stands before. */
function apposedName(noun: number, { relation, head, upos, lower }: TokenView, roles: RoleReader): number {
  // "the Kenyans who" may be several
  if (relation[noun] !== REL.appos || (upos[noun] !== ADJ && upos[noun] !== PROPN) || lower[noun]?.endsWith('s'))
    return -1;
  const name = head[noun] ?? -1;
  if (name < 0 || name > noun || upos[name] !== PROPN) return -1;
  const led = lower[roles.childBy(noun, REL.det)] ?? '';
  return led === 'the' || led === 'a' || led === 'an' ? name : -1;
}

/** "Velmar is among the states that signed", "is one of the states that signed": Velmar; -1 for nobody. */
function oneOf(noun: number, { lower, head, upos }: TokenView, roles: RoleReader): number {
  let the = noun - 1;
  while (upos[the] === NUM || upos[the] === ADJ) the--;
  if (lower[the] !== 'the') return -1;
  const one = lower[the - 1] === 'of' && lower[the - 2] === 'one' && head[noun] === the - 2 ? the - 2 : noun;
  if (one === noun && lower[the - 1] !== 'among') return -1;
  const subject = roles.clauses.subject[one] ?? -1;
  if (subject < 0 || subject > one || roles.childBy(one, REL.cop) < 0) return -1;
  return upos[subject] === NOUN || upos[subject] === PROPN ? subject : -1;
}

const PERSON = kindBit('person');

/** Whether a noun that "of" leads behind a person is none, right before "that" or "which". */
function isThingOf(noun: number, thing: number, { lower, upos }: TokenView, roles: RoleReader): boolean {
  if (!/^(?:that|which)$/.test(lower[thing + 1] ?? '') || upos[thing] !== NOUN || upos[noun] !== NOUN) return false;
  if (roles.caseOf(thing) !== 'of') return false;
  const { words } = roles.parsed;
  return (kindsOfLemma(words.lemma(noun)) & PERSON) !== 0 && (kindsOfLemma(words.lemma(thing)) & PERSON) === 0;
}
