// A paper that does what a verb says in ("a UN report accused"), the token of those whose paper it is by its own words out.
import { NOUN, PRON, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { Children, RoleReader } from './roles.ts';

/** Papers in which those who put them out speak; what a law or a bill does is done by whoever applies it. */
const PAPERS: ReadonlySet<string> = new Set([
  'report', 'reports', 'statement', 'statements', 'letter', 'resolution', 'declaration', 'communique', 'communiqué', 'memo', 'complaint', 'lawsuit', 'petition', 'editorial',
  'inquiry', 'enquiry', 'investigation', 'study', 'survey', 'audit', 'findings', 'review', 'communiqués', 'declarations', 'letters', 'dossier', 'resolutions',
  'speech', 'speeches', 'tweet', 'tweets', 'remarks', 'comments', 'message', 'messages', 'address', 'op-ed', 'post', 'posts', 'sermon', 'broadcast', 'broadcasts',
]); // biome-ignore format: one table
const HAPPENING = /^(?:c[ao]mes?|coming|follow(?:s|ed)?|began|begins?|ended|ends|delivered|released|made|posted)$/;
const BY: ReadonlySet<string> = new Set(['by', 'from', 'of']);

/** "A UN report accused", "the ministry's statement", "a letter from the envoy": whose it is; -1 for nobody, or no paper. */
export function paperOwner(
  paper: number,
  { lower, upos, relation, text, start, head }: TokenView,
  { first, next }: Children,
  roles: Pick<RoleReader, 'caseOf'>,
): number {
  if (upos[paper] !== NOUN || !PAPERS.has(lower[paper] ?? '')) return -1;
  // "his comments came as the leaders met and asked": what goes on is no word of his
  if (HAPPENING.test(lower[head[paper] ?? -1] ?? '')) return -1;
  let owner = -1;
  for (let child = first[paper] as number; child >= 0; child = next[child] as number) {
    const link = relation[child];
    if (link === REL['nmod:poss']) return upos[child] === PRON ? -1 : child;
    if (child < paper) {
      // "a French report", "a Senate report"; "a new report" is nobody's
      if (
        (link === REL.compound || link === REL.amod) &&
        /^\p{Lu}/u.test(text[start[child] ?? 0] ?? '') &&
        upos[child] !== NOUN
      )
        owner = child;
      // "a Security Council draft resolution": hung from the draft
      else if (link === REL.compound && lower[child] === 'draft' && upos[first[child] ?? -1] === PROPN)
        owner = first[child] as number;
    } else if (owner < 0 && link === REL.nmod && BY.has(roles.caseOf(child)) && upos[child] !== PRON) owner = child;
  }
  return owner;
}
