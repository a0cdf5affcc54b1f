// An event whose own place for the one acted upon is empty in, the words that may name that party elsewhere in its clause out, the surest first.
import { ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PRON, PROPN, PUNCT, REL, SYM, VERB } from '../actors/token-view.ts';
import { pastCompound } from './around-noun.ts';
import type { Coded } from './coder.ts';
import type { EventType } from './event.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { DAYS } from './role-words.ts';

const REACH = 30;
const MOVED = kindBit('forces') | kindBit('weapon') | kindBit('relief') | kindBit('money');
const PLACE = kindBit('place') | kindBit('state');
const PERSON = kindBit('person');
const ACCORD = kindBit('accord');
const RALLY = kindBit('rally');
/** Types whose object may be those who are helped or refused. */
const TAKING: ReadonlySet<EventType> = new Set(['AID', 'REJECT', 'CONCEDE']);
/** "Started a hunger strike to protest against the court". */
const OPPOSING: ReadonlySet<string> = new Set(['protest', 'oppose', 'denounce', 'condemn', 'demand', 'reject']);
/** "Rallied to demand his return": not against him. */
const RESTORED: ReadonlySet<string> = new Set([
  'return',
  'release',
  'reinstatement',
  'restoration',
  'freedom',
  'acquittal',
  'rescue',
  'liberation',
]);
/** Types that words make, of which another verb tells what is to be done. */
const SPOKEN: ReadonlySet<EventType> = new Set(['AGREE', 'REJECT', 'THREATEN']);
/** What others give to those who act. */
export const BACKING: ReadonlySet<string> = new Set(['support', 'help', 'backing', 'assistance', 'cover', 'aid']);
const WITH: readonly string[] = ['with'];
/** "A mediation effort between". */
const BETWEEN: readonly string[] = ['between', 'with'];
/** "Clashed with police". */
const AT_ODDS: readonly string[] = ['with', 'against', 'at', 'outside'];
/** What is only a part of the place behind its "of". */
const PARTS: ReadonlySet<string> = new Set([
  'part',
  'parts',
  'areas',
  'area',
  'regions',
  'region',
  'districts',
  'much',
  'most',
  'some',
]);
/** By type the prepositions that may lead the one acted upon. "In" leads a place, which stands for its country. */
const LEADING: Readonly<Record<EventType, readonly string[]>> = {
  AGREE: ['with', 'to', 'for', 'from'],
  CONSULT: WITH,
  SUPPORT: ['for', 'to', 'with'],
  CONCEDE: ['to', 'on', 'from', 'in', 'with'],
  COOPERATE: WITH,
  AID: ['to', 'for', 'into', 'in'],
  RETREAT: ['to', 'from', 'on', 'in'],
  REQUEST: ['from', 'to'],
  ACCUSE: ['against', 'of', 'into', 'about', 'over'],
  REJECT: ['from', 'by', 'to', 'for', 'against'],
  THREATEN: ['against', 'with', 'to', 'on', 'in'],
  PROTEST: ['against', 'at', 'outside'],
  SANCTION: ['with', 'between', 'from', 'to', 'against', 'on', 'in'],
  MOBILIZE: ['to', 'into', 'in', 'along', 'near', 'against'],
  COERCE: ['on', 'against', 'from', 'in'],
  ASSAULT: ['on', 'against', 'at', 'into', 'in', 'near'],
};

/** "Opened fire in Velmar": where, and at nobody named. */
const SHOT_AT: readonly string[] = ['on', 'against', 'at', 'into'];

/** "To step down": whoever succeeds is no party to it. */
const RESIGNING: ReadonlySet<string> = new Set([
  'step',
  'steps',
  'stepped',
  'stepping',
  'resign',
  'resigns',
  'resigned',
  'quit',
]);

const ENVOYS = /^(?:ambassador|envoy|diplomat|representative|delegate|delegation|emissary|negotiator|mediator)s?$/;
const MUTUAL: ReadonlySet<EventType> = new Set(['AGREE', 'COOPERATE']);

/** Nouns that belong to the one acted upon: the words of the entry. */
export function owned({ code, consumed, trigger }: Coded, { view, kinds }: Matcher): number[] {
  return consumed.filter((token) => {
    const pos = view.upos[token];
    // "resigned as governor": who resigns is who acts
    if (token === trigger || code.mode === 'resign' || (pos !== NOUN && pos !== PROPN)) return false;
    // "a hostage-taking in a hotel": of whom nobody says
    if (code.mode === 'abduct' && view.lower[token] === 'hostage' && view.lower[trigger] === 'taking') return false;
    // "recalled its ambassador", "sent an envoy to the region": one of its own
    if ((code.type === 'CONSULT' || code.mode === 'withdraw') && ENVOYS.test(view.lower[token] ?? '')) return false;
    // "agreed to exchange 200 prisoners": those who come home are not who it was agreed with
    if (MUTUAL.has(code.type) && (kinds.of(token) & PERSON) !== 0) return false;
    // troops that are moved and food that is given are nobody's who gets it
    return (kinds.of(token) & MOVED) === 0 || code.type === 'COERCE' || code.type === 'REJECT';
  });
}

/** Nouns that prepositions of the type lead in the words behind, whatever the parser hung them from; then the object of a purpose. */
export function farther({ code, entry, trigger, clause, mutual, agents, consumed }: Coded, { view, kinds, roles }: Matcher, mentionAt: (token: number) => number): number[] {
  const { upos, lower, sentence, length, relation } = view;
  const mediates = code.type === 'CONSULT' && code.cameo === '045';
  const leading = mutual || code.cameo === '164' ? WITH : mediates ? BETWEEN : code.mode === 'riot' ? AT_ODDS : / fire$|^shooting/.test(entry.words) ? SHOT_AT : LEADING[code.type];
  const found: number[] = [];
  if (code.mode === 'resign' || RESIGNING.has(lower[trigger] ?? '')) return found;
  const from = Math.max(trigger, upos[clause] === VERB ? clause : trigger);
  // "signed a truce in Velmar": where, and with nobody there
  const accord = consumed.some((token) => (kinds.of(token) & ACCORD) !== 0);
  let purpose = -1;
  // "agreed to lend a billion to Velmar": the words of what is agreed, refused or threatened are read on
  const within = SPOKEN.has(code.type) && upos[trigger] === VERB ? (roles.clauses.open[trigger] ?? -1) : -1;
  // "will not accept refugees": those whom the deed is about
  const object = upos[clause] === VERB ? (roles.clauses.object[clause] ?? -1) : -1;
  // "provides the government of Velmar with support"
  const given = code.type === 'AID' ? (roles.clauses.indirect[clause] ?? -1) : -1;
  if (given >= 0 && !consumed.includes(given)) found.push(given);
  if (object >= 0 && object !== trigger && TAKING.has(code.type) && (kinds.of(object) & PERSON) !== 0) found.push(object);
  for (let at = from + 1; at < length && at < from + REACH && sentence[at] === sentence[from]; at++) {
    const pos = upos[at];
    const word = lower[at] ?? '';
    if (at === within) continue;
    if (pos === VERB && relation[at] !== REL.amod && relation[at] !== REL.compound) {
      // "provided tents to help people": whom the help is for
      const infinite = lower[at - 1] === 'to' && (relation[at] === REL.advcl || relation[at] === REL.acl || relation[at] === REL.xcomp);
      // "sanctions imposed on": whom the things of the entry are upon
      if (relation[at] === REL.acl && view.tag(at) === 'VBN' && (consumed.includes(view.head[at] ?? -1) || (object >= 0 && view.head[at] === object))) continue;
      // "used tear gas to disperse protesters" too
      const disperses = code.type === 'ASSAULT' && (code.mode === 'crowd-control' || isDispersing(word));
      if (infinite && (code.type === 'AID' || within >= 0 || mediates || disperses || (code.type === 'PROTEST' && OPPOSING.has(word) && !RESTORED.has(lower[roles.clauses.object[at] ?? -1] ?? ''))) && purpose < 0) {
        purpose = at;
        const object = roles.clauses.object[at] ?? -1;
        if (object > at) found.push(object);
        // "to break up a march in Velmar": where it was
        if (disperses && object > at) break;
        // "to try to disperse them"
        if (disperses && TRYING.has(word)) purpose = -1;
        continue;
      }
      // "strikes using aircraft against the rebels"
      if (word === 'using' && code.type === 'ASSAULT') continue;
      if (purpose < 0 || relation[at] !== REL.conj) break;
      continue;
    }
    if (pos === AUX || word === ';' || word === ':') break;
    // "returned fire after their base at Velmar was hit": another clause
    if ((relation[at] === REL.mark || relation[at] === REL.advmod) && (view.head[at] ?? -1) > at && APART.has(word)) break;
    if ((pos !== ADP && view.tag(at) !== 'IN') || (word !== 'of' && !leading.includes(word))) continue;
    // "by 13 votes to none with Velmar abstaining", "could send up to 20,000 troops"
    if (word === 'with' && isAbstaining(at, view)) break;
    if (word === 'to' && lower[at - 1] === 'up') continue;
    // "fighters loyal to Kern", "a party allied with it": what is said of those named
    if ((word === 'to' && upos[at - 1] === ADJ) || BOUND.has(lower[at - 1] ?? '')) continue;
    // "with support from Velmar": who helps is not who is hit
    if (word === 'from' && BACKING.has(lower[at - 1] ?? '')) continue;
    // "opened an investigation of Kern", "lifted its boycott of Velmar", not "condemned the killing of Kern"
    if (word === 'of' && !consumed.includes(at - 1)) continue;
    const led = headBehind(at, view, mentionAt);
    if (led < 0 || agents.includes(led)) continue;
    // "break up a protest against Holt": whom the protest is against
    if (word === 'against' && code.type !== 'PROTEST' && (kinds.of(view.head[led] ?? led) & RALLY) !== 0) continue;
    if (word === 'in' && accord) continue;
    // "seized a town on the Norlandic border": on whose side nobody says
    if (word === 'on' && (code.type === 'COERCE' || code.type === 'ASSAULT') && /^(?:border|frontier)s?$/.test(lower[led] ?? '')) continue;
    // "a curfew in parts of Velmar"
    if (PARTS.has(lower[led] ?? '') && lower[led + 1] === 'of') {
      const whole = headBehind(led + 1, view, mentionAt);
      if (whole >= 0) found.push(whole);
      continue;
    }
    if (word === 'in' && upos[led] !== PROPN && (kinds.of(led) & PLACE) === 0) continue;
    found.push(led);
  }
  return found;
} // biome-ignore format: long conditions

const APART: ReadonlySet<string> = new Set([
  'after',
  'when',
  'while',
  'because',
  'as',
  'before',
  'since',
  'until',
  'although',
]);
const BOUND: ReadonlySet<string> = new Set(['loyal', 'allied', 'aligned', 'linked', 'affiliated', 'close']);
const TRYING: ReadonlySet<string> = new Set(['try', 'help', 'seek', 'attempt']);
const DISPERSING: ReadonlySet<string> = new Set(['disperse', 'scatter', 'break', 'clear']);

/** What a crowd is driven apart by: "fired shots to disperse them". */
export const isDispersing = (lemma: string): boolean => DISPERSING.has(lemma);

/** "With Kestria and Velmar abstaining": a gerund ends the phrase that the preposition opens. */
function isAbstaining(preposition: number, { lower, upos, tag }: Matcher['view']): boolean {
  let at = preposition + 1;
  while (
    at < preposition + 10 &&
    (upos[at] === PROPN || upos[at] === NOUN || upos[at] === DET || /^(?:and|,)$/.test(lower[at] ?? ''))
  )
    at++;
  return upos[at] === VERB && tag(at) === 'VBG';
}

/** The noun that ends the phrase which a preposition opens, whole where it names an actor; -1 for none. */
function headBehind(preposition: number, view: Matcher['view'], mentionAt: (token: number) => number): number {
  const { upos, lower, sentence, length, head, relation } = view;
  let last = -1;
  // "with the Irish premier Holt": parsers slip on titles, the cast does not
  const first = upos[preposition + 1] === DET ? preposition + 2 : preposition + 1;
  const named = mentionAt(first);
  if (
    named >= first &&
    sentence[named] === sentence[preposition] &&
    lower[named + 1] !== "'s" &&
    lower[named + 1] !== '’s'
  )
    return named;
  for (let at = preposition + 1; at < length && at < preposition + 12 && sentence[at] === sentence[preposition]; at++) {
    const pos = upos[at];
    const word = lower[at] ?? '';
    // "demands for a judge-led inquiry"
    const past = pastCompound(at, view);
    if (past > at) {
      if (last >= 0) break;
      at = past;
      continue;
    }
    if (pos === NOUN || pos === PROPN) {
      if (DAYS.has(word)) break;
      last = at;
    } else if (word === "'s" || word === '’s') last = -1;
    else if (pos === PUNCT && word !== '-') break;
    else if (pos === ADP || pos === VERB || pos === AUX || pos === PRON) break;
    // "sent troops to the province after gunmen came": a clause of its own
    else if (relation[at] === REL.mark) break;
    else if (last >= 0 && (pos === DET || pos === NUM || pos === SYM || pos === ADV)) break;
    else if (last >= 0 && pos === ADJ) break;
  }
  // a name of several words hangs from its first
  const up = last < 0 ? -1 : (head[last] ?? -1);
  return up > preposition && up < last && upos[up] === PROPN && upos[last] === PROPN ? up : last;
}
