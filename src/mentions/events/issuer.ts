// A paper that says something in ("the resolution urges Velmar"), the token of who issued it out, where the text tells.
import { NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';
import { paperOwner } from './paper-owner.ts';
import type { RoleReader } from './roles.ts';

/** What is done with a paper by those whose word it is. */
const ISSUING: ReadonlySet<string> = new Set([
  'adopt', 'pass', 'issue', 'approve', 'release', 'publish', 'send', 'write', 'sign', 'draft', 'circulate', 'post', 'deliver', 'endorse', 'vote', 'file', 'submit', 'bring',
]); // biome-ignore format: one table
/** How many words back the telling of it is looked for. */
const BACK = 120;

/** "The council adopted a resolution that condemns", "the resolution urges": the council; -1 where it is not told. */
export function issuerOf(paper: number, match: Matcher): number {
  const { view, roles } = match;
  const lemma = match.lemma(paper);
  // "the report by the army"
  const by = roles.obliqueOf(paper, 'by');
  if (by > paper && (view.upos[by] === NOUN || view.upos[by] === PROPN)) return by;
  // "a lawsuit filed by the miners"
  const issued = roles.childBy(paper, REL.acl);
  if (issued > paper && view.tag(issued) === 'VBN' && ISSUING.has(match.lemma(issued))) {
    const { agent } = roles.rolesOf(issued);
    if (agent > issued && (view.upos[agent] === NOUN || view.upos[agent] === PROPN)) return agent;
  }
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
  const known = /^(?:the|that|this|its)$/.test(view.lower[roles.childBy(paper, REL.det)] ?? '');
  return lemma === 'resolution' && known ? namedBefore(paper, match) : -1;
}

/** "U.N. Resolution 90 ... that resolution calls for": whose the one is that was named before; -1 where it bears nobody's name. */
function namedBefore(paper: number, { view, roles }: Matcher): number {
  for (let at = paper - 1; at >= 0 && at > paper - BACK; at--) {
    if (view.lower[at] !== 'resolution') continue;
    // "UN Security Council Resolution 90", where all is one name
    if (view.upos[at - 1] === PROPN && !/^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(view.lower[at - 1] ?? '')) return at - 1;
    const owner = paperOwner(at, view, roles.children, roles);
    if (owner >= 0) return owner;
  }
  return -1;
} // biome-ignore format: long conditions

/** Papers whose every word is that of the body that adopted or issued them; what a newspaper publishes is not its own. */
const VOICED: ReadonlySet<string> = new Set([
  'statements',
  'resolutions',
  'declarations',
  'resolution',
  'declaration',
  'communique',
  'communiqué',
  'statement',
  'report',
]);
const ADOPTED: ReadonlySet<string> = new Set(['adopted', 'passed', 'issued', 'approved', 'released', 'adopting', 'passing', 'issuing', 'releasing', 'adopts', 'passes', 'issues']); // biome-ignore format: one table

/** What carries the words of whoever sends it: "sent letters threatening to kill voters". */
const SENT_WORDS: ReadonlySet<string> = new Set([
  'letter', 'letters', 'message', 'messages', 'leaflet', 'leaflets', 'flyer', 'flyers', 'note', 'notes', 'video', 'videos', 'recording',
]); // biome-ignore format: one table
const SENT: ReadonlySet<string> = new Set([
  'sent', 'sends', 'sending', 'send', 'released', 'releasing', 'issued', 'distributed', 'distributing', 'circulated', 'scattered', 'recorded', 'posted',
]); // biome-ignore format: one table

/** "The council adopted a resolution that condemned Velmar": the council, where the paper is told of in one sentence with its issuing; else -1. */
export function issuerBeside(
  paper: number,
  { lower, upos, head }: TokenView,
  { clauses }: Pick<RoleReader, 'clauses'>,
): number {
  const doings = VOICED.has(lower[paper] ?? '') ? ADOPTED : SENT_WORDS.has(lower[paper] ?? '') ? SENT : null;
  const verb = doings ? (head[paper] ?? -1) : -1;
  if (verb < 0 || verb > paper || upos[verb] !== VERB || !doings?.has(lower[verb] ?? '')) return -1;
  if ((clauses.object[verb] ?? -1) !== paper) return -1;
  const issuer = clauses.subject[verb] ?? -1;
  return upos[issuer] === NOUN || upos[issuer] === PROPN ? issuer : -1;
}
