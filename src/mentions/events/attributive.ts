// A participle before those whom it was done to in, the event that it tells of out where the report tells it nowhere else: "the family of the murdered soldier", "the kidnapped nurses".
import { ADJ, NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import { type Draft, settled } from './draft.ts';
import { type Entry, eventEntries } from './entries.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

/** What is done on purpose and to people, as the lists have the verb. */
const DONE: Readonly<Record<string, string>> = {
  murdered: 'murder', slain: 'kill', assassinated: 'assassinate', kidnapped: 'kidnap', abducted: 'abduct', detained: 'detain', arrested: 'arrest',
}; // biome-ignore format: one table
const PEOPLE = kindMask('person') | kindMask('forces');
const THINGS = kindMask('thing') | kindMask('place') | kindMask('state');
/** What makes of a noun somebody whom the reader may ask after: not "a jailed man has rights", "kidnapped children". */
const CERTAIN: ReadonlySet<string> = new Set([
  'the', 'his', 'her', 'their', 'its', 'our', 'these', 'those', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten',
]); // biome-ignore format: one table
/** What is made up, or only held to be so. */
const DOUBTFUL: ReadonlySet<string> = new Set([
  'alleged',
  'allegedly',
  'fictional',
  'reportedly',
  'supposed',
  'supposedly',
  'wrongly',
  'never',
]);
const LONG = 6;

/** The deed of a participle, and those before whom it stands; null where it is no deed, or nobody certain. */
export function attributed(token: number, match: Matcher): Coded | null {
  const { view, kinds } = match;
  const { relation, head, lower, upos } = view;
  if (relation[token] !== REL.amod || (upos[token] !== VERB && upos[token] !== ADJ)) return null;
  const lemma = DONE[lower[token] ?? ''];
  const noun = head[token] ?? -1;
  if (!lemma || noun <= token || noun > token + LONG || (upos[noun] !== NOUN && upos[noun] !== PROPN)) return null;
  // "government-jailed", "self-kidnapped"
  if (lower[token - 1] === '-') return null;
  const kind = kinds.of(noun);
  if ((kind & PEOPLE) === 0 || (kind & THINGS) !== 0 || !isCertain(token, noun, match)) return null;
  const entry = entryOf(lemma);
  if (!entry) return null;
  return {
    code: entry, trigger: token, clause: token, agents: [], patients: [noun], mutual: false, operators: [], consumed: [], entry, path: entry.words,
  }; // biome-ignore format: one record
}

/** The plain entry of a verb: done by a subject to an object. */
function entryOf(lemma: string): Entry | null {
  for (const entry of eventEntries().verbs.get(lemma) ?? [])
    if (entry.rest.length === 0 && entry.frame === 'direct' && !entry.none && entry.preposition === null) return entry;
  return null;
}

function isCertain(token: number, noun: number, { view }: Matcher): boolean {
  const { lower, upos, sentence } = view;
  let certain = upos[noun] === PROPN || (upos[noun + 1] === PROPN && sentence[noun + 1] === sentence[noun]);
  for (let at = token - 1; at >= 0 && at > token - LONG && sentence[at] === sentence[token]; at--) {
    const word = lower[at] ?? '';
    if (DOUBTFUL.has(word)) return false;
    if (CERTAIN.has(word) || (upos[at] === NUM && /^\d{1,3}$/.test(word)) || word === "'s" || word === '’s') {
      certain = true;
      break;
    }
    if (upos[at] !== ADJ && upos[at] !== VERB && word !== 'and' && word !== ',') break;
  }
  return certain;
}

/** Whether the report tells of the same deed in words of its own: one of the type upon the same people, or upon nobody whom it names. */
export function isToldAlready(one: Coded, recipients: readonly number[], drafts: readonly Draft[], match: Matcher, isNamed: (actor: number) => boolean): boolean {
  const { kinds } = match;
  const head = one.patients[0] as number;
  const lemma = match.lemma(head);
  for (const draft of drafts) {
    const { type, mode } = settled(draft).code;
    if (type !== one.code.type && draft.code.type !== one.code.type) continue;
    if (one.code.type === 'COERCE' && draft.code.mode !== 'arrest' && mode !== 'arrest') continue;
    const whole = settled(draft);
    if (whole.recipients.length === 0 && draft.coded.patients.length === 0) return true;
    for (const actor of [...whole.recipients, ...draft.recipients]) if (recipients.includes(actor)) return true;
    // "the murdered soldier Tom Holt", in the report of how Ben Kern was killed
    if (recipients.every(isNamed) && whole.recipients.length > 0 && whole.recipients.every(isNamed)) continue;
    for (const patient of draft.coded.patients)
      if (match.lemma(patient) === lemma || (kinds.of(patient) & PEOPLE) === 0 || match.view.upos[patient] !== NOUN) return true;
  }
  return false;
} // biome-ignore format: long conditions
