// An event in the making and those who act in it in, those it is done to out: by its frame, by whose things they are, by the words behind.
import { NOUN, NUM, REL, VERB } from '../actors/token-view.ts';
import { aimedAt, antiBefore } from './aimed-at.ts';
import type { Coded, Coder } from './coder.ts';
import { isPersonal } from './entry-fits.ts';
import { farther, owned } from './farther.ts';
import { heldBy } from './held-by.ts';
import { kindBit } from './kinds.ts';
import { MORTAL, whoseMembers } from './mortal.ts';
import { movedBy } from './moved-forces.ts';
import { isBefallen, isFromOthers, isUndoing, ownStates } from './own-states.ts';
import { betweenOf } from './pair.ts';
import type { PartyFinder } from './parties.ts';
import { phraseFrom } from './phrase-from.ts';

const PLACING: ReadonlySet<string> = new Set(['in', 'near', 'along', 'off', 'around', 'outside']);

/** What people protest about that was done to others. */
const SUFFERED: ReadonlySet<string> = new Set([
  'death', 'killing', 'murder', 'shooting', 'beating', 'rape', 'arrest', 'detention', 'imprisonment', 'jailing', 'execution', 'assassination', 'kidnapping', 'abduction', 'disappearance', 'dismissal', 'sacking', 'suspension', 'ouster', 'expulsion', 'deportation', 'conviction', 'sentencing',
]); // biome-ignore format: one table

const HARSH: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION']);
const TROOPS = /^(?:troops|forces|soldiers|personnel|fighters|units)$/;
/** What one does with one's own. */
const MOVING =
  /^(?:disengage|move|reposition|redeploy|deploy|add|send|station|keep|reduce|increase|rotate|separate|contribute|maintain)$/;
const MISDEEDS =
  /^(?:remark|comment|conduct|behaviou?r|action|statement|word|tweet|mistake|failure|role|language|joke|gesture|deed|crime)$/;
const OVER = ['at', 'over', 'against'] as const;

/** What one has with others. */
const BONDS: ReadonlySet<string> = new Set(['alliance', 'partnership', 'friendship', 'coalition']);
const MAKING = /^(?:set|form|establish|create|launch|build|open|found|appoint)$/;

/** Whether a noun, or the one that a word stands before, is what a verb of making under another is to bring about. */
function isToBeMade(token: number, match: Coder['match']): boolean {
  const { view } = match;
  const link = view.relation[token];
  const noun = link === REL.amod || link === REL.compound ? (view.head[token] ?? token) : token;
  const verb = view.head[noun] ?? -1;
  return view.relation[noun] === REL.obj && view.relation[verb] === REL.xcomp && MAKING.test(match.lemma(verb));
}

/** Of "refused to accede to the miners' demands", "gave in to calls by the union": who demands; of "pressing for talks between Velmar and Oster": those who are to talk. */
function askers({ code, consumed, trigger }: Coded, coder: Coder): readonly number[] {
  const { match } = coder;
  for (const token of consumed) {
    if (token === trigger || match.view.upos[token] !== NOUN) continue;
    if (code.type === 'REQUEST' && code.mode === 'meet') {
      const between = betweenOf(token, match);
      if (between >= 0) return [between];
    } else if ((code.type === 'REJECT' || code.type === 'CONCEDE') && ASKED.test(match.view.lower[token] ?? '')) {
      const asked = coder.code(token);
      if (asked?.code.type === 'REQUEST' && asked.trigger === token) return asked.agents;
    }
  }
  return [];
}

/** "Burned flags in front of the Chadian embassy", "laid a wreath at the gate of the consulate": the building whose land a protest is against; -1 for none. */
function embassyBy(
  { clause, trigger }: Coded,
  { view: { lower, sentence, upos, length, head } }: Coder['match'],
): number {
  // "laid a wreath at the embassy in protest"
  const up = upos[trigger] === VERB ? -1 : (head[trigger] ?? -1);
  const from = up >= 0 && upos[up] === VERB ? Math.min(up, trigger) : Math.min(clause, trigger);
  let led = false;
  for (let at = from + 1; at < length && at < from + EMBASSY_FAR && sentence[at] === sentence[from]; at++) {
    const word = lower[at] ?? '';
    if (upos[at] === VERB && at > trigger) return -1;
    if (/^(?:at|outside|near|to|towards?|before|front)$/.test(word)) led = true;
    else if (word === ',' || word === 'against' || word === 'from') led = false;
    if (led && /^(?:embassy|consulate)$/.test(word)) return at;
  }
  return -1;
}
const EMBASSY_FAR = 20;
const SOMEBODY = kindBit('person') | kindBit('forces');

/** What is done to people, besides what kills or maims them. */
const HURTING: ReadonlySet<string> = new Set([
  'arrest',
  'detain',
  'jail',
  'imprison',
  'charge',
  'convict',
  'sentence',
  'free',
  'release',
  'evacuate',
  'rescue',
]);

/** "Four others", "dozens of others", "several others": not any others. */
const isCounted = (others: number, { view, roles }: Coder['match']): boolean =>
  roles.childBy(others, REL.nummod) >= 0 || /^(?:several|many)$/.test(view.lower[others - 1] ?? '');

const ASKED = /^(?:demands?|calls?|requests?|appeals?|pleas?)$/;

const FOR: ReadonlySet<string> = new Set(['support', 'favour', 'favor', 'solidarity']);

/** Whether "in support of" stands behind a word in its clause. */
function isInSupport(token: number, { view: { lower, sentence } }: Coder['match']): boolean {
  for (let at = token + 1; at < token + 12 && sentence[at] === sentence[token] && lower[at] !== ','; at++)
    if (FOR.has(lower[at] ?? '') && lower[at - 1] === 'in') return lower[at + 1] === 'of' || lower[at + 1] === 'with';
  return false;
}

const HANDED_OVER = /^extradit(?:e|ion)$/;
const SENT_FOR =
  /^(?:defen[cs]es?|reinforcements|troops|forces|soldiers|peacekeepers|monitors|observers|police|officers|experts)$/;

/** "Pleaded for more troops": they are asked for and not asked, as in "called for the troops to leave". */
function isAskedFor(token: number, { view, roles }: Coder['match']): boolean {
  if (!SENT_FOR.test(view.lower[token] ?? '') || roles.caseOf(token) !== 'for') return false;
  return (
    view.lower[token + 1] !== 'to' && roles.childBy(token, REL.det) < 0 && roles.childBy(token, REL['nmod:poss']) < 0
  );
}

/** Those acted upon; where the frame's own words name nobody, whose things those are, and whom the words behind lead to. */
export function recipientsOf(whole: Coded, actors: readonly number[], parties: PartyFinder, coder: Coder): number[] {
  const { match } = coder;
  // "demanded the extradition of three bankers": of nobody whom it would befall
  const wanted = whole.code.type === 'REQUEST' && whole.consumed.some((at) => HANDED_OVER.test(match.lemma(at)));
  if (
    wanted &&
    !whole.patients.some((at) => match.kinds.isPower(at)) &&
    match.roles.obliqueOf(whole.trigger, 'from') < 0
  )
    return [];
  const sought = wanted ? { ...whole, patients: whole.patients.filter((at) => match.kinds.isPower(at)) } : whole;
  // "called for an inquiry into a raid on a market in Velmar": of nobody who was struck there
  const probed = whole.code.type === 'REQUEST' && whole.entry.mode === 'investigate';
  const deeds = probed ? whole.patients.filter((at) => coder.code(at) !== null) : [];
  const below = (at: number) => deeds.includes(match.view.head[at] ?? -1);
  const one = deeds.length > 0 ? { ...sought, patients: sought.patients.filter((at) => !below(at)) } : sought;
  const own = one.code.type === 'THREATEN' ? ownStates(one, actors, coder) : [];
  const others = (found: readonly number[]) => found.filter((actor) => !actors.includes(actor) && !own.includes(actor));
  if (one.code.type === 'SUPPORT' && one.patients.some((token) => isUndoing(token, match))) return [];
  if (one.code.type === 'ACCUSE' && one.patients.some((token) => isBefallen(token, match))) return [];
  const held = one.code.mode === 'seize' ? heldBy(one.trigger, match, coder.cast) : -1;
  if (held >= 0) {
    const from = others(parties.of([held]));
    if (from.length > 0) return from;
  }
  // "rallied in Velmar in support of Holt": against nobody there
  if (one.code.type === 'PROTEST' && isInSupport(one.trigger, match)) return [];
  if (one.code.type === 'REQUEST' && one.patients.some((token) => isAskedFor(token, match))) return [];
  const asking = askers(one, coder);
  if (asking.length > 0) {
    const found = others(parties.of(asking));
    if (found.length > 0) return found;
  }
  // "in protest at the death of a student": not against those who suffered it, but whoever did it
  if (one.code.type === 'PROTEST' || one.code.type === 'THREATEN') {
    const behind = [one.trigger, ...one.consumed].flatMap((token) =>
      OVER.map((word) => match.roles.obliqueOf(token, word)),
    );
    const cause = [...one.patients, ...behind].find((token) => token >= 0 && SUFFERED.has(match.lemma(token))) ?? -1;
    if (cause >= 0) return others(parties.of(coder.code(cause)?.agents ?? []));
  }
  // "apologised for the general's remarks": to those whom they hurt, and not to the general
  if (one.entry.words.startsWith('apolog') && one.patients.some((token) => MISDEEDS.test(match.lemma(token))))
    return [];
  // "an offensive to drive the rebels out of the port": whom it is to hit
  const meant =
    one.code.type === 'ASSAULT' && one.patients.every((at) => match.view.upos[at] === VERB)
      ? aimedAt(one, coder)
      : null;
  if (meant) {
    const aimed = others(parties.of(meant.patients));
    if (aimed.length > 0) return aimed;
  }
  // "the anti-Taliban offensive in Kandahar": whom it is against, and not the land where it is
  const against = one.code.type === 'ASSAULT' ? antiBefore(one, match) : null;
  if (against !== null) {
    const foe = [against, `${against}s`, `${against} rebels`, `${against} fighters`, `${against} militants`]
      .map((name) => coder.cast.called(name))
      .find((actor) => actor >= 0);
    return foe === undefined ? [] : others([foe]);
  }
  const embassy = one.code.type === 'PROTEST' && one.patients.length === 0 ? embassyBy(one, match) : -1;
  if (embassy >= 0) {
    const land = others(parties.of([embassy])).filter((actor) => coder.cast.kindOf(actor) === 'state');
    if (land.length > 0) return land;
  }
  const mortal = MORTAL.has(match.lemma(one.trigger));
  // "agreed to set up a joint commission": what is only to come of it
  const made = one.code.type === 'AGREE' ? one.patients.filter((token) => !isToBeMade(token, match)) : one.patients;
  // "reaffirmed its alliance with Velmar": Velmar
  const bound = (token: number) => {
    const other = BONDS.has(match.view.lower[token] ?? '') ? match.roles.obliqueOf(token, 'with') : -1;
    return other < 0 ? token : other;
  };
  const upon = mortal ? made.map((token) => whoseMembers(token, one.trigger, match)) : made.map(bound);
  const named = others(parties.of(upon, isPersonal(one.entry), mortal));
  if (isFromOthers(one, named, actors, coder)) return [];
  // "pledged to convert Hagia Sophia": what is promised about is not to whom, unless it is known to be somebody
  const within = (token: number) => match.view.relation[token] === REL.obj && match.view.head[token] !== one.clause;
  if (one.code.type === 'AGREE' && named.length > 0 && one.patients.every(within)) {
    // "agreed to disengage troops": their own
    if (
      one.patients.every(
        (token) =>
          TROOPS.test(match.view.lower[token] ?? '') && MOVING.test(match.lemma(match.view.head[token] ?? token)),
      )
    )
      return [];
    return named.filter((actor) => !coder.cast.isGuess(actor));
  }
  // "vetoed a resolution to impose sanctions on Velmar": who wants them, and not Velmar
  if (one.code.type === 'REJECT' && HARSH.has(one.entry.type)) return named;
  // "withdrew from Tarn": a place that no list knows
  if (one.code.mode === 'withdraw' && named.every((actor) => coder.cast.isGuess(actor))) return [];
  if (named.length > 0 || deeds.length > 0) return named;
  // "kidnapped nine others in Velmar": people, and not the land where they were
  if (HURTING.has(match.verbLemma(one.trigger)) || mortal) {
    const rest = one.patients
      .flatMap((token) => match.together(token))
      .find((token) => match.view.lower[token] === 'others');
    if (rest !== undefined)
      return isCounted(rest, match)
        ? [parties.cast.phrase(phraseFrom(rest, match.view), rest, rest + 1, 'group', null)]
        : named;
  }
  // "the strike hit two ISIL positions": whose things are struck, whoever struck them
  const deed = actors.length > 0 && match.view.upos[one.clause] === VERB;
  if (!deed) return one.code.type === 'ASSAULT' ? others(parties.owners(one.patients)) : named;
  const ofDeed = one.patients.some((token) => match.view.upos[token] === NOUN && coder.code(token) !== null);
  // "a probe into the attack on a convoy": those who were struck are not looked into
  if (ofDeed && one.code.mode === 'investigate') return named;
  const owners = others(parties.owners([...owned(one, match), ...made.filter((token) => coder.code(token) === null)]));
  // "condemned violence against civilians": what the words behind lead to belongs to that deed
  if (owners.length > 0 || ofDeed) return owners;
  // "killed 80 in the uprising against Holt": so many, whoever they are
  if (
    one.code.type === 'ASSAULT' &&
    one.patients.length > 0 &&
    one.patients.every((token) => match.view.upos[token] === NUM)
  )
    return owners;
  const moved = movedBy(one, match);
  for (const token of farther(one, match, (at) => coder.cast.headAt(at))) {
    if (token === moved || (one.code.type === 'AGREE' && isToBeMade(token, match))) continue;
    // "rejected a solution for Velmar", "a plan for a zone in Velmar": what it is about, against "a visa for the envoy"
    if (one.code.type === 'REJECT' && match.roles.caseOf(token) === 'for' && (match.kinds.of(token) & SOMEBODY) === 0)
      continue;
    if (one.code.type === 'PROTEST' && SUFFERED.has(match.lemma(token)))
      return others(parties.of(coder.code(token)?.agents ?? []));
    // "strikes in the Pacific": a place that no list knows, and nobody
    const placed = PLACING.has(match.roles.caseOf(token));
    const led = others(parties.of([token])).filter((actor) => !placed || !coder.cast.isGuess(actor));
    if (led.length > 0) return led;
  }
  return named;
}
