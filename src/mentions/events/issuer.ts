// A paper that says something in ("the resolution urges Velmar"), the token of who issued it out, where the text tells.
import { NOUN, PROPN, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

/** What is done with a paper by those whose word it is. */
const ISSUING: ReadonlySet<string> = new Set([
  'adopt', 'pass', 'issue', 'approve', 'release', 'publish', 'send', 'write', 'sign', 'draft', 'circulate', 'post', 'deliver', 'endorse', 'vote',
]); // biome-ignore format: one table
/** How many words back the telling of it is looked for. */
const BACK = 120;

/** "The council adopted a resolution that condemns", "the resolution urges": the council; -1 where it is not told. */
export function issuerOf(paper: number, match: Matcher): number {
  const { view, roles } = match;
  const lemma = match.lemma(paper);
  for (let at = paper; at >= 0 && at > paper - BACK; at--) {
    if (at !== paper && (view.upos[at] !== NOUN || match.lemma(at) !== lemma)) continue;
    const verb = view.head[at] ?? -1;
    if (verb < 0 || view.upos[verb] !== VERB || !ISSUING.has(match.lemma(verb))) continue;
    // "a resolution was adopted by the council"
    const { agent, passive, patient } = roles.rolesOf(verb);
    if (agent < 0 || agent === at || (passive && patient !== at)) continue;
    if (!passive && (roles.clauses.object[verb] ?? -1) !== at) continue;
    return view.upos[agent] === NOUN || view.upos[agent] === PROPN ? agent : -1;
  }
  return -1;
}
