// An entry and the word it was found at in, whether its demands on subject, object and the rest are met out.
import { namedAt } from '../actors/lexicon.ts';
import { ADJ, NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import { backsOff, judgesClause, looksInto } from './back-off.ts';
import type { Entry, Need } from './entries.ts';
import { ANY, kindBit, kindMask } from './kinds.ts';
import { calledWhat } from './lookalikes.ts';
import type { Matcher } from './match.ts';
import { displaced, isOwned, moved } from './receivers.ts';
import type { Roles } from './roles.ts';
import { toldDoer } from './tidings.ts';

/** Types whose verbs may have a clause in place of the one told: "warned that", "demanded that". */
export const VERBAL: ReadonlySet<string> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'AGREE',
  'SUPPORT',
  'CONCEDE',
]);
/** Types whose words may be about a deed in place of the one who did it. */
const SPOKEN: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'THREATEN']);
/** Those of them that praise or blame for what the news tells. */
const TELLING: ReadonlySet<string> = new Set(['SUPPORT', 'ACCUSE']);
/** What is written against somebody. */
const ACCUSING = /^(?:lawsuits?|suits?|indictments?|complaints?|charge-?sheets?|filings?|affidavits?|petitions?)$/;

/** "Detain", "sentence": of words that say more, "take away", the thing must be known to be somebody. */
export const isPersonal = ({ mode, rest, kind, needs }: Entry) =>
  // "the ceremony was held": words that only their passive makes an arrest are done to things as well
  mode !== null &&
  PERSONAL.has(mode) &&
  (kind === 'noun' || (rest.length === 0 && needs.every(({ of }) => of !== 'passive')));
/** What is done to somebody, known to the lists or not. */
const PERSONAL: ReadonlySet<string> = new Set(['arrest', 'convict', 'deport', 'torture']);
const INSULT = kindBit('insult');
const PARTY = kindMask('party');
const RALLY = kindBit('rally');
const FORCES = kindBit('forces');
const BODY = kindBit('body');
const PERSON = kindBit('person');
const PLACE = kindBit('place');
/** Those whose deeds are spoken of: the named and the known. */
const OWNER =
  kindBit('power') | kindBit('state') | kindBit('actor') | kindBit('name') | kindBit('forces') | kindBit('body');
/** "Was allied with the rebels": what somebody was, and not what was done to them. */
const ALLIED: ReadonlySet<string> = new Set(['allied', 'aligned', 'united']);

const UPON = ['on', 'upon', 'into'] as const;

const UNDOING: ReadonlySet<string> = new Set([
  'lift', 'end', 'ease', 'relax', 'cancel', 'call', 'scrap', 'remove', 'suspend', 'postpone', 'shelve', 'abandon', 'drop', 'withdraw', 'revoke', 'stop', 'halt',
]); // biome-ignore format: one table

/** "Announced that the curfew would be lifted": no curfew is announced. */
function isUndoneBelow(match: Matcher, token: number, tokens: readonly number[]): boolean {
  const { clauses } = match.roles;
  const clause = clauses.complement[token] ?? -1;
  if (clause <= token || !UNDOING.has(match.lemma(clause))) return false;
  return [clauses.passive[clause] ?? -1, clauses.subject[clause] ?? -1].some((one) => one >= 0 && tokens.includes(one));
}

/** Whether an entry may stand for what is told at a token. */
export function fitsAt(match: Matcher, entry: Entry, token: number, tokens: readonly number[], roles: Roles): boolean {
  const { passive } = roles;
  let object = tokens.includes(roles.patient) ? -1 : calledWhat(match, roles.patient);
  // "handed over | a spy": the particle was taken for a preposition
  if (object < 0 && tokens.length > 0) object = moved(match, token, tokens);
  const target = entry.preposition
    ? entry.bound && tokens.length === 0
      ? match.led(token, tokens, entry.preposition)
      : match.toWhom(token, tokens, entry.preposition)
    : object < 0
      ? displaced(match, token, tokens)
      : object;
  if (entry.bound && target < 0) return false;
  // "called the election a sham": no election is called
  if (
    entry.type === 'AGREE' &&
    entry.rest.length > 0 &&
    match.lemma(token) === 'call' &&
    tokens.some((one) => isGivenName(match, token, one))
  )
    return false;
  // "welcomed the news that Velmar had freed them": no guest
  if ((entry.frame === 'received' || entry.words === 'welcome news') && toldDoer(match, roles.patient) >= 0)
    return false;
  if (entry.rest.length > 0 && entry.words.startsWith('announce ') && isUndoneBelow(match, token, tokens)) return false;
  // "called the illegal settlers": whom it is said of before, and nothing that is said of them
  if (entry.type === 'ACCUSE' && tokens.some((one) => isOfOther(match, one, tokens))) return false;
  // "opened fire on a crowd at a market": upon whom is told, and "at" only says where
  if (entry.preposition === 'at' && entry.type === 'ASSAULT' && target > token)
    for (const other of UPON) {
      const led = match.led(token, tokens, other);
      if (led > token && led < target && (match.kinds.of(led) & (PERSON | FORCES)) !== 0) return false;
    }
  // "was shot at the station": the one who was shot is told, "at" only says where
  if (entry.bound && entry.preposition === 'at' && object >= 0 && entry.type === 'ASSAULT' && entry.rest.length === 0)
    if (passive || (match.kinds.of(object) & PERSON) !== 0) return false;
  // "to be called Bangsamoro": meeting and calling have no passive
  if (
    entry.frame === 'mutual' &&
    passive &&
    !ALLIED.has(match.view.lower[token] ?? '') &&
    roles.agent < 0 &&
    (entry.object || (match.kinds.of(object) & PARTY) !== 0)
  )
    return false;
  if (entry.frame === 'direct' && entry.rest.length === 0 && entry.kind === 'verb' && target < 0 && !passive) {
    const { complement, open } = match.roles.clauses;
    const clause = VERBAL.has(entry.type) && ((complement[token] ?? -1) >= 0 || (open[token] ?? -1) >= 0);
    const relation = match.view.relation[token];
    const lost =
      (entry.mode === 'arrest' && hasLost(match, token, roles.agent)) || looksInto(match, entry, token, roles.agent);
    if (
      !clause &&
      !lost &&
      relation !== REL.xcomp &&
      !(match.view.lower[token + 1] === ':' || match.view.lower[token + 1] === ',')
    )
      return false;
    if (!clause && !lost && relation !== REL.xcomp) return false;
  }
  // "power was cut to thousands of homes": by nobody, where nobody is told
  if (entry.mode === 'withhold' && entry.rest.length > 0 && passive && roles.agent < 0) return false;
  // "liberated Mosul": a town that is taken, and nobody who is let go
  if (entry.words === 'liberate' && entry.mode === 'release' && object >= 0) {
    const of = match.kinds.of(object);
    const named = match.view.upos[object] === PROPN && roles.agent >= 0 && (match.kinds.of(roles.agent) & FORCES) !== 0;
    if ((named || (of & PLACE) !== 0) && (of & PERSON) === 0) return false;
  }
  // a weapon that is not told strikes nobody: "nine people were injured"
  if (entry.frame === 'weapon' && roles.agent < 0) return false;
  // what one does alone has no passive: "was met with applause"
  if (
    entry.frame === 'agent' &&
    entry.kind === 'verb' &&
    entry.rest.length === 0 &&
    passive &&
    // "youths rioted": a bare participle is no passive of what has none
    ((match.roles.clauses.passive[token] ?? -1) >= 0 || match.view.relation[token] !== REL.acl) &&
    entry.needs.every(({ of }) => of !== 'o')
  )
    return false;
  // "watches assembled in Velmar": things that were made, and nobody who came together
  if (
    entry.frame === 'agent' &&
    entry.type === 'PROTEST' &&
    passive &&
    roles.agent < 0 &&
    roles.patient >= 0 &&
    match.view.relation[token] === REL.acl &&
    entry.rest.length === 0 &&
    entry.needs.some(
      ({ of, not, mask }) => of === 's' && !not && (match.kinds.of(roles.patient) & (mask | PERSON)) === 0,
    )
  )
    return false;
  // "demonstrate progress": what nobody does it to must not have something it is done to
  if (
    entry.frame === 'agent' &&
    entry.rest.length === 0 &&
    object >= 0 &&
    !passive &&
    entry.kind === 'verb' &&
    entry.needs.every(({ of }) => of !== 'o')
  )
    return false;
  for (const need of entry.needs)
    if (!meets(match, need, entry, token, tokens, roles, target, object, passive)) return false;
  return true;
}

/** "The election a sham", "the vote free and fair": what the object of a verb of naming is called stands right behind it. */
function isGivenName({ view, roles }: Matcher, verb: number, noun: number): boolean {
  if (view.head[noun] !== verb || view.upos[noun] !== NOUN) return false;
  const behind = Math.max(noun, roles.clauses.right[noun] ?? noun) + 1;
  return /^(?:an?|["“'‘]|``)$/.test(view.lower[behind] ?? '') || view.upos[behind] === ADJ || /^(?:an?|["“'‘]|``)$/.test(view.lower[noun + 1] ?? '') || (view.upos[noun + 1] === ADJ && view.relation[noun + 1] !== REL.advmod);
} // biome-ignore format: long condition

/** An adjective that stands before a noun which is none of the entry's words. */
function isOfOther(match: Matcher, token: number, tokens: readonly number[]): boolean {
  const noun = match.view.head[token] ?? -1;
  return (
    match.view.upos[token] === ADJ && match.view.relation[token] === REL.amod && noun > token && !tokens.includes(noun)
  );
}

/** "Police have been able to arrest only manilal till date": those who arrest and somebody behind whom the tree lost. */
function hasLost(match: Matcher, verb: number, agent: number): boolean {
  if (agent < 0 || (match.kinds.of(agent) & FORCES) === 0) return false;
  const at = match.view.lower[verb + 1] === 'only' ? verb + 2 : verb + 1;
  const pos = match.view.upos[at];
  return match.view.sentence[at] === match.view.sentence[verb] && (pos === NOUN || pos === PROPN || pos === NUM);
}

function meets(
  match: Matcher, need: Need, entry: Entry, token: number, tokens: readonly number[], roles: Roles, target: number, object: number, passive: boolean,
): boolean {
  if (need.of === 'bare') {
    const { open, complement } = match.roles.clauses;
    return (open[token] ?? -1) < 0 && (complement[token] ?? -1) < 0;
  }
  if (need.of === 'passive') return passive !== need.not;
  const one =
    need.of === 'target'
      ? target
      : need.of === 's'
        ? roles.agent
        : need.of === 'o'
          ? object
          : need.of === 'x'
            ? saidOf(match, token)
            : need.of === 'as'
              ? insulting(match, match.led(token, tokens, need.of))
              : match.led(token, tokens, need.of);
  if (one < 0) {
    if (need.not || need.of === 's') return true;
    // "the prime accused was arrested": a passive whose subject the tree lost still happened to somebody
    if (need.of === 'target')
      return (
        entry.frame === 'direct' &&
        ((passive && (object >= 0 || isPersonal(entry))) || judgesClause(match, entry, token, roles.agent) || looksInto(match, entry, token, roles.agent) || (entry.mode === 'arrest' && hasLost(match, token, roles.agent)))
      );
    return false;
  }
  if (need.mask === ANY) return !need.not;
  // "opposition supporters rallied": they want power and have none
  if (entry.type === 'PROTEST' && need.of === 's' && need.not && match.kinds.isOpposed(one)) return true;
  // "pilots went on strike", "police officers walked off the job": as others who work do
  if (entry.mode === 'strike' && need.of === 's' && need.not && WALKING_OUT.test(entry.words) && match.view.tag(one) === 'NNS') return true;
  // "the lawsuit accused the ministry": for whoever brought it
  if (entry.type === 'ACCUSE' && need.of === 's' && !need.not && entry.rest.length < 3 && ACCUSING.test(match.view.lower[one] ?? '')) return true;
  // "the former envoy criticised the decision": they know what they speak of
  if (entry.mode === 'disapprove' && need.of === 's' && !need.not && match.kinds.isFormer(one)) return true;
  // "Serbians protested": a people that is no power
  if (entry.type === 'PROTEST' && need.of === 's' && namedAt(match.view, one)?.entry.use === 'people')
    return true;
  // "welcomed the decision of the government and its councils": what a guest is coordinated with is badly told by trees
  const parts = entry.frame === 'received' && match.kinds.of(one) !== 0 ? [one] : match.together(one);
  for (const part of parts) {
    const kinds = match.kinds.of(part);
    if ((kinds & need.mask) !== 0) return !need.not;
    if (match.lenient && need.of !== 'o' && !need.not && (need.mask & PARTY) !== 0 && match.kinds.isGiven(part)) return true;
    // "sent a platoon to Velmar": what nothing is known of, where somebody knows to whom
    if (match.lenient && need.of === 'o' && !need.not && kinds === 0 && match.kinds.isGiven(target)) return true;
    // whoever is arrested is somebody, known to the lists or not
    if (kinds === 0 && !need.not && need.of === 'target' && isPersonal(entry)) return true;
    // nor does it matter what the team or the squad is called that arrests them
    if (need.of === 's' && !need.not && isPersonal(entry) && (kinds === 0 || (kinds & BODY) !== 0)) return true;
  }
  if (backsOff(match, need, entry, token, one, roles)) return true;
  // "blamed the regime's policies", "welcomed Velmar's attempt": words about a deed are about whose deed it is
  if (need.of === 'target' && !need.not && SPOKEN.has(entry.type) && entry.mode !== 'investigate')
    return isOwned(match, one, need.mask & OWNER) || (TELLING.has(entry.type) && (match.kinds.of(toldDoer(match, one)) & need.mask & OWNER) !== 0);
  return need.not;
} // biome-ignore format: one long list of what is known

const WALKING_OUT = /\b(?:on strike|off job)\b/;

/** "called him a dictator": the noun behind the object, in quotation marks or not; -1 for none. */
function saidOf(match: Matcher, verb: number): number {
  const { clauses } = match.roles;
  const open = clauses.open[verb] ?? -1;
  if (open >= 0) return insulting(match, open);
  const object = clauses.object[verb] ?? -1;
  if ((clauses.indirect[verb] ?? -1) >= 0 && object >= 0) return insulting(match, object);
  // "called the envoy to Velmar a fool": a second object
  const { first, next } = match.roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > object && object > verb && match.view.relation[child] === REL.obj) return insulting(match, child);
  for (let at = Math.max(verb, object) + 1; object >= 0 && at < verb + 8 && at < match.view.length; at++) {
    const upos = match.view.upos[at];
    if (upos === VERB || match.view.sentence[at] !== match.view.sentence[verb]) break;
    if (upos === ADJ && (match.kinds.of(at) & INSULT) !== 0) return at;
    if (upos === NOUN && match.view.upos[at + 1] !== NOUN) return at;
  }
  return -1;
}

/** "A very stupid man": the word that insults, where the noun does not. */
function insulting(match: Matcher, noun: number): number {
  // "portrayed it as a violent protest": what it was, and no insult
  if (noun >= 0 && (match.kinds.of(noun) & RALLY) !== 0) return noun;
  for (let at = noun - 1; at >= 0 && match.view.upos[at] === ADJ; at--)
    if ((match.kinds.of(at) & INSULT) !== 0) return at;
  return noun;
}
