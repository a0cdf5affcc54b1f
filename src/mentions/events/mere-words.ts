// An event in the making in, whether its words mean another thing or only name a matter out: "called Holt “a saint”", "issues of police violence", "released her returns", "walked out of the courthouse".
import { ADJ, DET, NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { sentenceHas } from './soon.ts';

/** What there is to talk about. */
const MATTER =
  /^(?:issues?|questions?|debates?|topics?|matters?|discussions?|conversations?|talk|talks|subjects?|concerns?|problems?|views?|books?|films?|documentary|documentaries|stor(?:y|ies)|novels?|panels?|lectures?|essays?|stud(?:y|ies)|research|awareness|policy|policies)$/;
/** Deeds at large, of which no article makes one. */
const AT_LARGE = /^(?:violence|brutality|aggression|repression|torture|abuse|terror|terrorism|bloodshed|warfare)$/;
/** Papers that people show. */
const PAPERS = /^(?:returns|records|taxes|e-?mails|memoirs?|manuscript|transcripts?|r[eé]sum[eé]|diary|diaries|album|book|songs?|single|novel|film|plans?|schedule|statement)$/; // biome-ignore format: one list
/** Houses that anybody leaves. */
const HOUSES =
  /^(?:courthouse|courtroom|court|house|home|hospital|prison|jail|store|shop|building|station|restaurant|bar|room|door|gate|church|garage|apartment|hotel)$/;
const DISSENT = /^(?:protest|protested|protesting|anger|demanding|solidarity|dismay|disgust)$/;
/** Words that behind a name tell when, and not what it is called. */
const WHEN =
  /^(?:next|previous|same|other|first|second|last|day|days|night|week|month|year|morning|afternoon|evening|moment|minute|hour|time|weekend|few|couple)$/;
const OFFICES: ReadonlySet<string> = new Set(['GOV', 'LEG', 'PTY', 'ELI', 'OPP', 'IGO', 'MIL']);

/** `sectorOf`: the sector of an actor of the draft. */
export function isMereWords(draft: Draft, sectorOf: (actor: number) => string | null, match: Matcher): boolean {
  const { coded, code, actors, recipients } = draft;
  const { view, roles } = match;
  const { trigger, entry, patients } = coded;
  const noun = view.upos[trigger] === NOUN;
  const lemma = match.lemma(trigger);
  switch (code.type) {
    case 'CONSULT':
      // "called Holt “a saint”", "has called Chad the driest land"
      // "called Holt unready"
      if (code.mode === 'phone' && !noun && lemma === 'call') return view.upos[roles.clauses.open[trigger] ?? -1] === ADJ || patients.some((token) => isStyled(token, match));
      // "told his domestic audience": those who listen
      return noun && lemma === 'audience' && actors.length + recipients.length < 2;
    case 'ASSAULT':
      // "out-brutalising Kern": doing more of it in words
      if (view.lower[trigger - 1] === '-' && view.lower[trigger - 2] === 'out') return true;
      // "thousands of shooting victims": of nobody's deed
      if (noun && view.relation[trigger] === REL.compound && VICTIMS.test(view.lower[view.head[trigger] ?? -1] ?? '') && draft.others.length + actors.length === 0 && isMany(view.head[trigger] ?? -1, match)) return true;
      // "a spate of police shootings": at large
      if (noun && /^(?:shootings|killings)$/.test(view.lower[trigger] ?? '') && view.lower[trigger - 1] === 'police' && recipients.length === 0 && draft.others.length === 0 && roles.childBy(trigger, REL.nummod) < 0 && !(view.lower[trigger + 1] === 'in' && view.upos[trigger + 2] === PROPN)) return true;
      // "issues of police violence"
      return noun && draft.others.length === 0 && AT_LARGE.test(view.lower[trigger] ?? '') && isMatter(trigger, match);
    case 'ACCUSE':
      // "when questioned after the vote, the premier said": by those who report
      return lemma === 'question' && actors.length === 0 && isAskedAside(trigger, match) && recipients.every((one) => OFFICES.has(sectorOf(one) ?? ''));
    case 'REQUEST':
      // "asked to describe the device, Kern said"
      return lemma === 'ask' && isAskedAside(trigger, match) && coded.agents.every((token) => view.head[token] !== trigger);
    case 'RETREAT':
      // "talks aimed at disarmament": what they are for
      if (noun && roles.caseOf(trigger) === 'at' && /^(?:aimed|aiming|directed)$/.test(view.lower[view.head[trigger] ?? -1] ?? '')) return true;
      // "when police reopened the road"
      if (code.mode === 'access' && !noun && ROADS.test(view.lower[roles.clauses.object[trigger] ?? -1] ?? '') && actors.every((one) => sectorOf(one) === 'COP')) return true;
      // "released her returns": papers, whose owner the parser may free
      return code.mode === 'release' && !noun && patients.some((token) => PAPERS.test(view.lower[token] ?? '') || (/^(?:his|her|their|its)$/.test(view.lower[token] ?? '') && PAPERS.test(view.lower[token + 1] ?? '')));
    case 'PROTEST':
      // "has demonstrated that they listen"
      if (!noun && lemma === 'demonstrate') return (roles.clauses.complement[trigger] ?? -1) > trigger || (roles.clauses.object[trigger] ?? -1) > trigger;
      // "gathered for a house party"
      if (!noun && lemma === 'gather' && FESTIVE.test(view.lower[roles.obliqueOf(trigger, 'for')] ?? '')) return true;
      // "walked out of the courthouse", against "in protest"
      if (noun || !entry.words.startsWith('walk out') || sentenceHas(DISSENT, trigger, view)) return false;
      return HOUSES.test(view.lower[roles.obliqueOf(trigger, 'of')] ?? '') || HOUSES.test(view.lower[trigger + 4] ?? '');
    case 'AGREE':
      // "seems willing to talk": as others see it
      return view.upos[trigger] === ADJ && /^(?:willing|ready|prepared|open|keen|eager)$/.test(lemma) && SEEMING.test(view.lower[view.head[trigger] ?? -1] ?? '') && view.relation[trigger] === REL.xcomp;
    case 'AID':
      // "capable of delivering warheads to the coast"
      return !noun && /^(?:deliver|send|carry|launch)$/.test(lemma) && isFired(trigger, draft, match);
    case 'COERCE':
      // "arresting officers found drugs": who did it, told elsewhere
      return !noun && code.mode === 'arrest' && view.tag(trigger) === 'VBG' && view.relation[trigger] === REL.amod && recipients.length === 0;
    case 'THREATEN':
      // "the threat from the rebels has grown": what they are, and no word of theirs
      return noun && lemma === 'threat' && entry.words === 'threat' && recipients.length === 0 && draft.others.length === 0 && /^(?:from|posed|by|to)$/.test(view.lower[trigger + 1] ?? '') && view.lower[roles.childBy(trigger, REL.det)] === 'the' && (roles.clauses.open[trigger] ?? -1) < 0;
    case 'CONCEDE':
      // "names submitted by Kern": handed in
      if (lemma === 'submit' && view.tag(trigger) === 'VBN') return true;
      // "is unified on raising wages": of one mind
      return view.tag(trigger) === 'VBG' && roles.caseOf(trigger) === 'on' && MINDED.test(view.lower[view.head[trigger] ?? -1] ?? '');
    default:
      return false;
  }
} // biome-ignore format: one rule a line

const SEEMING = /^(?:seems?|seemed|appears?|appeared|looks?|looked|sounds?|sounded)$/;
const WARHEADS = /^(?:warheads?|payloads?|bombs?|missiles?|blows?|strikes?|weapons?)$/;
const SUPPLIED = /^(?:missiles|weapons)$/;

/** Warheads, blows and bombs reach a target; missiles and weapons that somebody got were given them. */
function isFired(verb: number, { recipients }: Draft, { view, roles }: Matcher): boolean {
  const what = view.lower[roles.clauses.object[verb] ?? -1] ?? '';
  return WARHEADS.test(what) && !(SUPPLIED.test(what) && recipients.length > 0 && roles.caseOf(verb) !== 'of');
}

const ROADS = /^(?:roads?|roadways?|streets?|highways?|lanes?|intersections?|avenues?|bridges?|interstate|motorway)$/;
const FESTIVE =
  /^(?:part(?:y|ies)|dinner|lunch|breakfast|barbecue|picnic|concert|game|match|wedding|festival|meal|reunion|show|race|funeral|prayers?)$/;
const VICTIMS = /^(?:victims|deaths|survivors|statistics|suspects)$/;

/** "Thousands of victims", "victims" alone: no article or number that makes them those of one deed. */
const isMany = (noun: number, { view, roles }: Matcher): boolean =>
  roles.childBy(noun, REL.det) < 0 &&
  roles.childBy(noun, REL.nummod) < 0 &&
  (view.lower[view.head[noun] ?? -1] === 'thousands' ||
    view.lower[view.head[noun] ?? -1] === 'hundreds' ||
    roles.caseOf(noun) !== 'of');

const MINDED =
  /^(?:united|unified|divided|split|keen|intent|bent|set|focused|focussed|agreed|silent|vague|soft|tough)$/;

/** Whether right behind a name stands what it is called: words in quotation marks, or "the" and what tells no time. */
function isStyled(name: number, { view }: Matcher): boolean {
  const { upos, lower, text, start, sentence, relation } = view;
  let at = name + 1;
  while (upos[at] === PROPN && (relation[at] === REL.flat || relation[at] === REL.compound) && sentence[at] === sentence[name]) at++;
  if (sentence[at] !== sentence[name]) return false;
  if (/["“‘]/.test(text[start[at] ?? 0] ?? '') || (lower[at] === "'" && lower[at + 1] === "'")) return true;
  if (upos[at] !== DET || !/^(?:the|an?)$/.test(lower[at] ?? '')) return false;
  for (let word = at + 1; word < at + 4; word++) {
    if (WHEN.test(lower[word] ?? '')) return false;
    if (upos[word] === NOUN) return true;
    if (upos[word] !== ADJ && upos[word] !== PROPN) break;
  }
  return upos[at + 1] === ADJ || upos[at + 1] === PROPN || upos[at + 1] === NOUN;
} // biome-ignore format: long condition

/** Whether a noun, without an article and told of nothing else, hangs by "of", "on" or "about" from a matter. */
function isMatter(noun: number, { view, roles }: Matcher): boolean {
  if (roles.childBy(noun, REL.det) >= 0 || roles.childBy(noun, REL.nummod) >= 0) return false;
  let at = noun;
  for (let steps = 0; steps < 3; steps++) {
    const led = roles.caseOf(at);
    const up = view.head[at] ?? -1;
    if (up < 0 || up > at || view.upos[up] === VERB) return false;
    if (/^(?:of|on|about|over|around|regarding)$/.test(led) && MATTER.test(view.lower[up] ?? '')) return true;
    if (view.relation[at] !== REL.conj && view.relation[at] !== REL.nmod) return false;
    at = up;
  }
  return false;
}

/** "When questioned", "asked to": a participle without "was" beside a clause. */
const isAskedAside = (verb: number, { view, roles }: Matcher): boolean =>
  (view.tag(verb) === 'VBN' || view.sentence[verb - 1] !== view.sentence[verb]) &&
  view.relation[verb] === REL.advcl &&
  roles.childBy(verb, REL['aux:pass']) < 0 &&
  roles.obliqueOf(verb, 'by') < 0;
