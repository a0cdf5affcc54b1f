// A verb of saying and the clause it leads in, the censure that the two make out: "said Dorvania's raid was illegal", "said the vote was neither free nor fair".
import { ADJ, NOUN, PRON, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit, kindMask } from './kinds.ts';

/** What nobody may do, by its adjective or noun. */
const WRONG: ReadonlySet<string> = new Set([
  'illegal', 'unlawful', 'illegitimate', 'unconstitutional', 'unacceptable', 'unjustified', 'unjustifiable', 'unwarranted', 'inexcusable', 'intolerable', 'disproportionate', 'undemocratic', 'fraudulent', 'provocative',
  'outrageous', 'shameful', 'disgraceful', 'despicable', 'deplorable', 'reprehensible', 'abhorrent', 'void', 'null', 'violation', 'breach', 'provocation', 'aggression', 'farce', 'sham', 'disgrace', 'outrage', 'affront',
  'betrayal', 'blackmail', 'piracy', 'infringement', 'interference',
]); // biome-ignore format: one table
/** What is found wanting where it is not so. */
const RIGHT: ReadonlySet<string> = new Set([
  'legal',
  'lawful',
  'legitimate',
  'acceptable',
  'justified',
  'justifiable',
  'free',
  'fair',
  'tolerable',
  'constitutional',
  'transparent',
  'credible',
]);
const NOT: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'neither', 'no', 'hardly']);
const UNSURE: ReadonlySet<string> = new Set(['if', 'whether', 'would', 'could', 'may', 'might', 'can', 'should']);
const SPEAKER = kindBit('power') | kindBit('state');
const MEDIA = kindBit('media');
/** What powers do or set down. */
const DEED =
  kindMask('law') |
  kindMask('demand') |
  kindMask('accord') |
  kindMask('talks') |
  kindMask('blow') |
  kindMask('rally') |
  kindMask('crime') |
  kindMask('abstract') |
  kindMask('weapon');
export const DECRIED = plainEntry('ACCUSE', 'disapprove', '111', { frame: 'direct' });

/** Null where the clause finds no fault with a deed, or those who say so hold no power. */
export function decried({ match, cast }: Coder, verb: number, clause: number): Coded | null {
  const { view, roles, kinds } = match;
  if ((view.upos[clause] !== ADJ && view.upos[clause] !== NOUN) || roles.childBy(clause, REL.cop) < 0) return null;
  const lemma = view.upos[clause] === NOUN ? match.lemma(clause) : (view.lower[clause] ?? '');
  const denied = isDenied(clause, match);
  if (!(denied ? RIGHT : WRONG).has(lemma)) return null;
  if (roles.isLedBy(clause, REL.mark, UNSURE) || roles.isLedBy(clause, REL.aux, UNSURE)) return null;
  const { agent } = roles.rolesOf(verb);
  const deed = roles.clauses.subject[clause] ?? -1;
  if (agent < 0 || deed < 0 || view.upos[deed] === PRON || cast.at(agent) === cast.at(deed)) return null;
  if ((kinds.of(agent) & SPEAKER) === 0 || (kinds.of(agent) & MEDIA) !== 0) return null;
  if (!kinds.isPower(deed) && (view.upos[deed] !== NOUN || (kinds.of(deed) & DEED) === 0)) return null;
  return {
    code: DECRIED, trigger: clause, clause: verb, agents: [agent], patients: [deed], mutual: false, operators: [], consumed: [], entry: DECRIED, path: `${match.lemma(verb)} + ${lemma}`,
  }; // biome-ignore format: one record
} // biome-ignore format: long conditions

/** "Was not legitimate", "was neither free nor fair". */
function isDenied(word: number, { view, roles }: Coder['match']): boolean {
  const { first, next } = roles.children;
  for (let child = first[word] as number; child >= 0 && child < word; child = next[child] as number)
    if (NOT.has(view.lower[child] ?? '')) return true;
  return false;
}
