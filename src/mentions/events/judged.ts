// A participle that calls something names in, the verb of judging that it goes on with out: "condemned the raids by the army on Tarn describing them as a massacre".
import type { Parsed } from '../../grammar/parsed.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import { isPaper } from './token-kinds.ts';

/** What goes on with a judgement rather than telling of the noun before it. */
const NAMING: ReadonlySet<string> = new Set(['describe', 'call', 'brand', 'label', 'denounce', 'term', 'dub']);
const JUDGING: ReadonlySet<string> = new Set([
  'condemn', 'denounce', 'slam', 'criticise', 'criticize', 'blast', 'decry', 'deplore', 'praise', 'hail', 'welcome', 'reject', 'dismiss',
]); // biome-ignore format: one table

/** What is done with a paper by others than those whose word it is. */
const FACING: ReadonlySet<string> = new Set([
  'veto', 'block', 'oppose', 'defeat', 'stall', 'delay', 'thwart', 'scuttle', 'torpedo', 'shelve', 'obtain', 'see', 'review', 'read', 'cite', 'ignore', 'violate', 'breach', 'flout', 'dispute', 'question', 'challenge', 'await', 'study', 'leak',
]); // biome-ignore format: one table

/** What is held by whoever speaks, and heard, cheered or told of by others. */
const SPOKEN: ReadonlySet<string> = new Set(['speech', 'address', 'interview', 'sermon', 'op-ed']);
const GIVING: ReadonlySet<string> = new Set([
  'give',
  'deliver',
  'make',
  'hold',
  'write',
  'publish',
  'broadcast',
  'pen',
]);

/** "Condemned the report describing it as a massacre", "vetoed a resolution calling for a truce": not those who issue it. */
export function isJudging(verb: number, { words }: Parsed, paper: string): boolean {
  const lemma = verb < 0 ? '' : words.lemma(verb);
  if (SPOKEN.has(paper)) return !GIVING.has(lemma);
  return JUDGING.has(lemma) || FACING.has(lemma);
}

/** The verb of judging above the noun that such a participle was hung from; -1 for none. */
export function judgedBy(participle: number, view: TokenView, lemma: (token: number) => string): number {
  const { head, relation, upos } = view;
  if (view.tag(participle) !== 'VBG' || !NAMING.has(lemma(participle))) return -1;
  let at = head[participle] ?? -1;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    if (upos[at] === VERB) return JUDGING.has(lemma(at)) ? at : -1;
    // "condemned the report describing it as": what the report does
    if (isPaper(view.lower[at] ?? '') || relation[at] === REL.nsubj || relation[at] === REL['nsubj:pass']) return -1;
    at = head[at] ?? -1;
  }
  return -1;
}

const AT_FAULT: ReadonlySet<string> = new Set(['responsible', 'guilty', 'liable', 'culpable', 'complicit']);

/** "Concluded that the rebels were responsible and launched an operation": the verb of whoever finds so, who acts on it; -1 for none. */
export function judgeOf(judged: number, { lower, relation, head, upos }: TokenView): number {
  if (relation[judged] !== REL.ccomp || !AT_FAULT.has(lower[judged] ?? '')) return -1;
  const verb = head[judged] ?? -1;
  return verb >= 0 && verb < judged && upos[verb] === VERB ? verb : -1;
}
