// A verb of saying and the clause it leads in, the threat that is in what another will have to pay or in what one will do: "said Dorvania would pay a heavy price", "said it would retaliate".
import { PRON, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const MENACE = plainEntry('THREATEN', 'violence', '138');
const WARNED = plainEntry('THREATEN', null, '130');
const POWER = kindBit('power') | kindBit('state');
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');

/** Null where nobody is threatened. */
export function avengedIn(coder: Coder, verb: number, clause: number): Coded | null {
  const { match } = coder;
  if (match.lemma(clause) === 'pay' && paysPrice(match, clause)) return warned(coder, verb, clause);
  if (
    (AVENGING.has(match.lemma(clause)) || isAnswer(match, verb, clause)) &&
    FUTURE.has(match.view.lower[match.roles.childBy(clause, REL.aux)] ?? '')
  )
    return avenged(coder, verb, clause);
  return null;
}

const PRICES: ReadonlySet<string> = new Set(['price', 'cost']);
function paysPrice(match: Matcher, clause: number): boolean {
  const object = match.roles.clauses.object[clause] ?? -1;
  const modal = match.view.lower[match.roles.childBy(clause, REL.aux)] ?? '';
  return object >= 0 && PRICES.has(match.lemma(object)) && FUTURE.has(modal);
}
const FUTURE: ReadonlySet<string> = new Set(['will', 'would', "'ll", 'must', 'shall']);

/** "Said Dorvania would pay a heavy price": what one says will befall another is a threat. */
function warned({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { agent } = match.roles.rolesOf(verb);
  const subject = match.roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || subject < 0 || match.view.upos[subject] === PRON || cast.at(agent) === cast.at(subject)) return null;
  if ((match.kinds.of(agent) & POWER) === 0 || (match.kinds.of(subject) & PARTY) === 0) return null;
  return {
    code: WARNED, trigger: verb, clause: verb, agents: [agent], patients: [subject], mutual: false, operators: [], consumed: [], entry: WARNED, path: 'say + pay price',
  }; // biome-ignore format: one record
}

/** What is done to those who did harm first. */
const AVENGING: ReadonlySet<string> = new Set(['retaliate', 'avenge']);

/** What one answers by force. */
const BLOWS: ReadonlySet<string> = new Set([
  'attack',
  'aggression',
  'provocation',
  'incursion',
  'invasion',
  'assault',
  'raid',
  'intrusion',
  'bombardment',
]);

/** "Would respond to any attack". */
const isAnswer = (match: Matcher, verb: number, clause: number): boolean =>
  match.kinds.isPower(match.roles.rolesOf(verb).agent) &&
  match.lemma(clause) === 'respond' &&
  BLOWS.has(match.lemma(Math.max(0, match.roles.obliqueOf(clause, 'to'))));

/** "Said it would retaliate": what a party says it will do to others is a threat. */
function avenged({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { agent } = match.roles.rolesOf(verb);
  const subject = match.roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || subject < 0 || (match.kinds.of(agent) & PARTY) === 0) return null;
  if (match.view.upos[subject] !== PRON && cast.at(agent) !== cast.at(subject)) return null;
  const whom = match.roles.obliqueOf(clause, 'against');
  return {
    code: MENACE, trigger: clause, clause: verb, agents: [agent], patients: whom < 0 ? [] : [whom], mutual: false, operators: [], consumed: [], entry: MENACE, path: 'say + retaliate',
  }; // biome-ignore format: one record
}
