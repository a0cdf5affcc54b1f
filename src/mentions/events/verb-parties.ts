// A verb or adjective with its entry in, the tokens of those who act and of those acted upon out, as the entry's frame has them.
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import { sidesOf } from './both-sides.ts';
import { blamedApart, gappedBehind } from './coordinated.ts';
import type { Entry } from './entries.ts';
import { VERBAL } from './entry-fits.ts';
import { kindBit, kindMask } from './kinds.ts';
import { calledWhat } from './lookalikes.ts';
import type { Matched, Matcher } from './match.ts';
import { whomOf } from './plain-operator.ts';
import { displaced } from './receivers.ts';
import { toldDoer } from './tidings.ts';

/** Prepositions that lead the one acted upon where the frame names none. */
/** Modes of sending people out of a land. */
const EXPELLING: ReadonlySet<string | null> = new Set(['expel', 'deport']);
/** What one does with what others are to have. */
const PLEDGING: ReadonlySet<string> = new Set(['pledge', 'promise', 'offer', 'commit']);
const UPON = ['against', 'from', 'into', 'to', 'in', 'on', 'near', 'with'] as const;
/** "Fled into Velmar", "pulled back to Velmar": whither, and nobody they gave way to. */
const LEFT = ['from', 'in'] as const;
const ACCORD = kindBit('accord');
const FORCES = kindBit('forces');
const PARTY = kindMask('party');
const PERSON = kindBit('person');
const PLACE = kindMask('place') | kindBit('state') | kindBit('name');
/** Of these "in" leads where they are made, and nobody they are made with. */
const MADE_IN: ReadonlySet<string> = new Set(['AGREE', 'SUPPORT']);
/** "Share information on Velmar": "on" leads what it is about. */
const SHARED_WITH = ['with', 'to'] as const;
/** "Rockets fired from Velmar": not at Velmar. */
const STRUCK = ['against', 'into', 'to', 'in', 'on', 'near', 'with'] as const;
/** "Opened fire in Velmar": where, and at nobody named. */
const SHOT = ['against', 'into', 'to', 'on'] as const;
/** "Issued an appeal to Velmar with a photo". */
const ASKED_OF = ['to', 'from', 'on', 'against', 'with'] as const;
/** Whom one talks or fights with. */
const WITH = ['with', 'between', 'and'] as const;
const AGAINST = [...WITH, 'against'] as const;
const BODY = kindMask('body') | kindBit('state');
/** What is said to somebody. */
const TOLD: ReadonlySet<string> = new Set(['THREATEN', 'REQUEST', 'ACCUSE']);
/** What several say something in. */
const PAPERS: ReadonlySet<string> = new Set([
  'statement', 'letter', 'resolution', 'declaration', 'communique', 'communiqué', 'report', 'ruling', 'message', 'vote', 'speech',
]); // biome-ignore format: one table
/** Of these the subject of the clause told is the one asked or accused. */
const CLAUSAL: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE']);
/** What two do with each other: "talks were held between". */
const BOTH: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'COOPERATE', 'RETREAT', 'ASSAULT']);

/** Of these "by" leads who does it, wherever it hangs. */
const GIVING: ReadonlySet<string> = new Set(['AID', 'COERCE', 'SANCTION', 'RETREAT', 'REJECT']);

/** "The charge d'affaires". */
const CHARGE = /^charg[eé]$/;
const BORDER = /^(?:borders?|frontiers?)$/;
/** What is decided in a chamber or a court. */
const HEARD: ReadonlySet<string> = new Set(['CONCEDE', 'SANCTION', 'REJECT', 'SUPPORT']);
const CHAMBER = /^(?:senate|parliament|congress|knesset|duma|bundestag|assembly|representatives|commons|lords)$/;
const HANDS = /^hands?$/;
/** What one undergoes at somebody's hands. */
const HURTING: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);
/** What the law of a land does to a body or a paper. */
const BANNING: ReadonlySet<string> = new Set(['ban', 'outlaw', 'prohibit', 'proscribe', 'criminalise', 'criminalize']);

export interface Parties {
  readonly agents: readonly number[];
  readonly patients: readonly number[];
}

export function verbParties(match: Matcher, token: number, { found: entry, tokens }: Matched<Entry>): Parties {
  const { agent, patient: object, passive } = match.roles.rolesOf(token);
  const patient = calledWhat(match, object);
  const own = tokens.includes(patient) || patient < 0 ? displaced(match, token, tokens) : patient;
  const agents: number[] = [];
  const patients: number[] = [];
  const add = (into: number[], one: number) => {
    if (one >= 0 && !tokens.includes(one)) into.push(one);
  };
  const led =
    entry.preposition === null
      ? -1
      : entry.bound && tokens.length === 0
        ? match.led(token, tokens, entry.preposition)
        : match.toWhom(token, tokens, entry.preposition);
  switch (entry.frame) {
    case 'received':
      // "the town fell to the rebels"
      // "serves his sentence", "won its first endorsement": nobody's but the one who serves it, and of nobody who is told
      {
        const host = entry.preposition === null ? own : led;
        add(agents, isOwn(match, host) ? -1 : host);
      }
      // "fell under rebel control": whose control it is
      if (entry.preposition === null && entry.rest.at(-1) === 'control') agents.splice(0, agents.length, ...tokens.filter((one) => match.view.lower[one] === 'control'));
      add(patients, agent);
      break;
    case 'mutual': {
      add(agents, passive && agent < 0 ? match.led(token, tokens, 'by') : agent);
      if (passive && own >= 0) add(agents, own);
      // "after activists and the police clashed": the first was taken to end the phrase before
      if (agents.length === 1 && led < 0 && !entry.object) add(agents, besides(match, token, agents[0] as number));
      add(patients, entry.object ? own : led);
      if (!entry.object && led < 0)
        // "are fighting back against the rebels"
        for (const other of entry.type === 'ASSAULT' ? AGAINST : WITH)
          if (other !== entry.preposition) add(patients, match.led(token, tokens, other));
      if (entry.object) add(patients, match.led(token, tokens, 'with'));
      break;
    }
    case 'oblique': {
      // "were fired upon by soldiers"
      if (entry.type === 'ASSAULT' && passive && own >= 0 && led > token && match.view.lower[token + 2] === 'by' && match.view.lower[token + 1] === entry.preposition) {
        add(agents, led);
        add(patients, own);
        break;
      }
      // "journalists demonstrated against the law": taken for a participle of what has no passive
      add(agents, agent < 0 && passive && entry.type === 'PROTEST' && match.view.relation[token] === REL.acl ? own : agent);
      // "the army was withdrawn from the town": those who are moved move
      if (agents.length === 0 && passive && entry.mode === 'withdraw' && (match.kinds.of(own) & FORCES) !== 0) add(agents, own);
      // "peacekeepers were deployed in Velmar", "Dorvanian troops were sent to Velmar": they come, whoever sent them
      const moved = entry.cameo === '074' || (entry.mode === 'troops' && (match.kinds.of(patient) & FORCES) !== 0);
      // "police were sent to the town", whatever the words of the entry
      const come = entry.type === 'MOBILIZE' && patient >= 0 && patient < token && (match.kinds.of(patient) & FORCES) !== 0;
      if (agents.length === 0 && passive && (come || (moved && tokens.includes(patient)))) agents.push(patient);
      // "was extradited from Velmar to Dorvania": the land that gives them up
      const holder = agents.length === 0 && passive && entry.cameo === '063' ? match.led(token, tokens, 'from') : -1;
      if (holder >= 0 && match.kinds.isState(holder)) agents.push(holder);
      const indirect = match.roles.clauses.indirect[token] ?? -1;
      // "asked the Queen for a dissolution": the one asked, and not the thing
      const asked = entry.type === 'REQUEST' && entry.preposition === 'for' && !passive ? (indirect >= 0 ? indirect : own) : -1;
      if (asked >= 0 && (match.kinds.of(asked) & PARTY) !== 0) add(patients, asked);
      // "supplied Velmar with tanks": "with" leads the thing
      else if (entry.preposition === 'with' && entry.type === 'AID' && entry.rest.length === 0 && own >= 0) add(patients, own);
      // "gave inspectors access to the palaces"
      else if (entry.rest.includes('access') && indirect >= 0 && (match.kinds.of(indirect) & PARTY) !== 0) add(patients, indirect);
      else if (led >= 0 && !tokens.includes(led)) add(patients, led);
      // "gave Ukraine weapons": the one to whom stands before the thing
      else if (entry.preposition === 'to' || entry.preposition === 'for') add(patients, indirect >= 0 ? indirect : entry.type === 'REQUEST' && !passive ? own : passive && entry.needs.every((need) => need.of !== 'o') ? own : -1);
      else if (!passive && entry.rest.length === 0 && entry.needs.every((need) => need.of !== 'o')) add(patients, own);
      else if (passive && entry.rest.length === 0) add(patients, own);
      break;
    }
    case 'direct': {
      // "the army was put on alert": those who are moved move
      if (entry.type === 'MOBILIZE' && passive && agent < 0) {
        add(agents, own);
        break;
      }
      add(agents, entry.type === 'ASSAULT' && !passive ? fireOf(match, agent) : agent);
      // "was granted asylum by Velmar", "were removed from the chamber by guards": hung from the noun of the words
      if (passive && agent < 0 && tokens.length > 0 && GIVING.has(entry.type)) add(agents, match.led(token, tokens, 'by'));
      // "was granted asylum in Velmar": the land that takes somebody in
      if (passive && agents.length === 0 && entry.cameo === '075') {
        const host = match.led(token, tokens, 'in');
        if (host >= 0 && match.kinds.isState(host)) agents.push(host);
      }
      // "is outlawed in Velmar": the land whose law it is
      if (passive && agents.length === 0 && (match.roles.clauses.passive[token] ?? -1) >= 0 && BANNING.has(match.verbLemma(token))) {
        const land = match.led(token, tokens, 'in');
        if (land > token && match.kinds.isState(land)) add(agents, land);
      }
      // "was condemned in a joint statement by Velmar"
      if (passive && agent < 0) {
        const paper = match.roles.obliqueOf(token, 'in');
        if (paper > token && PAPERS.has(match.lemma(paper)))
          for (const led of ['by', 'from', 'of']) if (agents.length === 0) add(agents, match.roles.obliqueOf(paper, led));
      }
      // "were condemned in Velmar and Dorvania": by those who rule there
      if (passive && agents.length === 0 && entry.type === 'ACCUSE' && match.verbLemma(token) === 'condemn') {
        const land = match.led(token, tokens, 'in');
        if (land > token && match.kinds.isState(land)) add(agents, land);
      }
      // "expelled from Velmar": the land that they have to leave expels them
      if (passive && agent < 0 && EXPELLING.has(entry.mode)) {
        const from = match.led(token, tokens, 'from');
        if (from >= 0 && match.kinds.isState(from)) add(agents, from);
      }
      // "offered to Velmar a regiment": to whom, and not what
      const offered = entry.type === 'AGREE' && !passive ? match.roles.obliqueOf(token, 'to') : -1;
      // "pledged 600 men", "offered two patrol boats": what is given, and nobody it is given to
      const given = entry.type === 'AGREE' && own >= 0 && match.roles.childBy(own, REL.nummod) >= 0 && PLEDGING.has(match.verbLemma(token));
      // "welcomed the news that Velmar had freed them"
      const told = entry.type === 'SUPPORT' || entry.type === 'ACCUSE' ? toldDoer(match, own) : -1;
      if (told >= 0) add(patients, told);
      else if (!given || offered > token) add(patients, offered > token && (match.kinds.of(offered) & PARTY) !== 0 ? offered : own);
      // "demanded that Velmar withdraw", "alleged Velmar hides them"
      if (own < 0 && CLAUSAL.has(entry.type)) add(patients, subjectOfTold(match, token, entry));
      if (own < 0 && entry.rest.length > 0)
        for (const other of ['on', 'against', 'to', 'from', 'of'])
          if (patients.length === 0) add(patients, match.led(token, tokens, other));
      break;
    }
    case 'weapon':
      // "Dorvanian artillery fire hit the village": whose weapon it was
      add(agents, fireOf(match, agent));
      add(patients, led >= 0 ? led : own);
      break;
    default: {
      // "the army was put on alert" where the entry has the army among its words
      if (entry.type === 'MOBILIZE' && passive && agent < 0 && tokens.includes(patient) && match.view.lower[patient] !== 'security') agents.push(patient);
      // "police were deployed": forces that are moved are those that stand there
      // "asked to describe it, Holt said": who was asked
      if (passive && isGiven(match, token, own, tokens)) {
        // "was granted clemency by Holt": to whom
        add(agents, agent < 0 ? match.led(token, tokens, 'by') : agent);
        add(patients, own);
      } else if (entry.type === 'REQUEST' && passive && agent < 0) add(patients, own);
      else add(agents, passive && agent < 0 && match.view.lower[own] !== 'security' && (entry.type === 'MOBILIZE' || entry.mode === 'withdraw' || entry.needs.every((need) => need.of !== 'o')) ? own : agent);
      // "the ambassador was summoned to the ministry", "summoned the ambassador to the ministry"
      if (entry.type === 'ACCUSE' && tokens.includes(patient) && ((match.kinds.of(patient) & PERSON) !== 0 || CHARGE.test(match.view.lower[patient] ?? ''))) patients.push(patient);
      // "a deal was struck between Velmar and Dorvania"
      const side = agents.length === 0 && passive ? match.led(token, tokens, 'between') : -1;
      // "the deal signed between Velmar and Dorvania angered Kestria": the second side was taken to open a clause
      const alone = side < 0 || match.together(side).length === 1;
      if (agents.length === 0 && passive && alone && BOTH.has(entry.type)) agents.push(...sidesOf(match, token));
      if (agents.length === 0) add(agents, side);
      const launched = entry.type === 'ASSAULT' && match.view.relation[token] === REL.acl && match.view.tag(token) === 'VBN' ? match.led(token, tokens, 'from') : -1;
      if (launched >= 0 && match.kinds.isState(launched)) add(agents, launched);
      // "warned Velmar of consequences": whom the words of the entry leave out
      if (entry.kind === 'verb' && entry.rest.length > 0 && !passive && TOLD.has(entry.type) && own > token && (match.roles.clauses.object[token] === own || match.roles.clauses.indirect[token] === own) && !entry.rest.some((word) => word === match.lemma(own)) && (match.kinds.of(own) & PARTY) !== 0) add(patients, own);
      // "nine diplomats were expelled from Velmar": the land that they have to leave expels them
      const left = passive && agents.length === 0 && EXPELLING.has(entry.mode) ? match.led(token, tokens, 'from') : -1;
      if (left >= 0 && match.kinds.isState(left)) agents.push(left);
      // "arrived in Velmar for talks": the words tell what for
      if (entry.mode === 'visit' && entry.rest[0] === 'for') {
        const host = match.roles.obliqueOf(token, 'in');
        if (host > token && (match.kinds.of(host) & PLACE) !== 0) patients.push(host);
      }
      // "made nine arrests in Leeds", "met in Muscat": the place is none of the parties
      if (entry.mode !== 'arrest' && entry.type !== 'CONSULT') {
        // "signed a truce in Velmar"
        const made = MADE_IN.has(entry.type) || tokens.some((one) => (match.kinds.of(one) & ACCORD) !== 0);
        for (const other of entry.type === 'COOPERATE' ? SHARED_WITH : entry.type === 'REQUEST' && entry.mode !== 'assist' ? ASKED_OF : entry.type === 'ASSAULT' ? (entry.mode === 'firearms' ? SHOT : STRUCK) : entry.mode === 'withdraw' ? LEFT : UPON)
          // "clashed in front of the palace with police": where, and not with whom; "sent in | troops": who was sent
          if (patients.length === 0 && !(other === 'in' && (made || entry.rest[0] === 'with' || entry.needs.some((need) => need.of === 'in' && !need.not)))) {
            const near = match.led(token, tokens, other);
            // "massed tanks near its border with Velmar": whom the border is with
            const beyond = entry.type === 'MOBILIZE' && BORDER.test(match.view.lower[near] ?? '') && match.view.lower[near + 1] === 'with' ? Math.max(match.roles.obliqueOf(near, 'with'), match.led(token, tokens, 'with')) : -1;
            const led = beyond < 0 ? near : beyond;
            if (led === left && left >= 0) continue;
            // "opened an investigation in the wake of Velmar's report": a preposition of several words
            if (OF_SEVERAL_WORDS.has(match.view.lower[led] ?? '') && match.view.lower[led + 1] !== '.') continue;
            // "provided a billion in security assistance": what was given
            if (entry.type === 'AID' && other === 'in' && GIVEN.test(match.view.lower[led] ?? '')) continue;
            // "walked out of the talks in Velmar"
            if (other === 'in' && ((entry.type === 'REJECT' && entry.mode === 'meet') || entry.cameo === '164')) continue;
            // "filed suit in Velmar": where, and against nobody there
            if (entry.type === 'ACCUSE' && (other === 'in' || other === 'near')) continue;
            // "filed a request with the commission", "issued an appeal with a photo of the man"
            if (entry.type === 'ACCUSE' && other !== 'against' && isCourt(match, led)) continue;
            // "called out the army to quell the unrest": what for, and upon nobody
            const what = entry.type === 'MOBILIZE' && match.view.tag(led) === 'VB' ? (match.roles.clauses.object[led] ?? -1) : -1;
            if (what >= 0 && (match.kinds.of(what) & PARTY) === 0) continue;
            if (other !== 'with' || entry.type !== 'REQUEST' || (match.kinds.of(led) & BODY) !== 0) add(patients, led);
          }
        // "provided air support for the rebels": whom it is given to, and not what for
        if (patients.length === 0 && entry.type === 'AID') {
          const helped = match.led(token, tokens, 'for');
          if (helped >= 0 && (match.kinds.of(helped) & PARTY) !== 0) add(patients, helped);
        }
      }
    }
  } // biome-ignore format: long calls in one table
  // "was acquitted in the Senate": by those who sit there
  if (passive && agents.length === 0 && HEARD.has(entry.type)) {
    const seat = match.roles.obliqueOf(token, 'in');
    if (seat > token && CHAMBER.test(match.view.lower[chamberEnd(seat, match)] ?? '') && hasArticle(seat, match))
      add(agents, seat);
  }
  // "was tortured at the hands of guards"
  if (passive && agents.length === 0 && HURTING.has(entry.type)) {
    const hands = match.roles.obliqueOf(token, 'at');
    if (hands > token && HANDS.test(match.view.lower[hands] ?? '')) add(agents, match.roles.obliqueOf(hands, 'of'));
  }
  // "offered the rebels an amnesty"
  const given = passive || patients.length > 0 ? -1 : (match.roles.clauses.indirect[token] ?? -1);
  if (
    given > token &&
    match.view.tag(token) !== 'VBG' &&
    (match.kinds.of(given) & PARTY) !== 0 &&
    entry.frame === 'agent'
  )
    add(patients, given);
  // "wrote to the embassy asking to waive": who is written to
  if (patients.length === 0 && entry.type === 'REQUEST') add(patients, addressee(match, token));
  // "refused to recognise Dorvania's claim": whom the refused deed would be done to
  if (patients.length === 0 && VERBAL.has(entry.type) && (match.roles.clauses.open[token] ?? -1) >= 0)
    for (const one of whomOf(match, token)) if (one !== agent) add(patients, one);
  // "the envoy was summoned to the ministry of Velmar": theirs it is who summoned him
  if (passive && agents.length === 0 && entry.type === 'ACCUSE' && match.lemma(token) === 'summon')
    add(agents, match.roles.obliqueOf(token, 'to'));
  // "joined Velmar in condemning the raid": both
  const up = match.view.head[token] ?? -1;
  if (
    !passive &&
    up >= 0 &&
    up < token &&
    match.view.relation[token] === REL.advcl &&
    match.roles.caseOf(token) === 'in' &&
    match.lemma(up) === 'join'
  )
    add(agents, match.roles.clauses.object[up] ?? -1);
  // "accused Velmar of arming them and Oster of hiding them"
  if (entry.type === 'ACCUSE' && own > token && !passive)
    for (let one = match.roles.children.first[own] as number; one >= 0; one = match.roles.children.next[one] as number)
      if (match.view.relation[one] === REL.conj && blamedApart(own, one, match.view)) add(patients, one);
  // "Norway expelled nine envoys and Velmar four"
  const counted = match.roles.clauses.object[token] ?? -1;
  if (counted > token && agent >= 0 && !passive) add(agents, gappedBehind(counted, match.view));
  return { agents, patients };
}

/** The last word of the name of a chamber. */
function chamberEnd(seat: number, { view }: Matcher): number {
  let end = seat;
  while (end < seat + 3 && (view.upos[end + 1] === PROPN || view.lower[end + 1] === 'of')) end++;
  return end;
}

/** "In the Senate", "in the National Assembly": "in parliament" alone may be whoever speaks there. */
const hasArticle = (seat: number, { roles }: Matcher): boolean =>
  roles.childBy(seat, REL.det) >= 0 || roles.childBy(seat, REL['nmod:poss']) >= 0;

const GIVEN =
  /^(?:aid|assistance|help|support|funding|funds|grants?|loans?|relief|equipment|weapons|weaponry|arms|supplies|cash|credits?|money|ammunition)$/;

/** What prepositions of several words are made of: "in the wake of", "in response to", "in connection with". */
const OF_SEVERAL_WORDS: ReadonlySet<string> = new Set([
  'wake', 'aftermath', 'response', 'reaction', 'reply', 'connection', 'relation', 'view', 'face', 'front', 'retaliation', 'return', 'exchange', 'accordance', 'line', 'spite', 'case', 'event', 'light', 'anticipation', 'advance', 'addition',
  'anniversary', 'eve', 'occasion', 'sidelines', 'basis', 'grounds', 'condition', 'outskirts',
]); // biome-ignore format: one table

/** "Filed a suit in federal court", "with the District Court": where, and nobody accused. */
export function isCourt({ view }: Matcher, token: number): boolean {
  for (
    let at = token;
    at >= 0 && at < token + 5 && (at === token || view.relation[at] === REL.flat || view.upos[at] === PROPN);
    at++
  )
    if (/^(?:courts?|tribunals?)$/.test(view.lower[at] ?? '')) return true;
  return false;
}

const ADDRESSING: ReadonlySet<string> = new Set(['write', 'appeal', 'speak', 'turn', 'telephone', 'phone', 'reach']);

/** Of "wrote to the ministry asking", "wrote to them and asked": the ministry; -1 where nobody is written or spoken to. */
function addressee(match: Matcher, verb: number): number {
  const { view, roles, kinds } = match;
  const up = view.head[verb] ?? -1;
  if (up < 0 || up > verb || view.upos[up] !== VERB || view.tag(verb) !== 'VBG' || !ADDRESSING.has(match.lemma(up))) return -1;
  const to = roles.obliqueOf(up, 'to');
  return to > up && (kinds.of(to) & (PARTY | BODY)) !== 0 ? to : -1;
} // biome-ignore format: long conditions

/** "Shelling by the rebels killed nine": theirs. */
function fireOf({ view, roles, kinds }: Matcher, subject: number): number {
  if (subject < 0 || view.lower[subject + 1] !== 'by' || (view.upos[subject] !== NOUN && view.tag(subject) !== 'VBG'))
    return subject;
  const by = roles.obliqueOf(subject, 'by');
  return by > subject && (kinds.of(by) & PARTY) !== 0 ? by : subject;
}

/** "His" of "served his sentence". */
const isOwn = ({ view }: Matcher, token: number): boolean =>
  view.upos[token] === PRON && view.relation[token] === REL['nmod:poss'];

/** Who stands before the "and" that the parser gave to the verb in place of its subject; -1 for nobody. */
function besides({ view, roles }: Matcher, verb: number, subject: number): number {
  const and = roles.childBy(verb, REL.cc);
  if (and < 1 || and > subject || subject > verb) return -1;
  for (let at = and + 1; at < subject; at++) if (view.upos[at] === VERB || view.lower[at] === ',') return -1;
  const before = and - 1;
  const led = roles.caseOf(before);
  const named = view.upos[before] === NOUN || view.upos[before] === PROPN;
  return named && (led === 'after' || led === 'before' || led === 'when' || led === 'since') ? before : -1;
}

/** Whether a passive subject is given what the words of the entry name. */
const isGiven = ({ view }: Matcher, verb: number, subject: number, tokens: readonly number[]): boolean =>
  subject >= 0 &&
  !tokens.includes(subject) &&
  /^(?:grant|give|hand(?:ed)?$|award|offer|accord|den(?:y|ied)|refuse)/.test(view.lower[verb] ?? '') &&
  tokens.some((one) => view.head[one] === verb && view.relation[one] === REL.obj);

/** Who is to do what is demanded, or is said to do wrong: not whom it was done to, "alleged that Holt was poisoned". -1 for nobody. */
function subjectOfTold(match: Matcher, verb: number, entry: Entry): number {
  const clause = match.roles.clauses.complement[verb] ?? -1;
  const subject = match.roles.clauses.subject[clause] ?? -1;
  // "alleged that the raid was ordered by Velmar": who is told to have done it
  const doer =
    entry.type === 'ACCUSE' && (match.roles.clauses.passive[clause] ?? -1) >= 0
      ? match.roles.rolesOf(clause).agent
      : -1;
  if (doer > clause && (match.kinds.of(doer) & PARTY) !== 0) return doer;
  if (subject < 0 || entry.type === 'REQUEST') return subject;
  const active =
    match.view.upos[clause] === VERB && !/^(?:was|were|been|is|are|being|be)$/.test(match.view.lower[clause - 1] ?? '');
  return active && match.view.upos[subject] !== PRON && (match.kinds.of(subject) & PARTY) !== 0 ? subject : -1;
}
