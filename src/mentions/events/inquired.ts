// A verb of looking into what a clause asks in, the inquiry that it is out: "police are investigating whether the firm bribed officials".
import { ADJ, NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit, kindMask } from './kinds.ts';

const INQUIRING: ReadonlySet<string> = new Set([
  'investigate',
  'examine',
  'probe',
  'explore',
  'look',
  'inquire',
  'enquire',
]);
const ASKING: ReadonlySet<string> = new Set(['whether', 'if', 'how', 'why', 'who']);
/** Those whose office it is to look into what somebody did. */
const OFFICE: ReadonlySet<string> = new Set([
  'police', 'prosecutor', 'investigator', 'detective', 'authority', 'official', 'tribunal', 'court', 'commission', 'committee', 'panel', 'regulator', 'inspector', 'army', 'military', 'ministry',
]); // biome-ignore format: one table
const POWER = kindBit('power') | kindBit('state') | kindBit('forces');
const SOMEBODY = kindMask('person') | kindBit('power') | kindBit('body') | kindBit('actor');
const BLAST = kindBit('blow') | kindBit('crime');
const INQUIRY = plainEntry('ACCUSE', 'investigate', '090');

/** Null where nobody in office looks into it, or what is asked is nobody's doing. */
export function inquired({ match, cast }: Coder, verb: number, lemma: string): Coded | null {
  if (!INQUIRING.has(lemma)) return null;
  const { view, roles, kinds } = match;
  if (lemma.endsWith('quire') && view.lower[verb + 1] !== 'into' && !ASKING.has(view.lower[verb + 1] ?? '')) return null;
  if (lemma === 'look' && view.lower[verb + 1] !== 'into') return null;
  const opens = lemma === 'look' || view.lower[verb + 1] === 'into' ? verb + 2 : verb + 1;
  if (!ASKING.has(view.lower[opens] ?? '')) return null;
  const clause = clauseBehind(verb, opens, match);
  const { agent, passive } = roles.rolesOf(verb);
  if (clause < 0 || agent < 0 || passive) return null;
  if ((kinds.of(agent) & POWER) === 0 && !OFFICE.has(match.lemma(agent))) return null;
  const { agent: doer, patient, passive: undergone } = roles.rolesOf(clause);
  const whom = undergone ? patient : doer;
  // "is linked to the bombing": of somebody who is named
  if (whom < 0 || whom === agent || cast.at(whom) === cast.at(agent)) return null;
  // "how the suspect was killed": what befell somebody is nothing they are suspected of
  const suffered = undergone && !LINKED.has(view.lower[clause] ?? '');
  const accused = (kinds.of(whom) & SOMEBODY) !== 0 && view.upos[whom] !== PRON && !suffered;
  // "whether the blast was deliberate", against "how the fire started"
  const blast = (kinds.of(whom) & BLAST) !== 0 && /^(?:whether|if|who)$/.test(view.lower[opens] ?? '');
  if (!accused && !blast) return null;
  return {
    code: INQUIRY, trigger: verb, clause: verb, agents: [agent], patients: accused ? [whom] : [], mutual: false, operators: [], consumed: [], entry: INQUIRY, path: `${lemma} + ${view.lower[opens]}`,
  }; // biome-ignore format: one record
} // biome-ignore format: long conditions

const LINKED: ReadonlySet<string> = new Set([
  'linked',
  'connected',
  'involved',
  'tied',
  'implicated',
  'armed',
  'paid',
  'recruited',
  'bribed',
  'related',
]);

/** The verb or predicate of the clause that a question word opens; -1 where the parser found none. */
function clauseBehind(verb: number, opens: number, { view, roles }: Coder['match']): number {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < opens) continue;
    const link = view.relation[child];
    if (link !== REL.ccomp && link !== REL.advcl && link !== REL.xcomp) continue;
    if (view.upos[child] === VERB || view.upos[child] === NOUN || view.upos[child] === ADJ) return child;
  }
  return -1;
}
