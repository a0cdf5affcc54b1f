// A verb of saying and the clause it leads in, the accusation that a deed is a wrong out: "said the raid was an act of terrorism", "said the strikes amounted to war crimes".
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { censureBit, says } from './censure.ts';
import type { Coded, Coder } from './coder.ts';
import { singular } from './forms.ts';
import { kindBit } from './kinds.ts';
import { ALLEGED } from './plain-operator.ts';
import { ownerOf } from './receivers.ts';

const BLAMEWORTHY = kindBit('law') | kindBit('demand') | kindBit('accord') | kindBit('blow') | kindBit('talks');
const WRONG = censureBit('wrong');
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state');
const ACTOR = kindBit('actor');
const MEDIA = kindBit('media');
/** What a deed is said to be. */
const WRONGS: ReadonlySet<string> = new Set([
  'violation', 'breach', 'crime', 'aggression', 'mockery', 'genocide', 'terrorism', 'apartheid', 'massacre', 'abuse', 'injustice', 'torture', 'cleansing', 'punishment', 'piracy', 'sabotage',
]); // biome-ignore format: one table
/** "An act of terrorism", "a form of torture": the wrong is what "of" leads. */
const ACTS: ReadonlySet<string> = new Set(['act', 'form', 'case', 'campaign', 'part', 'kind', 'example']);
/** "Amounted to", "constitutes", "violated": verbs that call the deed of their subject a wrong. */
const BEING_SO: ReadonlySet<string> = new Set(['amount', 'constitute', 'represent']);
const BREAKING: ReadonlySet<string> = new Set([
  'violate',
  'breach',
  'contravene',
  'infringe',
  'break',
  'flout',
  'defy',
]);
const RULES: ReadonlySet<string> = new Set([
  'law', 'ceasefire', 'cease-fire', 'truce', 'charter', 'sovereignty', 'treaty', 'agreement', 'accord', 'resolution', 'convention', 'right', 'integrity', 'airspace', 'constitution', 'pact',
]); // biome-ignore format: one table
/** Deeds that are blamed on whoever did them. */
const HARSH: ReadonlySet<string> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'MOBILIZE',
  'REJECT',
  'PROTEST',
  'THREATEN',
]);
const COURTS: ReadonlySet<string> = new Set(['judge', 'court', 'tribunal', 'magistrate', 'jury']);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no', 'if', 'whether', 'neither']);

/** Null where the clause calls no deed a wrong, or where neither who did it nor who in power says so is told. */
export function deedJudged(coder: Coder, verb: number, clause: number, depth: number): Coded | null {
  const { match } = coder;
  const { view, roles, kinds } = match;
  if (!isCharge(clause, coder)) return null;
  for (const link of [REL.advmod, REL.det, REL.mark]) if (roles.isLedBy(clause, link, NOT)) return null;
  const { agent } = roles.rolesOf(verb);
  const deed = roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || deed < 0 || view.upos[deed] !== NOUN || view.upos[agent] === PRON) return null;
  const of = kinds.of(agent);
  if ((of & PARTY) === 0 || (of & MEDIA) !== 0) return null;
  const inner = coder.code(deed, depth + 1);
  const harsh = inner !== null && HARSH.has(inner.code.type);
  const named = inner && inner.agents.length > 0 ? inner.agents : blamedFor(deed, clause, match);
  const doers = named.filter((one) => coder.cast.at(one) !== coder.cast.at(agent));
  if (doers.length < named.length) return null;
  // "the law was illegal", "the murder is unacceptable": of what nobody is blamed for only those in power are heard
  if (
    doers.length === 0 &&
    !((harsh || (kinds.of(deed) & BLAMEWORTHY) !== 0) && (kinds.isPower(agent) || (of & ACTOR) !== 0))
  )
    return null;
  if (!harsh && (kinds.of(deed) & BLAMEWORTHY) === 0) return null;
  // "ruled the statute unlawful": what courts find is a judgement
  if (!harsh && COURTS.has(match.lemma(agent))) return null;
  // "was an act of terrorism": the wrong is no deed beside the one that it is
  const noun = view.upos[clause] === NOUN;
  return {
    code: ALLEGED, trigger: noun ? verb : clause, clause: verb, agents: [agent], patients: doers.length > 0 ? doers : [deed], mutual: false, operators: [], consumed: noun ? [clause] : [], entry: ALLEGED, path: `${match.lemma(verb)} + ${match.lemma(clause)}`,
  }; // biome-ignore format: one record
}

/** Whether the words of a clause call the deed of its subject a breach of law or faith. */
function isCharge(clause: number, { match }: Coder): boolean {
  const { view, roles } = match;
  const pos = view.upos[clause];
  if (pos === VERB) {
    const lemma = match.lemma(clause);
    const object = roles.clauses.object[clause] ?? -1;
    if (BREAKING.has(lemma)) return object >= 0 && RULES.has(match.lemma(object));
    return BEING_SO.has(lemma) && (lemma === 'amount' ? amounts(clause, match) : wrongOf(object, match));
  }
  return pos === NOUN && roles.childBy(clause, REL.cop) >= 0 && wrongOf(clause, match);
}

/** Those who committed it, or whose law it is: "the Dorvanian law violates human rights". */
function blamedFor(deed: number, clause: number, match: Coder['match']): number[] {
  const by = committers(clause, match);
  if (by.length > 0) return by;
  const owner = ownerOf(match, deed);
  return owner >= 0 && match.kinds.isPower(owner) && match.view.upos[owner] !== PRON ? [owner] : [];
}

/** "Crimes against humanity committed by the army": by whom; none where nobody is told. */
function committers(clause: number, { view, roles }: Coder['match']): number[] {
  for (let at = clause + 1; at < clause + 16 && view.sentence[at] === view.sentence[clause]; at++)
    if (view.lower[at + 1] === 'by' && /^(?:committed|perpetrated)$/.test(view.lower[at] ?? '')) {
      const by = roles.rolesOf(at).agent;
      return by > at ? [by] : [];
    }
  return [];
}

/** "Amounted to war crimes": by the words behind, since parsers take "war" for a verb there. */
function amounts(verb: number, { view }: Coder['match']): boolean {
  if (view.lower[verb + 1] !== 'to') return false;
  for (let at = verb + 2; at < verb + 7 && view.sentence[at] === view.sentence[verb]; at++)
    if (
      WRONGS.has(singular(view.lower[at] ?? '')) ||
      says(singular(view.lower[at] ?? ''), WRONG) ||
      says(`${view.lower[at]} ${view.lower[at + 1]}`, WRONG)
    )
      return true;
  return false;
}

function wrongOf(noun: number, match: Coder['match']): boolean {
  if (noun < 0) return false;
  const lemma = match.lemma(noun);
  // "a war crime", "a crime against humanity"; what the police call a crime is one
  if (lemma === 'crime') return match.view.lower[noun - 1] === 'war' || match.view.lower[noun + 1] === 'against';
  if (WRONGS.has(lemma)) return true;
  const of = ACTS.has(lemma) ? match.roles.obliqueOf(noun, 'of') : -1;
  return of >= 0 && (WRONGS.has(match.lemma(of)) || match.lemma(of) === 'war');
}
