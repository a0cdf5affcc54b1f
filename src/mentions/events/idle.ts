// An event in the making in, whether its words sound like an event and name none out: wars and treaties as such, business, criticism.
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

/** Nouns that name a state of things rather than one deed: they want both sides, or somebody who begins it. */
const STATES: ReadonlySet<string> = new Set([
  'war', 'civil war', 'conflict', 'armed conflict', 'insurgency', 'insurrection', 'fighting', 'warfare', 'guerrilla warfare', 'hostility', 'battle', 'violence', 'bloodshed',
  'unrest', 'rebellion', 'uprising', 'revolt', 'armed rebellion',
]); // biome-ignore format: one table
/** What firms and clubs agree to do with each other. */
const COMMERCE: ReadonlySet<string> = new Set([
  'buy', 'acquire', 'merge', 'sponsor', 'star', 'publish', 'record', 'play', 'license', 'market', 'distribute', 'invest', 'rent', 'lease', 'hire', 'join',
]); // biome-ignore format: one table
/** Those whose attacks are words. */
const CRITICS: ReadonlySet<string> = new Set([
  'critic', 'campaigner', 'columnist', 'reviewer', 'analyst', 'commentator', 'pundit', 'rival', 'editor', 'lawyer', 'economist', 'investor', 'trader', 'consumer', 'fan',
  'viewer', 'voter', 'shareholder', 'colleague',
]); // biome-ignore format: one table
const FORCED: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);
const WHO = kindMask('person') | kindMask('forces') | kindMask('weapon') | kindMask('body') | kindMask('party');
const POWER = kindMask('power') & ~kindMask('name');

/** What one declines to say is no refusal to anybody: "declined to comment". */
const SILENT: ReadonlySet<string> = new Set([
  'comment', 'say', 'elaborate', 'answer', 'discuss', 'disclose', 'name', 'identify', 'reveal', 'speculate', 'confirm', 'deny', 'respond', 'explain', 'specify', 'rule',
]); // biome-ignore format: one table

const UTTERED: ReadonlySet<string> = new Set([
  'assertion', 'statement', 'prediction', 'remark', 'guess', 'judgement', 'judgment', 'detail', 'forecast', 'comment', 'explanation', 'estimate', 'figure',
]); // biome-ignore format: one table

const HOLDING: ReadonlySet<string | null> = new Set(['restrict', 'censor', 'curfew', 'martial-law', 'withhold']);

/** Whether "by" stands close behind a noun: parsers hang it from any noun before it. */
function isDoneBy(noun: number, { view }: Matcher): boolean {
  for (let at = noun + 1; at < view.length && at < noun + 7 && view.sentence[at] === view.sentence[noun]; at++) {
    if (view.upos[at] === VERB) return false;
    if (view.lower[at] === 'by') return true;
  }
  return false;
}

/** "Calling it an outrage": a thing is called names, and so is whoever has one behind them. */
function isNaming(patients: readonly number[], { view, roles, kinds }: Matcher): boolean {
  const of = patients[0] ?? -1;
  if (of < 0) return false;
  // "called Holt a hero": two objects
  const verb = view.head[of] ?? -1;
  if ((roles.clauses.indirect[verb] ?? -1) >= 0 && (roles.clauses.object[verb] ?? -1) >= 0) return true;
  if (/^["“'‘]/.test(view.lower[of + 1] ?? '')) return true;
  const next = view.lower[Math.max(of, roles.clauses.right[of] ?? of) + 1] ?? '';
  // "called the rebels terrorists"
  if (
    (roles.clauses.open[view.head[of] ?? -1] ?? -1) > of &&
    view.upos[roles.clauses.open[view.head[of] ?? -1] ?? 0] === NOUN
  )
    return true;
  // "what their leader called a campaign of terror"
  const article = view.lower[verb + 1];
  if ((article === 'a' || article === 'an') && (kinds.of(of) & kindMask('person')) === 0) return true;
  return view.lower[of] === 'it' || view.lower[of] === 'this' || /^["“'‘]/.test(next) || next === 'a' || next === 'an';
}

/** "A revolt against the king began": against whom, and that it broke out, is told. */
const isRising = ({ coded: { trigger }, recipients }: Draft, match: Matcher): boolean => {
  const verb = match.view.head[trigger] ?? -1;
  if (recipients.length === 0 || verb < trigger || match.view.relation[trigger] !== REL.nsubj) return false;
  return /^(?:begin|erupt|break|start|spread|flare)$/.test(match.lemma(verb));
};

/** What the words themselves make of it, whoever the parties are. */
export function isIdle(draft: Draft, match: Matcher): boolean {
  const { coded, actors, recipients, code } = draft;
  const { trigger, entry } = coded;
  const { view, kinds } = match;
  const parties = actors.length + recipients.length;
  const alone = view.upos[trigger] === NOUN && coded.operators.length === 0;
  // "a curfew by the army": whoever did it is told
  const done = alone && isDoneBy(trigger, match);
  if (alone && (code.type === 'ASSAULT' || code.type === 'PROTEST') && STATES.has(entry.words) && parties < 2 && !(code.type === 'PROTEST' && (done || isRising(draft, match)))) return true;
  // "has been at war for twenty years": with whom nobody says
  if (entry.words === 'at war' && parties < 2) return true;
  // a treaty that is named is none that is made
  if (alone && entry.type === 'AGREE' && coded.mutual && parties < 2) return true;
  // "the peace process": it goes on, or not
  if (alone && entry.words === 'peace process' && parties < 2 && code.type === 'CONSULT') return true;
  if (alone && code.mode === 'release' && recipients.length === 0) return true;
  // "under sanctions": a restriction that is named is none that is imposed
  if (alone && !done && code.type === 'COERCE' && HOLDING.has(code.mode) && recipients.length === 0)
    // "the government siege that began in July" is one that goes on
    return actors.length === 0 || (entry.words !== 'siege' && !(/(?:^|\s)(?:crackdown|clampdown)$/.test(entry.words) && coded.agents.some((one) => view.head[one] === trigger)));
  if (entry.words === 'call' && code.mode === 'phone' && isNaming(coded.patients, match)) return true;
  // "the board discussed the plan", "met and discussed it": nobody it was discussed with, or told already
  if (entry.words === 'discuss' && (parties < 2 || ((match.roles.clauses.subject[trigger] ?? -1) < 0 && !isArranged(trigger, match)))) return true;
  // "had been briefed on the incident": by whom nobody says
  if (entry.words === 'brief' && parties < 2) return true;
  // "the Senate was set to meet": a house that sits
  if (entry.words === 'meet' && parties < 2 && coded.patients.length === 0 && !isSeveral(draft, match)) return true;
  // "the first call about the blaze": nobody it was with
  if (alone && entry.words === 'call' && code.type === 'CONSULT' && parties < 2 && match.roles.obliqueOf(trigger, 'about') >= 0) return true;
  // "shells fired by rebels hit the town": the hit is told
  if (view.relation[trigger] === REL.acl && entry.words.startsWith('fire') && isLanding(trigger, match)) return true;
  // "3 percent support": in a poll
  if (view.upos[trigger] === NOUN && code.type === 'SUPPORT' && isPolled(trigger, match)) return true;
  // "asked for help, which he denied": says it is not so
  if (code.mode === 'withhold' && match.lemma(trigger) === 'deny' && isOfClause(trigger, match)) return true;
  // "defended his decision": one's own
  if (code.type === 'SUPPORT' && recipients.length === 0 && coded.patients.some((token) => isOwn(token, match))) return true;
  if (code.type === 'REJECT') {
    const open = match.roles.clauses.open[coded.clause] ?? -1;
    // "refused to give details", "unwilling to make any assertion"
    const object = open < 0 ? -1 : (match.roles.clauses.object[open] ?? -1);
    if (object >= 0 && UTTERED.has(match.lemma(object)) && /^(?:make|give|offer|provide|issue)$/.test(match.lemma(open))) return true;
    return open >= 0 && (SILENT.has(match.lemma(open)) || (match.lemma(open) === 'use' && /^(?:word|term|phrase|words|label)$/.test(view.lower[match.roles.clauses.object[open] ?? -1] ?? '')));
  }
  if (code.type === 'ACCUSE' && match.lemma(trigger) === 'charge' && isTasked(trigger, match)) return true;
  if (!FORCED.has(code.type)) return false;
  // "helicopters strafed the village": flown by somebody
  if (coded.agents.length > 0 && actors.length === 0 && view.upos[trigger] === VERB && code.mode !== 'aerial') {
    // "wildfires forced", "the flood killed": a subject that is nobody and no weapon
    let somebody = false;
    for (const token of coded.agents) for (const part of match.together(token)) if (kinds.of(part) === 0 || (kinds.of(part) & WHO) !== 0) somebody = true;
    if (!somebody && !coded.agents.some((token) => isBlow(token, match))) return true;
  }
  return code.type === 'ASSAULT' && coded.agents.length > 0 && coded.agents.every((token) => CRITICS.has(match.lemma(token)));
} // biome-ignore format: long conditions

const LANDING: ReadonlySet<string> = new Set([
  'hit',
  'strike',
  'land',
  'kill',
  'destroy',
  'slam',
  'fall',
  'injure',
  'wound',
]);

/** "Missiles fired by rebels hit a village": no test and no show. */
function isLanding(participle: number, match: Matcher): boolean {
  let missile = match.view.head[participle] ?? -1;
  // "a barrage of rockets fired by rebels hit a village", "rockets and shells fired by them"
  const { head, relation } = match.view;
  if (missile > 0 && (relation[missile] === REL.nmod || relation[missile] === REL.conj)) missile = head[missile] ?? -1;
  const verb = missile < 0 ? -1 : (match.view.head[missile] ?? -1);
  return verb >= 0 && LANDING.has(match.lemma(verb));
}

/** Whether what a verb is done to is a "which" behind a comma: all that was told. */
function isOfClause(verb: number, { view: { lower, sentence } }: Matcher): boolean {
  for (let at = verb - 1; at > verb - 6 && sentence[at] === sentence[verb]; at--)
    if (lower[at] === 'which') return lower[at - 1] === ',';
  return false;
}

function isPolled(noun: number, { view: { lower, sentence } }: Matcher): boolean {
  if (/^(?:percent|%|cent|points?)$/.test(lower[noun - 1] ?? '') || /^(?:percent|%)$/.test(lower[noun - 2] ?? ''))
    return true;
  // "the poll, which tracks support for the candidates"
  for (let at = noun - 1; at >= 0 && sentence[at] === sentence[noun]; at--)
    if (/^(?:polls?|surveys?|polling|pollsters?)$/.test(lower[at] ?? '')) return true;
  return false;
}

const OWN: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'my', 'our']);
const isOwn = (token: number, { roles, view }: Matcher): boolean =>
  OWN.has(view.lower[roles.childBy(token, REL['nmod:poss'])] ?? '');

const TASKS: ReadonlySet<string> = new Set([
  'verify', 'oversee', 'monitor', 'ensure', 'manage', 'enforce', 'implement', 'protect', 'draft', 'find', 'maintain', 'supervise', 'coordinate', 'run', 'lead', 'guard', 'secure', 'defend', 'police', 'patrol', 'handle', 'keep', 'carry', 'quell', 'restore', 'end', 'stop', 'prevent', 'investigate', 'stabilise', 'stabilize', 'train', 'distribute', 'deliver', 'rebuild', 'uphold', 'guide', 'hunt', 'combat', 'contain', 'disarm', 'observe', 'watch', 'escort', 'administer', 'govern', 'provide', 'help', 'assist', 'negotiate', 'mediate', 'prepare', 'track', 'drive', 'repel',
]); // biome-ignore format: one table

/** "Charged the inspectors with verifying the stocks": a task, not a crime. */
function isTasked(verb: number, match: Matcher): boolean {
  const { view } = match;
  for (let at = verb + 1; at + 1 < view.length && at < verb + 12 && view.sentence[at] === view.sentence[verb]; at++)
    if (view.lower[at] === 'with') return view.tag(at + 1) === 'VBG' && TASKS.has(match.lemma(at + 1));
  return false;
}

const BLOW = kindMask('blow');
const isBlow = (token: number, match: Matcher) => (match.kinds.of(token) & BLOW) !== 0;

/** "Struck a deal to buy a rival": business between those who hold no power. */
export function isBusiness({ coded, code, actors }: Draft, match: Matcher): boolean {
  if (code.type !== 'AGREE' && code.type !== 'COOPERATE' && code.type !== 'SUPPORT') return false;
  if (actors.length === 0 || coded.agents.some((token) => (match.kinds.of(token) & POWER) !== 0)) return false;
  const { relation, upos, lower, sentence } = match.view;
  for (let at = coded.trigger + 1; at < match.view.length && at < coded.trigger + 14; at++) {
    if (sentence[at] !== sentence[coded.trigger]) return false;
    if (upos[at] === VERB && lower[at - 1] === 'to' && COMMERCE.has(match.lemma(at))) return relation[at] !== REL.conj;
  }
  return false;
}

/** "Both leaders met": a plural subject is several. */
export const isSeveral = ({ coded }: Pick<Draft, 'coded'>, match: Matcher) =>
  coded.agents.some((token) => match.view.tag(token).endsWith('S') || match.together(token).length > 1);

/** "Are expected to discuss", "are due to": the talks themselves, not what a meeting was for. */
const isArranged = (verb: number, { view, parsed }: Matcher): boolean => {
  const up = view.head[verb] ?? -1;
  return up >= 0 && view.lower[verb - 1] === 'to' && ARRANGED.has(parsed.words.lemma(up));
};

const ARRANGED: ReadonlySet<string> = new Set([
  'expect',
  'schedule',
  'set',
  'due',
  'slate',
  'plan',
  'agree',
  'likely',
  'are',
  'be',
]);
