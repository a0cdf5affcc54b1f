// The verb that tells of an event in, the one above it that it was done with out: "gathered to protest", "took to the airwaves to accuse Holt".
import { REL, VERB } from '../actors/token-view.ts';
import type { EventType } from './event.ts';
import type { Matcher } from './match.ts';

/** Coming together in public. */
const GATHERING: ReadonlySet<string> = new Set([
  'gather', 'assemble', 'rally', 'march', 'mass', 'converge', 'congregate', 'flock', 'throng', 'parade', 'pour',
]); // biome-ignore format: one table
/** Where words are said to all. */
const AIRED =
  /^(?:twitter|x|facebook|instagram|telegram|television|tv|radio|air|airwaves|podium|stage|floor|lectern|microphone|media|youtube|weibo)$/;
const ISSUING: ReadonlySet<string> = new Set(['issue', 'release', 'publish', 'post', 'write', 'hold', 'put']);
const ISSUED =
  /^(?:statement|letter|video|message|tweet|post|communique|communiqué|conference|briefing|advertisement|op-ed)$/;

/** The verb above with which a deed that is told as its purpose was done; -1 for none. `spoken` what is done in words. */
export function meansOf(verb: number, type: EventType, spoken: boolean, match: Matcher): number {
  if (!spoken && type !== 'PROTEST') return -1;
  const { view, roles } = match;
  const up = view.head[verb] ?? -1;
  const link = view.relation[verb];
  if (up < 0 || up > verb || view.upos[up] !== VERB || view.lower[verb - 1] !== 'to') return -1;
  if (link !== REL.advcl && link !== REL.xcomp) return -1;
  const lemma = match.verbLemma(up);
  if (type === 'PROTEST') return GATHERING.has(lemma) ? up : -1;
  if (lemma === 'take') return AIRED.test(view.lower[roles.obliqueOf(up, 'to')] ?? '') ? up : -1;
  if (lemma === 'go') return AIRED.test(view.lower[roles.obliqueOf(up, 'on')] ?? '') ? up : -1;
  const paper = roles.clauses.object[up] ?? -1;
  return ISSUING.has(lemma) && paper > up && paper < verb && ISSUED.test(view.lower[paper] ?? '') ? up : -1;
}

/** "Appeared to promise talks": nobody says that it was so. */
export function isSeeming(verb: number, { view }: Matcher): boolean {
  const up = view.head[verb] ?? -1;
  if (up < 0 || view.relation[verb] !== REL.xcomp || view.lower[verb - 1] !== 'to') return false;
  return /^(?:appear|seem)(?:s|ed)?$/.test(view.lower[up] ?? '');
}
