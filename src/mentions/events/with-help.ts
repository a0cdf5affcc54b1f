// A noun for help that "with" leads in, who helped and who was helped out: "took the town with the help of Turkey" is Turkey's help to whoever took it.
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import type { Coder } from './coder.ts';

const HELP: ReadonlySet<string> = new Set([
  'help',
  'support',
  'aid',
  'assistance',
  'backing',
  'cooperation',
  'co-operation',
]);
/** "Provided Velmar with military support": what is given. */
const GIVING: ReadonlySet<string> = new Set([
  'provide', 'supply', 'furnish', 'present', 'credit', 'reward', 'meet', 'greet', 'welcome',
]); // biome-ignore format: one table

/** Moves those behind "of" to the helpers and adds whoever did it with their help. */
export function helpWith({ match }: Coder, noun: number, agents: number[], patients: number[]): void {
  const { view, roles } = match;
  if (!HELP.has(view.lower[noun] ?? '') || roles.caseOf(noun) !== 'with') return;
  const of = view.lower[noun + 1] === 'of' ? roles.obliqueOf(noun, 'of') : -1;
  if (of >= 0 && agents.length === 0 && (patients.length === 0 || (patients.length === 1 && patients[0] === of))) {
    patients.length = 0;
    agents.push(of);
  }
  if (agents.length === 0 || patients.length > 0) return;
  const helped = doerAbove(noun);
  if (helped >= 0 && view.upos[helped] !== PRON && !agents.includes(helped)) patients.push(helped);

  /** Who does what the help is used for. */
  function doerAbove(word: number): number {
    const up = view.head[word] ?? -1;
    if (up < 0) return -1;
    if (view.upos[up] === VERB && view.relation[word] === REL.obl)
      return GIVING.has(view.parsed.words.lemma(up)) ? -1 : roles.rolesOf(up).agent;
    if (view.upos[up] !== NOUN || view.relation[word] !== REL.nmod) return -1;
    const link = view.relation[up];
    // "troops, with the help of militias, took the hill"
    if (link === REL.nsubj) return up;
    const verb = view.head[up] ?? -1;
    return link === REL.obj && view.upos[verb] === VERB ? roles.rolesOf(verb).agent : -1;
  }
}
