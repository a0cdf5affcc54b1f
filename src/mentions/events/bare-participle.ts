// A verb of what is done to somebody in, the noun before it that it was done to out, where the parser took a bare participle for a past tense.
import { ADV, NOUN, NUM, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';
import { DAYS } from './role-words.ts';
import type { Children } from './roles.ts';

/** Verbs that want an object: without one behind them somebody underwent them, "31 people arrested near here". */
const UNDERGONE: ReadonlySet<string> = new Set([
  'arrest', 'detain', 'kill', 'injure', 'wound', 'convict', 'jail', 'imprison', 'sentence', 'deport', 'kidnap', 'abduct', 'nab', 'apprehend', 'execute', 'behead', 'hospitalise',
  'hospitalize', 'displace', 'evacuate', 'assassinate', 'murder', 'massacre', 'stab', 'shoot',
]); // biome-ignore format: one table

/** What is said of those whom it happened to. */
const TOLD: ReadonlySet<string> = new Set(['reported', 'confirmed', 'feared', 'believed', 'presumed']);

const HOW: ReadonlySet<string> = new Set(['in', 'by', 'during']);

/** -1 where the verb has an object, an auxiliary or another verb that shares its object, or nobody stands before it. */
export function undergoer(
  verb: number,
  { lower, upos, relation, sentence, tag, head }: TokenView,
  { object, complement, open, passive }: Clauses,
  { first, next }: Children,
  lemma: string,
): number {
  if (!UNDERGONE.has(lemma) || (object[verb] ?? -1) >= 0 || (complement[verb] ?? -1) >= 0 || (open[verb] ?? -1) >= 0)
    return -1;
  const form = tag(verb);
  if (form !== 'VBD' && form !== 'VBN') return -1;
  // "killed and wounded nine": the object stands once
  if (relation[verb] === REL.conj || relation[verb] === REL['acl:relcl']) return -1;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (relation[child] === REL.aux || (relation[child] === REL.conj && upos[child] === VERB)) return -1;
  let at = verb - 1;
  while (at >= 0 && upos[at] === ADV) at--;
  // "51 people were reported killed in clashes", "nine are feared killed by shelling": where it says how
  if (
    at >= 0 &&
    at === head[verb] &&
    relation[verb] === REL.xcomp &&
    TOLD.has(lower[at] ?? '') &&
    HOW.has(lower[verb + 1] ?? '')
  )
    return passive[at] ?? -1;
  // "Man, 19, stabbed": his age
  if (lower[at] === ',' && upos[at - 1] === NUM && lower[at - 2] === ',') at -= 3;
  const pos = upos[at];
  if (at < 0 || sentence[at] !== sentence[verb] || (pos !== NOUN && pos !== PROPN && pos !== NUM)) return -1;
  if (DAYS.has(lower[at] ?? '')) return -1;
  // "120 soldiers and a general killed"
  const whole = relation[at] === REL.conj ? (head[at] ?? -1) : -1;
  return whole >= 0 && whole < at ? whole : at;
}
