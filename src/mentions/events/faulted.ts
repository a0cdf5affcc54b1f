// A verb of saying and the clause it leads in, the accusation that the two make out: "said Dorvania had rigged the vote", "said the rebels are the suspected perpetrators".
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { kindBit } from './kinds.ts';
import { ALLEGED } from './plain-operator.ts';

/** What one does not do rightly, whoever says so. */
const WRONGFUL: ReadonlySet<string> = new Set([
  'rig',
  'cheat',
  'fabricate',
  'falsify',
  'sabotage',
  'betray',
  'mislead',
  'deceive',
  'lie',
  'meddle',
  'interfere',
  'undermine',
  'collude',
  'conspire',
  'harbour',
  'harbor',
  'shelter',
  'persecute',
  'oppress',
  'mistreat',
  'discriminate',
  'flout',
  'bully',
  'blackmail',
  'infringe',
  'usurp',
  'instigate',
  'mastermind',
  'incite',
  'destabilise',
  'destabilize',
  'manipulate',
  'terrorise',
  'terrorize',
  'intimidate',
  'silence',
  'smear',
  'slander',
  'defame',
  'embezzle',
  'plunder',
  'bribe',
  'brainwash',
  'indoctrinate',
  'weaponise',
  'weaponize',
  'hide',
  'conceal',
  'distort',
  'loot',
  'squander',
  'whitewash',
  'mishandle',
  'mismanage',
  'jeopardise',
  'jeopardize',
  'stoke',
  'foment',
  'exploit',
  'spy',
  'eavesdrop',
  'vilify',
  'demonise',
  'demonize',
  'scapegoat',
  'renege',
]);
/** What makes any deed a wrong one. */
const WRONGLY: ReadonlySet<string> = new Set(['illegally', 'unlawfully', 'unduly', 'wrongly', 'wrongfully', 'unjustly', 'falsely', 'fraudulently', 'arbitrarily', 'unconstitutionally']); // biome-ignore format: one table
/** Stolen by those who rule; what thieves steal is a crime. */
const TAKEN: ReadonlySet<string> = new Set([
  'election',
  'vote',
  'victory',
  'land',
  'power',
  'referendum',
  'presidency',
]);
/** What those are called who did it. */
const DOERS: ReadonlySet<string> = new Set(['perpetrator', 'culprit', 'mastermind', 'suspect', 'aggressor']);
const GUILTY: ReadonlySet<string> = new Set(['guilty', 'complicit', 'culpable']);
/** What those in power fail to do who do wrong; others only fail. */
const OWED: ReadonlySet<string> = new Set(['protect', 'act', 'respond', 'prevent', 'honour', 'honor', 'comply', 'fulfil', 'fulfill', 'heed', 'address', 'tackle', 'deliver', 'safeguard', 'ensure', 'uphold', 'live', 'keep', 'listen', 'understand', 'acknowledge', 'condemn', 'investigate', 'meet', 'implement', 'provide', 'control']); // biome-ignore format: one table
/** What one does wrong with. */
const WITH: Readonly<Record<string, ReadonlySet<string>>> = {
  abuse: new Set(['power', 'authority', 'trust', 'office', 'position', 'process', 'system']),
  ignore: new Set(['will', 'law', 'plight', 'court', 'warning', 'demand', 'right', 'suffering', 'constitution', 'ruling', 'resolution', 'appeal', 'call']),
  tell: new Set(['lie', 'untruth', 'falsehood']),
  spread: new Set(['lie', 'hatred', 'disinformation', 'misinformation', 'propaganda', 'terror', 'fear', 'rumour', 'rumor']),
  sow: new Set(['discord', 'division', 'chaos', 'hatred', 'fear', 'terror']),
  fuel: new Set(['conflict', 'violence', 'tension', 'war', 'hatred', 'instability']),
  trample: new Set(['right', 'constitution', 'law', 'democracy']),
  bear: new Set(['responsibility', 'blame']),
  commit: new Set(['genocide', 'aggression', 'treason', 'fraud']),
}; // biome-ignore format: one table
const UNSURE: ReadonlySet<string> = new Set([
  'would',
  'could',
  'may',
  'might',
  'should',
  'can',
  'will',
  'must',
  "'d",
  "'ll",
]);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'no', 'if', 'whether']);
const PARTY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces');
const MEDIA = kindBit('media');

/** Null where the clause holds no wrong against one who can be blamed for it. */
export function faulted({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  const lemma = match.lemma(clause);
  const taken = roles.clauses.object[clause] ?? -1;
  const wrong =
    view.upos[clause] === VERB
      ? // "had been sheltering in the school": where they hid
        (WRONGFUL.has(lemma) && (lemma !== 'shelter' || taken >= 0)) ||
        // "alleged the ministry is hiding the figures": what is alleged is a wrong
        (match.lemma(verb) === 'allege' && view.relation[clause] === REL.ccomp) ||
        roles.isLedBy(clause, REL.advmod, WRONGLY) ||
        (lemma === 'steal' && taken >= 0 && TAKEN.has(match.lemma(taken))) ||
        (taken >= 0 && WITH[lemma]?.has(match.lemma(taken)) === true) ||
        (lemma === 'fail' &&
          (roles.clauses.open[clause] ?? -1) > clause &&
          OWED.has(match.lemma(roles.clauses.open[clause] as number)))
      : (view.upos[clause] === NOUN && DOERS.has(lemma)) || GUILTY.has(view.lower[clause] ?? '');
  if (!wrong || (roles.clauses.passive[clause] ?? -1) >= 0) return null;
  const { agent } = roles.rolesOf(verb);
  let subject = roles.clauses.subject[clause] ?? -1;
  // parsers take whom it is said of for the object of the saying
  const object = roles.clauses.object[verb] ?? -1;
  if (subject < 0 && object > verb && object < clause) subject = object;
  if (agent < 0 || subject < 0 || view.upos[subject] === PRON) return null;
  const of = kinds.of(agent);
  if ((of & PARTY) === 0 || (of & MEDIA) !== 0 || !kinds.isPower(subject)) return null;
  if (cast.at(agent) === cast.at(subject)) return null;
  for (const link of [REL.aux, REL.advmod, REL.det, REL.mark])
    if (roles.isLedBy(clause, link, UNSURE) || roles.isLedBy(clause, link, NOT)) return null;
  return {
    code: ALLEGED, trigger: clause, clause: verb, agents: [agent], patients: [subject], mutual: false, operators: [], consumed: [], entry: ALLEGED, path: `${match.lemma(verb)} + ${lemma}`,
  }; // biome-ignore format: one record
}
