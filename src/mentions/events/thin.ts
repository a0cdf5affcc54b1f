// An event in the making in, whether its words tell too little to be a row out: nobody on either side, what was not done or only might be by nobody in power.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, NUM, REL } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { isMeasure } from './since.ts';
import { isStruckAt } from './struck-at.ts';
import { isRuling } from './talk.ts';

/** What counts when it is done; undone or only thought of it counts between those who govern. */
const SOFT: ReadonlySet<string> = new Set([
  'SUPPORT',
  'AID',
  'COOPERATE',
  'AGREE',
  'CONCEDE',
  'REQUEST',
  'CONSULT',
  'MOBILIZE',
  'PROTEST',
]);
const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'SEP', 'PRM', 'UAF', 'SPY', 'GOV']);
/** What befalls people at the hands of whoever may do it. */
const BEFALLS: ReadonlySet<string | null> = new Set(['arrest', 'release', 'convict', 'allege', 'deport']);
/** Limits that hold for a town or a land, whoever set them. */
const AT_LARGE: ReadonlySet<string | null> = new Set(['curfew', 'martial-law', 'censor', 'cyber']);

const JUDGING: ReadonlySet<string> = new Set(['sentence', 'convict', 'jail', 'imprison', 'acquit', 'try', 'condemn']);

/** Whether a noun tells what somebody is judged for. */
const isCharge = (noun: number, { view, roles }: Matcher): boolean =>
  view.upos[noun] === NOUN &&
  view.relation[noun] === REL.obl &&
  roles.caseOf(noun) === 'for' &&
  JUDGING.has(view.parsed.words.lemma(view.head[noun] ?? noun));

/** `others`: the drafts that stand beside it in the report. */
export function isThin(draft: Draft, others: readonly Draft[], { actors: known }: Cast, index: (actor: number) => number, match: Matcher): boolean {
  const { actors, recipients, code, coded, status } = draft;
  const { view } = match;
  // "three people were hurt": by whatever it was, unless an attack is told that did it
  if (HURT.has(coded.entry.words) && actors.length + coded.agents.length + draft.others.length === 0) return true;
  if (actors.length + recipients.length === 0) {
    // "432 arrests were made"
    // "2,500 have been arrested": so many, whoever they are
    if (code.type === 'COERCE') return !AT_LARGE.has(code.mode) && !coded.patients.some((token) => view.upos[token] === NUM || (code.mode === 'arrest' && status === 'asserted' && MANY.test(view.lower[token] ?? '')) || (BEFALLS.has(code.mode) && match.roles.childBy(token, REL.nummod) >= 0)) && !coded.entry.words.startsWith('make') && !isMade(coded.trigger, match);
    if (code.type !== 'ASSAULT' && code.type !== 'PROTEST') return false;
    // "sentenced for her murder": what the judgment is about, of whoever it was
    if (isCharge(coded.trigger, match)) return true;
    // "speaking at a rally": where words were said
    if (code.type === 'PROTEST' && match.lemma(coded.trigger) === 'rally' && match.roles.caseOf(coded.trigger) === 'at') return true;
    // "our post was shelled", "a bomb went off": what was hit, or what hit, is told
    if (view.upos[coded.trigger] !== NOUN && (coded.patients.length > 0 || coded.entry.frame === 'weapon')) return false;
    // "the deadliest since an assault in Tarn": another one, by its place
    if (isMeasure(coded.trigger, match) || isStruckAt(draft, match)) return false;
    return others.some(
      (one) => one !== draft && one.code.type === code.type && one.actors.length + one.recipients.length > 0 && one.status === status,
    );
  }
  // "resuming talks", "the meeting of the Assembly": with whom nobody says
  if (code.type === 'CONSULT' && code.mode !== 'visit' && code.cameo !== '045' && view.upos[coded.trigger] === NOUN && actors.length + recipients.length === 1)
    return !(coded.operators.length > 0 || code.mode === 'multilateral' || mayTalk(known[index(actors[0] ?? recipients[0] ?? -1)]));
  const governs = (one: number) => isRuling(known[index(one)]) || ARMED.has(known[index(one)]?.sector ?? '');
  if (status === 'negated') {
    // "did not rule out strikes": nothing was refused, and nothing done
    if (code.type === 'REJECT' && match.verbLemma(coded.trigger) === 'rule') return true;
    // "Holt is not charged", "no prisoners have been released"
    if (actors.length === 0) return !BEFALLS.has(code.mode);
    return (SOFT.has(code.type) || code.type === 'ACCUSE') && !([...actors, ...recipients].every(governs) && (recipients.length > 0 || code.type === 'CONCEDE'));
  }
  if (status === 'hypothetical' && SOFT.has(code.type) && code.type !== 'CONSULT' && code.type !== 'PROTEST')
    return !(actors.length > 0 && actors.every(governs));
  // "the attack ascribed to the rebels": whose it is said to be, by nobody who says it
  if (code.type === 'ACCUSE' && actors.length === 0 && LAID.has(coded.entry.words)) return true;
  // "legislators were removed from the chamber", "the opposition leader was barred from leaving": only those in power do that to them
  if (code.type === 'COERCE' && actors.length === 0 && status === 'asserted' && (MOVED_OFF.test(coded.entry.words) || (coded.entry.words === 'bar' && MOVING.test(view.lower[coded.trigger + 2] ?? ''))) && recipients.some((one) => CIVIC.has(known[index(one)]?.sector ?? '')) && match.roles.childBy(coded.trigger, REL['aux:pass']) >= 0) return false;
  // "the senator was barred from office": of one who holds or seeks one
  if (code.type === 'COERCE' && actors.length === 0 && status === 'asserted' && BARRED.test(coded.entry.words) && recipients.some((one) => CIVIC.has(known[index(one)]?.sector ?? '') || HOLDING.has(known[index(one)]?.sector ?? ''))) return false;
  // "were prohibited", "restrictions on industries": by nobody
  if (code.type === 'COERCE' && code.mode === 'restrict' && actors.length === 0 && status !== 'future') return !code.cameo.startsWith('163') && !SANCTIONS.test(coded.entry.words);
  // "treated at a hospital and released"
  return code.type === 'RETREAT' && code.mode === 'release' && actors.length === 0 && isOfPatient(coded.trigger, match);
} // biome-ignore format: long conditions

/** What is done to people by those who may say who is where. */
const MOVED_OFF = /^(?:remove from|evict|eject)\b/;
/** What one is barred from by those in power: not “from taking part in a debate”. */
const MOVING = /^(?:leaving|entering|returning|travelling|traveling|running|standing|voting)$/;
const BARRED = /^ba[nr] from (?:office|running|standing|politics|election|ballot|parliament)\b/;
const HOLDING: ReadonlySet<string> = new Set(['GOV', 'ELI']);
const CIVIC: ReadonlySet<string> = new Set(['OPP', 'CVL', 'JRN', 'PTY', 'LEG', 'SOC', 'LAB', 'REF']);
/** So many, whoever they are: "thousands have been arrested". */
const MANY = /^(?:hundreds|thousands|dozens|scores)$/;
const HURT: ReadonlySet<string> = new Set(['hurt', 'injure']);
const LAID: ReadonlySet<string> = new Set(['attribute', 'ascribe to', 'blame on']);

/** "A number of arrests have been made". */
const isMade = (noun: number, { view: { lower, tag } }: Matcher): boolean =>
  tag(noun).endsWith('S') && [1, 2, 3, 4].some((step) => lower[noun + step] === 'made');

/** One who has consultations, or several who met each other: "delegations", "foreign ministers". */
const mayTalk = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.kind === 'person' ||
  (actor !== undefined && /(?:s|men|people)$/.test(actor.name) && !/^\p{Lu}.* \p{Lu}/u.test(actor.name));

const SANCTIONS = /sanction|embargo|blockade|tariff/;

/** Whether the sentence up to a verb tells of a hospital. */
function isOfPatient(verb: number, { view: { lower, sentence } }: Matcher): boolean {
  for (let at = verb - 1; at >= 0 && sentence[at] === sentence[verb]; at--)
    if (/^(?:hospital|hospitals|hospitali[sz]ed|treated|clinic)$/.test(lower[at] ?? '')) return true;
  return lower[verb + 1] === 'from' && /^(?:the|a|hospital)$/.test(lower[verb + 2] ?? '') && [2, 3].some((step) => lower[verb + step] === 'hospital');
} // biome-ignore format: long conditions
