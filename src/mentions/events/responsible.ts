// A noun for an attack in, the token of the one who claims or carried it out by the words around it out; then claims that stand in a sentence of their own.
import { firstNot } from '../../text/first-from.ts';
import { ADJ, ADV, DET, NOUN, PRON, PROPN, PUNCT, REL, VERB } from '../actors/token-view.ts';
import { type Draft, settled } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';

/** "Claimed by", "carried out by": whose deed it was. */
const DONE: ReadonlySet<string> = new Set([
  'claim', 'carry', 'conduct', 'commit', 'perpetrate', 'stage', 'orchestrate', 'mastermind', 'mount', 'launch', 'order', 'execute', 'plan', 'undertake',
]); // biome-ignore format: one table
const DOING: ReadonlySet<string> = new Set(['carry', 'commit', 'perpetrate', 'conduct', 'launch', 'stage']);
/** What one claims, accepts or admits responsibility by. */
const CLAIMING: ReadonlySet<string> = new Set(['claim', 'accept', 'admit', 'take', 'acknowledge', 'assume']);
/** "Claimed the attack", "orchestrated attacks". */
const OWNING: ReadonlySet<string> = new Set(['claim', 'orchestrate', 'mastermind', 'perpetrate']);
/** What lays an attack at somebody's door, with the word that leads to whose. */
const LAYING: Readonly<Record<string, string>> = { attribute: 'to', ascribe: 'to', blame: 'on', pin: 'on' };
/** How far behind an attack a claim without its name may stand, in drafts. */
const BACK = 12;

/** Who claims or carried out the attack that a noun names; -1 where no words beside it say so. */
export function claimant(noun: number, match: Matcher): number {
  const { view, roles } = match;
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0; child = next[child] as number) {
    if (child < noun || view.upos[child] !== VERB || view.tag(child) !== 'VBN') continue;
    // "an attack ascribed to the Front", "blamed on it"
    const to = LAYING[match.lemma(child)];
    const laid = to === undefined ? -1 : roles.obliqueOf(child, to);
    if (laid >= 0) return laid;
    if (!DONE.has(match.lemma(child))) continue;
    const by = roles.clauses.agent[child] ?? -1;
    if (by >= 0) return by;
  }
  // "a bombing killed five, another attack ascribed to the Front"
  const other = calledBehind(noun, match);
  if (other >= 0) return claimant(other, match);
  const behind = participleBehind(noun, match);
  if (behind >= 0) return Math.max(roles.clauses.agent[behind] ?? -1, byBehind(behind, match));
  const author = standsBehind(noun, match);
  if (author >= 0) return author;
  const up = view.head[noun] ?? -1;
  if (up < 0) return -1;
  if (view.upos[up] === VERB) {
    const { clauses } = roles;
    const laid = laidOn(noun, match);
    if (laid >= 0) return isDenied(up, match) ? -1 : laid;
    // "claimed credit for the raid": hung from the verb
    const word = clauses.object[up] ?? -1;
    if (word > up && word < noun && OWNED.test(view.lower[word] ?? '') && roles.caseOf(noun) === 'for') return responsible(up, word, match);
    if ((clauses.passive[up] ?? -1) === noun)
      return DONE.has(match.lemma(up)) && !isDenied(up, match) ? (clauses.agent[up] ?? -1) : -1;
    if ((clauses.object[up] ?? -1) !== noun || !OWNING.has(match.lemma(up)) || isDenied(up, match)) return -1;
    // "claim to have heard explosions" claims no explosions
    for (let at = up + 1; at < noun; at++) if (view.upos[at] === VERB || at > up + 6) return -1;
    // "no group has claimed the attack"
    const { agent } = roles.rolesOf(up);
    return agent >= 0 && isNobody(agent, match) ? -1 : agent;
  }
  // "the rebels were responsible for the attack"
  if (view.lower[up] === 'responsible' && roles.caseOf(noun) === 'for') {
    const subject = roles.clauses.subject[up] ?? -1;
    const unsure = roles.childBy(up, REL.aux);
    // "has been responsible", against "may be"
    const held = subject >= 0 && roles.childBy(up, REL.cop) >= 0 && (unsure < 0 || HAVING.test(view.lower[unsure] ?? ''));
    if (!held || isDenied(up, match) || isNobody(subject, match)) return -1;
    return view.upos[subject] === PRON ? ownsUp(subject, up, match) : subject;
  }
  // "claimed responsibility for the attacks"
  if (!OWNED.test(view.lower[up] ?? '') || view.relation[noun] !== REL.nmod || roles.caseOf(noun) !== 'for') return -1;
  const verb = view.head[up] ?? -1;
  return verb >= 0 && view.upos[verb] === VERB ? responsible(verb, up, match) : -1;
} // biome-ignore format: long conditions

const OWNED = /^(?:responsibility|credit)$/;
const FIGHTERS = kindBit('forces') | kindBit('state') | kindBit('body');
const SAYING =
  /^(?:sa(?:y|ys|id)|claim(?:s|ed)?|announced?|declared?|confirm(?:s|ed)?|boast(?:s|ed)?|admit(?:s|ted)?)$/;
const HAVING = /^(?:have|has|had|'ve|’ve)$/;

const STANDING: ReadonlySet<string> = new Set(['behind']);

/** Whether a noun has "behind" before it, past a “that” which leads the clause. */
export const isLedByBehind = (noun: number, roles: Matcher['roles']): boolean =>
  roles.isLedBy(noun, REL.case, STANDING);

/** "The rebels were behind the attack": the rebels; -1 where nobody is said to be. */
function standsBehind(noun: number, match: Matcher): number {
  const { view, roles } = match;
  if (!isLedByBehind(noun, roles) || roles.childBy(noun, REL.cop) < 0) return -1;
  const subject = roles.clauses.subject[noun] ?? -1;
  const unsure = roles.childBy(noun, REL.aux);
  const owns = subject >= 0 && view.upos[subject] === PRON && unsure < 0 ? ownsUp(subject, noun, match) : -1;
  if (owns >= 0) return owns;
  if (subject < 0 || isNobody(subject, match) || isDenied(noun, match)) return -1;
  // "determined the regime was behind": who stands right before the verb, whatever the tree says
  let before = Math.min(roles.childBy(noun, REL.cop), unsure < 0 ? noun : unsure) - 1;
  while (view.upos[before] === ADV) before--;
  if (before !== subject && view.head[before] !== subject) return -1;
  // "said the rebels were behind the attack": told as an accusation, unless it says which attack
  if (view.relation[noun] === REL.ccomp && ['on', 'of', 'against'].every((led) => roles.obliqueOf(noun, led) < 0))
    return -1;
  const named = view.upos[subject] === NOUN || view.upos[subject] === PROPN;
  return named && (unsure < 0 || HAVING.test(view.lower[unsure] ?? '')) ? subject : -1;
}

/** "The Taliban said it was behind the blast", "said they were responsible for it": those who say so, who bear arms; -1 for nobody. */
function ownsUp(pronoun: number, clause: number, match: Matcher): number {
  const { view, roles, kinds } = match;
  const owns = /^(?:it|they)$/.test(view.lower[pronoun] ?? '') ? roles.speakerOf(pronoun) : -1;
  const verb = view.head[clause] ?? -1;
  if (owns < 0 || (kinds.of(owns) & FIGHTERS) === 0 || isNobody(owns, match)) return -1;
  return SAYING.test(view.lower[verb] ?? '') && !isDenied(verb, match) && !isDenied(clause, match) ? owns : -1;
}

/** "Attributed the bombing to the rebels": whose deed what a noun names is said to be; -1 for nobody's. */
export function laidOn(noun: number, match: Matcher): number {
  const { view, roles } = match;
  const verb = view.head[noun] ?? -1;
  const { object, passive } = roles.clauses;
  if (verb < 0 || (object[verb] !== noun && passive[verb] !== noun)) return -1;
  const to = LAYING[match.lemma(verb)];
  if (!to) return -1;
  const own = roles.obliqueOf(verb, to);
  // "the attack in Sanaa to the rebels": parsers hang it from whatever stands before
  for (let at = Math.max(verb, noun) + 1, far = at + 6; own < 0 && at < far && view.upos[at] !== VERB; at++)
    if (view.lower[at] === to && view.relation[at] === REL.case) return view.head[at] ?? -1;
  return own;
}

/** How many tokens behind a blow it may be called another. */
const BEHIND = 30;

/** "A bombing killed five, another attack ascribed to the Front", "an attack blamed on it": what the blow is called behind its clause; -1 for none. */
function calledBehind(noun: number, { view }: Matcher): number {
  const { lower, sentence, relation } = view;
  for (let at = noun + 1; at < noun + BEHIND && sentence[at] === sentence[noun]; at++)
    if (
      (lower[at] === 'another' || lower[at] === 'an' || lower[at] === 'a') &&
      lower[at - 1] === ',' &&
      /^(?:attack|bombing|assault|raid|strike|blast)$/.test(lower[at + 1] ?? '')
    )
      return relation[at + 1] === REL.nsubj ? -1 : at + 1;
  return -1;
}

const BROKERING: ReadonlySet<string> = new Set([
  'broker', 'mediate', 'host', 'facilitate', 'sponsor', 'convene', 'chair', 'oversee', 'moderate', 'organise', 'organize', 'arrange',
]); // biome-ignore format: one table

/** "Offers by Velmar", "the protest filed by Holt": who made what a noun names, though the parser hung them from the verb above; -1 for nobody. */
export function doneBy(noun: number, { view, roles }: Matcher): number {
  const own = roles.obliqueOf(noun, 'by');
  if (own >= 0) return own;
  const deed = roles.childBy(noun, REL.acl);
  // "talks brokered by Velmar": others hold them
  if (deed > noun && view.tag(deed) === 'VBN') return BROKERING.has(view.parsed.words.lemma(deed)) ? -1 : roles.agentOf(deed);
  const verb = view.head[noun] ?? -1;
  if (verb < 0 || view.upos[verb] !== VERB || (roles.clauses.object[verb] ?? -1) !== noun || roles.isPassive(verb)) return -1;
  const by = roles.clauses.agent[verb] ?? -1;
  return by > noun && roles.caseOf(by) === 'by' ? by : -1;
} // biome-ignore format: long conditions

const DEALERS = kindBit('forces') | kindBit('body');
const BLOW = kindBit('blow');

/** "Rebel shelling of government-held districts": whose blow it is; -1 where no word before it tells. */
export function dealerBefore(blow: number, { view, kinds, roles }: Matcher): number {
  if (view.upos[blow] !== NOUN || (kinds.of(blow) & BLOW) === 0) return -1;
  const { first, next } = roles.children;
  for (let child = first[blow] as number; child >= 0 && child < blow; child = next[child] as number)
    if (view.relation[child] === REL.compound && view.upos[child] === NOUN && (kinds.of(child) & DEALERS) !== 0) return child;
  return -1;
} // biome-ignore format: long condition

const SENDING: ReadonlySet<string> = new Set(['launch', 'fire', 'drop', 'lob', 'hurl', 'detonate', 'send']);

/** "Launched missiles targeting troops", "a shell was fired by rebels and killed two": who sends the weapon; -1 for nobody. */
export function launchedBy(weapon: number, { view, roles }: Matcher): number {
  const verb = view.head[weapon] ?? -1;
  if (verb < 0 || view.upos[verb] !== VERB || !SENDING.has(view.parsed.words.lemma(verb))) return -1;
  if (verb > weapon) return view.relation[weapon] === REL['nsubj:pass'] ? (roles.clauses.agent[verb] ?? -1) : -1;
  return view.relation[weapon] === REL.obj ? roles.rolesOf(verb).agent : -1;
}

/** "The attack, reportedly carried out by": whatever the parser hung the participle from; -1 for none. */
function participleBehind(noun: number, match: Matcher): number {
  const { view } = match;
  let at = noun + 1;
  while (at < noun + 4 && (view.lower[at] === ',' || view.upos[at] === ADV)) at++;
  // "the killing of nine clerks carried out by the rebels": behind those whom it befell
  const upon = view.lower[at] === 'of' || view.lower[at] === 'on' || view.lower[at] === 'against';
  if (upon) for (const end = at + 8; at < end && view.upos[at] !== VERB && view.upos[at] !== PUNCT; ) at++;
  if (view.sentence[at] !== view.sentence[noun] || (upon && !DOING.has(match.lemma(at)))) return -1;
  return view.sentence[at] === view.sentence[noun] &&
    DONE.has(match.lemma(at)) &&
    (view.tag(at) === 'VBN' || byBehind(at, match) >= 0)
    ? at
    : -1;
}

/** Whom the "by" right behind a participle leads; -1 for none. */
function byBehind(verb: number, { view: { lower, upos } }: Matcher): number {
  const by = lower[verb + 1] === 'by' ? verb + 1 : lower[verb + 2] === 'by' ? verb + 2 : -1;
  if (by < 0) return -1;
  let at = upos[by + 1] === DET ? by + 2 : by + 1;
  while (upos[at] === ADJ) at++;
  if (upos[at] !== NOUN && upos[at] !== PROPN) return -1;
  while (upos[at + 1] === NOUN || upos[at + 1] === PROPN) at++;
  return at;
}

/** Who takes responsibility in the clause of a verb; -1 where nobody does. */
function responsible(verb: number, noun: number, match: Matcher): number {
  const { clauses } = match.roles;
  if (!CLAIMING.has(match.lemma(verb)) || isDenied(verb, match)) return -1;
  const { agent, patient, passive } = match.roles.rolesOf(verb);
  // an object leaves no passive: "linked to the sect, later claimed responsibility"
  const subject = passive && agent < 0 ? patient : agent;
  const of = (clauses.object[verb] ?? -1) === noun ? (subject === noun ? -1 : subject) : (clauses.agent[verb] ?? -1);
  return of >= 0 && !isNobody(of, match) ? bodyBefore(of, match) : -1;
}

/** "Front spokesman Ivan Holt claimed responsibility": the Front's deed, where the body stands right before the word; the token itself otherwise. */
function bodyBefore(speaker: number, { view, kinds }: Matcher): number {
  const { lower, upos, sentence } = view;
  if (upos[speaker] !== PROPN) return speaker;
  for (let at = speaker - 1; at > speaker - 7 && sentence[at] === sentence[speaker]; at--) {
    if (/^spokes(?:man|woman|person)$/.test(lower[at] ?? '')) {
      const body = at - 1;
      const named =
        sentence[body] === sentence[at] &&
        (upos[body] === PROPN || (upos[body] === NOUN && (kinds.of(body) & DEALERS) !== 0));
      return named ? body : speaker;
    }
    if (upos[at] !== PROPN && upos[at] !== NOUN && upos[at] !== ADJ && lower[at] !== '-') return speaker;
  }
  return speaker;
}

/** "The Taliban claimed responsibility." behind the attack that it is about: who did the last attack of which nobody is told yet. */
export function claimedLater(drafts: readonly Draft[], match: Matcher, parties: PartyFinder): void {
  const { view, roles } = match;
  for (let token = 0; token < view.length; token++) {
    if (view.lower[token] !== 'responsibility') continue;
    const verb = view.head[token] ?? -1;
    if (verb < 0 || view.upos[verb] !== VERB || roles.obliqueOf(token, 'for') >= 0 || roles.obliqueOf(verb, 'for') >= 0)
      continue;
    const who = responsible(verb, token, match);
    const actors = who < 0 ? [] : parties.of([who]);
    if (actors.length === 0) continue;
    for (let i = before(drafts, verb), steps = 0; i >= 0 && steps < BACK; i--, steps++) {
      const draft = settled(drafts[i] as Draft);
      if (draft.code.type !== 'ASSAULT' || draft.status !== 'asserted') continue;
      if (draft.actors.length === 0 && !actors.some((one) => draft.recipients.includes(one))) draft.actors = actors;
      break;
    }
  }
}

/** The last draft that is told before a token; -1 for none. */
const before = (drafts: readonly Draft[], token: number): number =>
  firstNot(drafts, ({ coded }) => coded.trigger < token) - 1;

function isDenied(verb: number, { view, roles }: Matcher): boolean {
  for (let child = roles.children.first[verb] as number; child >= 0; child = roles.children.next[child] as number) {
    const word = view.lower[child];
    if (word === 'not' || word === "n't" || word === 'n’t' || word === 'never' || word === 'neither') return true;
  }
  return false;
}

/** "No group", "nobody". */
function isNobody(token: number, { view, roles }: Matcher): boolean {
  if (/^(?:nobody|none|neither)$/.test(view.lower[token] ?? '') || view.lower[token - 1] === 'one') return true;
  for (let child = roles.children.first[token] as number; child >= 0 && child < token; child = roles.children.next[child] as number)
    if (view.upos[child] === DET && view.lower[child] === 'no') return true;
  return false;
} // biome-ignore format: one long loop
