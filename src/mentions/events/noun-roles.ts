// A noun that names an event in, the tokens of its parties out: "the Dorvanian strikes on Velmar", "talks between A and B".
import { eachChild } from '../../grammar/tree.ts';
import { ADJ, ADP, ADV, AUX, NOUN, PRON, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { allowedOwner, attended, carriedOn, nounAfter, present, targetOf, toldThere, travels } from './around-noun.ts';
import { happenedTo } from './both-sides.ts';
import { cameFrom } from './came-from.ts';
import type { Coder } from './coder.ts';
import { answeredBy, culprit } from './culprit.ts';
import type { Entry } from './entries.ts';
import type { EventType } from './event.ts';
import { fallenIn, isWarOfLand } from './fallen-in.ts';
import { gatheredThere, isTheirs } from './gathered.ts';
import { kindBit } from './kinds.ts';
import { ownerWithin } from './named-parts.ts';
import { isAggressor, isOfGang } from './of-gang.ts';
import { claimant, laidOn } from './responsible.ts';
import { isDay } from './role-words.ts';
import { staysIn } from './stays-in.ts';
import { bearerOf, isOfSecond, subjecting } from './under.ts';
import { isCourt } from './verb-parties.ts';
import { isCapital, isOfStruckSite, isWhere } from './where-struck.ts';
import { helpWith } from './with-help.ts';

/** "the bombing of Velmar": what "of" leads was bombed; with other nouns, "the protest of miners", it acts. */
const OF_PATIENT: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'ACCUSE',
  'SUPPORT',
  'REJECT',
  'AID',
]);
const TOWARD: ReadonlySet<string> = new Set([
  'on',
  'against',
  'at',
  'to',
  'toward',
  'towards',
  'upon',
  'over',
  'into',
  'for',
]);

const BORDERS: ReadonlySet<string> = new Set([
  'border',
  'borders',
  'frontier',
  'boundary',
  'relations',
  'ties',
  'links',
  'link',
  'connection',
  'line',
]);
const DISCUSSING: ReadonlySet<string> = new Set(['discuss', 'debate', 'review']);
const ANSWERING: ReadonlySet<string> = new Set(['response', 'reaction', 'reply']);
const ASCRIBING: ReadonlySet<string> = new Set(['attribute', 'ascribe', 'trace', 'link', 'tie']);
/** What stands before an attack and is not who was attacked. */
const HOW: ReadonlySet<string> = new Set([
  'gang',
  'terrorist',
  'twin',
  'mass',
  'double',
  'triple',
  'serial',
  'lone',
  'copycat',
]);
/** Blockades and sieges, occupations: what forces do to a place. */
const HOLDING: ReadonlySet<string> = new Set(['191', '192']);
/** Bodies whose attacks they are: "regime air raids", "coalition strikes". */
const RULERS: ReadonlySet<string> = new Set(['regime', 'government', 'coalition', 'junta', 'opposition']);
const OF_STATE: ReadonlySet<string> = new Set(['regime', 'government', 'junta']);
/** "With an eye to", "with the aim of": nobody. */
const MEANT: ReadonlySet<string> = new Set(['eye', 'view', 'aim', 'goal', 'hope', 'hopes', 'intention', 'purpose']);
export const isAim = (word: string): boolean => MEANT.has(word);
const WEAPON = kindBit('weapon');
const FORCES = kindBit('forces');
const BLOW = kindBit('blow');
const PERSON = kindBit('person');

export interface NounRoles {
  readonly agents: number[];
  readonly patients: number[];
}

export function nounRoles(coder: Coder, noun: number, entry: Entry): NounRoles {
  const { view, roles, kinds } = coder.match;
  const agents: number[] = [];
  const patients: number[] = [];
  const mutual = entry.frame === 'mutual';
  const actor = (token: number) => coder.isActor(token);
  const lemmaOf = coder.match.lemma(noun);
  let owner = -1;
  const up = view.head[noun] ?? -1;
  let withOne = false;
  let doneBy = false;
  let ofOne = false;
  const demand = entry.needs.find((need) => need.of === 'target' && !need.not);
  eachChild(coder.match.parsed, noun, (child) => {
    const relation = view.relation[child];
    // "last week's attack": when, and not whose
    if (relation === REL['nmod:poss']) owner = isDay(child, view) ? owner : allowedOwner(child, noun, coder.match);
    else if (relation === REL.amod && child < noun && view.lower[child] === 'led') {
      // "a Saudi-led strike"
      const leader = view.lower[child - 1] === '-' ? child - 2 : -1;
      if (leader >= 0 && actor(leader)) agents.push(leader);
    } else if (
      (relation === REL.amod ||
        relation === REL.compound ||
        (relation === REL.nmod && child < noun && roles.caseOf(child) === '')) &&
      child < noun
    ) {
      if (view.upos[child] === ADJ || view.upos[child] === PROPN || actor(child)) {
        // "troop deployments": those who are moved, not who moves them
        const moved = entry.type === 'MOBILIZE' && relation === REL.compound && view.upos[child] === NOUN;
        // "coalition talks": what they are about
        const about = mutual && relation === REL.compound && view.lower[child] === 'coalition';
        if (actor(child) && !moved && !about) {
          const lemma = coder.match.lemma(child);
          // "hostage release", "hospital bombing": what it was done to, where the noun names no one who acts
          // "a Dorvan peace rally", "the Minsk talks": where
          if (
            relation === REL.compound &&
            (mutual || entry.type === 'PROTEST') &&
            view.upos[child] === PROPN &&
            (isCapital(child, view) || (entry.type === 'PROTEST' && kinds.isState(child)))
          )
            return;
          // "the Malian coup", "Mali coup": against whoever ruled there
          if ((lemmaOf === 'coup' && kinds.isState(child)) || isOfStruckSite(child, noun, entry, view))
            patients.push(child);
          else if (relation === REL.compound && isWhere(child, entry, view, noun, lemmaOf)) {
            // "Mali attack on base kills nine": the base was struck; "Mali clashes": between whom is not told
            if (!mutual && view.lower[noun + 1] !== 'on') patients.push(child);
          } else if (
            relation === REL.compound &&
            view.upos[child] !== PROPN &&
            entry.type !== 'PROTEST' &&
            PASSIVE.has(lemma)
          )
            patients.push(child);
          else agents.push(child);
        }
      } else if (
        (relation === REL.compound || (relation === REL.amod && isAggressor(view.lower[child] ?? ''))) &&
        (entry.type === 'ASSAULT' || HOLDING.has(entry.cameo)) &&
        !view.lower[child]?.endsWith('ing') && // "the coalition conducting air strikes", tagged as a noun
        !PASSIVE.has(coder.match.lemma(child)) && // "convoy ambush"
        ((kinds.of(child) & (FORCES | WEAPON)) === FORCES ||
          RULERS.has(coder.match.lemma(child)) ||
          isOfGang(coder.match.lemma(child), lemmaOf))
      ) {
        // "army shelling", "rebel attack", "a government siege"
        agents.push(child);
      } else if (mutual && relation === REL.compound && isTheirs(child, coder.match)) {
        // "rebels meeting in Lintz elected a leader", taken for a meeting
        agents.push(child);
      } else if (relation === REL.compound && entry.type === 'ASSAULT' && rulerOf(coder, child) >= 0) {
        // "coalition air strikes", parsed as strikes of the coalition air; "the Dorvanian regime's" are Dorvania's
        if (!agents.some((one) => kinds.isState(one) && OF_STATE.has(view.lower[rulerOf(coder, child)] ?? '')))
          agents.push(rulerOf(coder, child));
      } else if (
        relation === REL.compound &&
        demand &&
        !HOW.has(coder.match.lemma(child)) && // "terrorist attacks", "twin bombings": not on whom
        (kinds.of(child) & demand.mask) !== 0 &&
        (kinds.of(child) & WEAPON) === 0 // "drone strike": what it was done with
      )
        patients.push(child);
    }
  });
  // "Protesters, police clash in Tarn": both, in a headline
  const headed = mutual && entry.type === 'ASSAULT' && agents.length === 1 ? (agents[0] as number) - 2 : -1;
  if (
    headed >= 0 &&
    headed === up &&
    view.relation[noun] === REL.appos &&
    view.lower[headed + 1] === ',' &&
    view.upos[headed] === NOUN
  )
    agents.unshift(headed);
  // "burned their scarves in protest": whoever did it protested
  if (
    entry.type === 'PROTEST' &&
    agents.length === 0 &&
    view.relation[noun] === REL.obl &&
    view.lower[noun - 1] === 'in'
  ) {
    const doer = up >= 0 && view.upos[up] === VERB ? roles.rolesOf(up).agent : -1;
    if (doer >= 0) agents.push(doer);
  }
  const land = agents.length + patients.length > 0 ? -1 : ownerWithin(noun, coder.match, coder.cast);
  if (land >= 0) agents.push(land);
  // "police firing", "army shelling": the words of the entry themselves name those who act
  const first = entry.words.slice(0, Math.max(0, entry.words.indexOf(' ')));
  if (agents.length === 0 && first !== '' && noun > 0 && !(mutual && first === 'coalition')) {
    const before = noun - 1;
    // "an opposition protest", "student riots"
    const isFirst = coder.match.lemma(before) === first;
    const own = entry.type === 'PROTEST' ? CROWDS.has(first) : (kinds.of(before) & (FORCES | WEAPON)) === FORCES && !PASSIVE.has(first);
    if (isFirst && own) agents.push(before);
  } // biome-ignore format: long conditions
  const named = entry.type === 'PROTEST' && agents.length > 0;
  // Phrases behind the noun are read along the text: parsers hang them from the wrong word more often than not.
  // of "a wave of criticism of Velmar" the words end with "criticism"
  const ends = entry.rest[0] === 'of' ? lastWord(coder, noun, entry) : noun;
  let at = ends + 1;
  let said = false;
  for (let phrases = 0; phrases < 3 && at < view.length; phrases++) {
    while (at < view.length && view.sentence[at] === view.sentence[noun] && view.upos[at] !== ADP) {
      const upos = view.upos[at];
      // "the strikes were by rebels", against "the strikes were a response to rebels"
      if (upos === AUX) said = true;
      // "its accession would be harmful to others" too
      if (upos === PUNCT || upos === VERB || (said && (upos === NOUN || upos === ADJ))) {
        at = view.length;
        break;
      }
      at++;
    }
    if (at >= view.length || view.sentence[at] !== view.sentence[noun]) break;
    let preposition = view.lower[at] ?? '';
    // "the killing of villagers at the hands of rebels": by them
    if (preposition === 'at' && view.lower[at + 2] === 'hands' && view.lower[at + 3] === 'of') {
      at += 3;
      preposition = 'by';
    }
    if (HARSH.has(entry.type) && isOfSecond(at, noun, coder.match)) break;
    const led = nounAfter(coder, at, noun);
    if (led < 0 || (preposition === 'with' && isAim(view.lower[led] ?? ''))) break;
    // "near the border with Velmar": whom the border is with
    // "sentenced for the murder by a court": what the verb was done by
    if (
      preposition === 'by' &&
      view.relation[led] === REL['obl:agent'] &&
      view.head[led] !== noun &&
      view.upos[view.head[led] ?? noun] === VERB &&
      (view.head[led] ?? noun) < noun
    )
      break;
    // "agreed to cooperate more during a visit by Holt": the visit is his
    const opens = view.relation[led] === REL.flat ? (view.head[led] ?? led) : led;
    const occasion = view.head[opens] ?? noun;
    if (preposition === 'by' && occasion !== noun && MEANWHILE.has(roles.caseOf(occasion))) break;
    // "attributed the bombing to rebels": who is said to have done it
    // "launched attacks in response to the blast": what they answer is none of those whom they hit
    if (preposition === 'to' && ANSWERING.has(view.lower[at - 1] ?? '') && demand && isBlow(led, coder)) break;
    if (preposition === 'to' && up >= 0 && ASCRIBING.has(coder.match.lemma(up))) break;
    if (preposition === 'with' && at > noun + 1 && BORDERS.has(view.lower[at - 1] ?? '')) break;
    // "discussed the truce with Dorvanian officials": whom it was discussed with
    if (preposition === 'with' && up >= 0 && view.head[led] === up && DISCUSSING.has(coder.match.lemma(up))) break;
    if (mutual) {
      if (preposition === 'with' && agents.length === 0) withOne = true;
      if (
        preposition === 'between' ||
        preposition === 'among' ||
        preposition === 'amongst' ||
        preposition === 'with' ||
        // "talks between two armies before the raid by rebels": theirs is the raid
        (preposition === 'by' && (agents.length === 0 || view.head[led] === noun)) ||
        (preposition === 'of' && at === noun + 1 && actor(led)) ||
        // "cooperation from Velmar and Dorvania": theirs with whoever tells of it
        (preposition === 'from' && at === noun + 1 && entry.type === 'COOPERATE')
      )
        agents.push(led);
      // "a truce between the army and | the rebels came into force": hung from the verb
      const other = preposition === 'between' ? otherSide(coder, led, noun) : -1;
      if (other >= 0) agents.push(other);
    } else if (
      preposition === 'by' ||
      preposition === 'between' ||
      // "the killing of nine boys at the hands of rebels"
      (preposition === 'at' && /^hands?$/.test(view.lower[at + 2] ?? '') && view.lower[at + 3] === 'of') ||
      (preposition === 'among' && entry.type === 'ASSAULT')
    ) {
      // "opposition protests and a mutiny by the police": the mutiny is theirs
      if (named && view.head[led] !== noun) break;
      agents.push(preposition === 'at' ? Math.max(led, roles.obliqueOf(led, 'of')) : led);
      if (preposition !== 'between' && preposition !== 'among') doneBy = true;
    } else if (preposition === 'from') {
      // "deleted files on the attacks from his computer": a thing of somebody's attacks nobody
      const poss = view.upos[led] === PRON && view.relation[led] === REL['nmod:poss'];
      const thing = poss && (kinds.of(view.head[led] ?? led) & (PERSON | FORCES)) === 0;
      // "the abduction of pupils from a school", "Velmar's expulsion of envoys from the bloc": out of where
      // "the arrest of soldiers from Kestria": where those come from
      const out =
        entry.mode === 'abduct' ||
        (entry.frame === 'done' && (owner >= 0 || (at > noun + 1 && HARSH.has(entry.type) && view.head[led] !== noun)));
      // "the demand for Holt's extradition from Velmar": of what stands between
      const other =
        at > noun + 1 &&
        view.head[led] !== noun &&
        view.upos[view.head[led] ?? noun] === NOUN &&
        (view.head[led] ?? noun) > noun;
      // "an ambush by a gunman from Velmar": whence he is
      const whence = agents.includes(view.head[led] ?? -1);
      if (!thing && !out && !whence && !(other && (entry.type === 'REJECT' || isOwned(view.head[led] ?? noun, roles))))
        (entry.type === 'RETREAT' ? patients : agents).push(led);
    } else if (preposition === 'of') {
      // "riots over the death of Holt": what is behind another phrase belongs to that one
      if (at > ends + 1 && !isPair(view, noun, at)) {
        at = Math.max(at + 1, led + 1);
        continue;
      }
      const done =
        entry.frame === 'done' ||
        (entry.frame === 'directed' && (OF_PATIENT.has(entry.type) || entry.mode === 'release'));
      (done ? patients : agents).push(led);
      ofOne = true;
    } else if (preposition === 'with' && entry.type !== 'REQUEST' && entry.type !== 'ASSAULT') {
      if (entry.type !== 'ACCUSE' || !isCourt(coder.match, led)) patients.push(led);
    }
    // "troop deployments in Velmar"
    else if (preposition === 'in' && entry.type === 'MOBILIZE' && at === noun + 1 && kinds.isState(led))
      patients.push(led);
    else if (
      TOWARD.has(preposition) &&
      // "support from the alliance against the rebels": they are not supported
      !(preposition === 'against' && (entry.type === 'SUPPORT' || entry.type === 'AID')) &&
      // "is under investigation for fraud"
      !(preposition === 'for' && (entry.type === 'ASSAULT' || entry.mode === 'investigate')) &&
      // "the killing of two girls at a pool": where they were
      !(preposition === 'at' && entry.type === 'ASSAULT' && ofOne) &&
      !(preposition === 'to' && entry.type === 'PROTEST')
    )
      patients.push(led);
    at = Math.max(at + 1, led + 1);
  }
  // "the arrest of Holt, a journalist, by the police"
  const by = agents.length === 0 && !mutual ? roles.obliqueOf(noun, 'by') : -1;
  if (by > noun && view.relation[by] === REL.nmod && !patients.includes(by)) {
    agents.push(by);
    doneBy = true;
  }
  const gathered = mutual ? gatheredThere(noun, coder.match) : -1;
  if (gathered >= 0) agents.splice(0, agents.length, gathered);
  if (agents.length === 0 && patients.length === 0) happenedTo(coder.match, noun, entry, agents, patients);
  // "his arrest", "the hostages' release": done to whose it is, unless "of" says to whom
  if (owner >= 0 && !isWarOfLand(noun, owner, entry, patients, coder)) {
    // "his capture by rebels loyal to Holt": who is captured is whose capture it is
    // "told the senator of Kern's conviction", "mentioned Kern's release to Holt": only "of" says whom else it is done to
    if ((entry.frame === 'done' && doneBy) || (suffered(entry) && !ofOne)) patients.length = 0;
    (suffered(entry) && patients.length === 0 ? patients : agents).unshift(owner);
  }
  // "died after a gunfight with police": who died fought them
  if (entry.type === 'ASSAULT' && owner < 0 && withOne && patients.length === 0) {
    const fought = fallenIn(coder, noun);
    if (fought >= 0 && !agents.includes(fought)) agents.unshift(fought);
  }
  if (entry.type === 'COOPERATE' && owner < 0 && withOne) {
    const grown = carriedOn(coder, noun);
    if (grown >= 0 && !agents.includes(grown)) agents.push(grown);
  }
  // "a wave of Dorvanian strikes": whose strikes they are
  if (agents.length === 0 && ends !== noun && entry.frame !== 'done' && !mutual)
    eachChild(coder.match.parsed, ends, (child) => {
      const relation = view.relation[child];
      const whose = relation === REL.amod || relation === REL.compound || relation === REL['nmod:poss'];
      if (whose && child < ends && child > noun && actor(child) && !patients.includes(child)) agents.push(child);
    });
  if (agents.length === 0) {
    const giver = cameFrom(noun, entry.type, coder.match);
    if (giver >= 0 && !patients.includes(giver)) agents.push(giver);
  }
  if (patients.length === 0) {
    const target = targetOf(coder, noun, entry);
    if (target >= 0 && !agents.includes(target)) patients.push(target);
    // "is under sanctions"
    const bearer = target < 0 ? bearerOf(noun, entry.type, coder.match) : -1;
    if (bearer >= 0 && !agents.includes(bearer)) patients.push(bearer);
    // "was subjected to shelling by the army"
    const doer = bearer >= 0 && agents.length === 0 ? subjecting(noun, coder.match) : -1;
    if (doer >= 0 && doer !== bearer) agents.push(doer);
  }
  if (entry.type === 'CONSULT' || entry.type === 'AGREE') {
    const visits = entry.mode === 'visit' && roles.caseOf(noun) === 'on';
    // "raised it in a call with Holt": who did so was on the line
    const partaker =
      agents.length === 0
        ? visits
          ? travels(coder, noun)
          : entry.mode === 'visit' && carriedOn(coder, noun) >= 0
            ? carriedOn(coder, noun)
            : attended(coder, noun)
        : owner < 0 && withOne
          ? present(coder, noun)
          : -1;
    if (partaker >= 0 && !agents.includes(partaker)) {
      agents.push(partaker);
      // "in a call, Holt told Kern": both were on the line
      const other = roles.caseOf(noun) === 'in' ? toldThere(coder, noun) : -1;
      if (other >= 0 && !agents.includes(other)) agents.push(other);
    } else if (agents.length === 0 && entry.mode === 'visit') staysIn(coder, noun, agents, patients);
  }
  if (entry.type === 'ASSAULT' && agents.length === 0) {
    const back = answeredBy(noun, coder.match);
    if (back >= 0) agents.push(back);
  }
  if (entry.type === 'ASSAULT' && agents.length === 0) {
    const claims = claimant(noun, coder.match);
    const who = claims < 0 && patients.length > 0 ? culprit(noun, coder.match) : claims;
    if (who >= 0) agents.push(who);
    // whose it is said to be did not suffer it
    const laid = laidOn(noun, coder.match);
    if (laid >= 0 && patients.includes(laid)) patients.splice(patients.indexOf(laid), 1);
  }
  if (entry.type === 'SUPPORT' || entry.type === 'AID' || entry.type === 'COOPERATE')
    helpWith(coder, noun, agents, patients);
  return { agents, patients };
}

/** A blow, or what no list knows, of nobody who is named before it. */
function isBlow(noun: number, coder: Coder): boolean {
  const { kinds, roles } = coder.match;
  if ((kinds.of(noun) & BLOW) === 0 && kinds.of(noun) !== 0) return false;
  return ![REL.compound, REL['nmod:poss']].some((how) => coder.isActor(roles.childBy(noun, how)));
}

/** Whether a noun has a possessor. */
const isOwned = (noun: number, roles: Coder['match']['roles']): boolean => roles.childBy(noun, REL['nmod:poss']) >= 0;

/** The noun behind "and" that the parser made the subject of the verb behind it in place of the second of two sides; -1 for none. */
function otherSide(coder: Coder, side: number, noun: number): number {
  const { view } = coder.match;
  const verb = view.head[noun] ?? -1;
  if (view.lower[side + 1] !== 'and' || coder.match.together(side).length > 1) return -1;
  const other = nounAfter(coder, side + 1, noun);
  // "is under way": hung from the second side where no verb tells of it
  if (view.head[side + 1] !== verb && view.head[side + 1] !== other) return -1;
  return other > side && view.head[other] === verb && view.relation[other] === REL.nsubj ? other : -1;
}

/** The body right before a word that it was hung from: "coalition | air"; -1 for none. */
function rulerOf({ match }: Coder, word: number): number {
  const before = word - 1;
  return before >= 0 &&
    match.view.head[before] === word &&
    match.view.relation[before] === REL.compound &&
    RULERS.has(match.lemma(before))
    ? before
    : -1;
}

/** The last of the words behind a noun that belong to its entry. */
function lastWord({ match }: Coder, noun: number, { rest }: Entry): number {
  const last = rest.at(-1) ?? '';
  for (let at = noun + 2; at < match.view.length && at < noun + 8; at++)
    if (match.view.lower[at] === last || match.lemma(at) === last)
      // "the recall of the ambassador": somebody it is done to
      return (match.kinds.of(at) & (PERSON | FORCES)) === 0 || (match.kinds.of(at) & WEAPON) !== 0 ? at : noun;
  return noun;
}

/** "The arrest and detention of", "its rejection and strong condemnation of": only another noun between the two. */
function isPair({ upos, lower }: TokenView, noun: number, of: number): boolean {
  if (lower[noun + 1] !== 'and' || upos[of - 1] !== NOUN) return false;
  for (let at = noun + 2; at < of - 1; at++) if (upos[at] !== ADJ && upos[at] !== ADV) return false;
  return of > noun + 2;
}

const suffered = ({ frame, mode }: Entry): boolean => frame === 'done' || (frame === 'directed' && mode === 'release');

/** What leads the occasion on which something was done. */
const MEANWHILE: ReadonlySet<string> = new Set(['during', 'after', 'before', 'following', 'amid']);

/** Those who march in "student protests". */
const CROWDS: ReadonlySet<string> = new Set(['opposition', 'student', 'voter', 'consumer']);
/** What is done to people who may come from a land that has nothing to do with it. */
const HARSH: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'ASSAULT']);

/** People to whom things are done. */
const PASSIVE: ReadonlySet<string> = new Set([
  'hostage',
  'convoy',
  'motorcade',
  'patrol',
  'outpost',
  'checkpoint',
  'prisoner',
  'detainee',
  'civilian',
  'captive',
  'refugee',
  'child',
  'student',
  'tourist',
  'inmate',
  'migrant',
  'journalist',
  'villager',
  'aid',
]);
