// A paper that does what a verb says in ("a UN report accused"), the token of those whose paper it is by its own words out.
import { ADJ, NOUN, PRON, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { Children } from './roles.ts';

/** Papers in which those who put them out speak; what a law or a bill does is done by whoever applies it. */
const PAPERS: ReadonlySet<string> = new Set([
  'report', 'reports', 'statement', 'statements', 'letter', 'resolution', 'declaration', 'communique', 'communiqué', 'memo', 'complaint', 'lawsuit', 'petition', 'editorial',
]); // biome-ignore format: one table
const BY: ReadonlySet<string> = new Set(['by', 'from', 'of']);

/** "A UN report accused", "the ministry's statement", "a letter from the envoy": whose it is; -1 for nobody, or no paper. */
export function paperOwner(
  paper: number,
  { lower, upos, relation, text, start }: TokenView,
  { first, next }: Children,
  caseOf: (noun: number) => string,
): number {
  if (paper < 0 || upos[paper] !== NOUN || !PAPERS.has(lower[paper] ?? '')) return -1;
  let owner = -1;
  for (let child = first[paper] as number; child >= 0; child = next[child] as number) {
    const link = relation[child];
    if (link === REL['nmod:poss']) return upos[child] === PRON ? -1 : child;
    if (child < paper) {
      // "a French report", "a Senate report"; "a new report" is nobody's
      if ((link === REL.compound || link === REL.amod) && isCapital(child)) owner = child;
    } else if (owner < 0 && link === REL.nmod && BY.has(caseOf(child)) && upos[child] !== PRON) owner = child;
  }
  return owner;

  function isCapital(token: number): boolean {
    const code = text.charCodeAt(start[token] ?? 0);
    return code >= 65 && code <= 90 && (upos[token] === PROPN || upos[token] === ADJ);
  }
}
