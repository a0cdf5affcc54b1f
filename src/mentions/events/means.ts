// The verb that tells of an event in, the one above it that it was done with out: "gathered to protest", "took to the airwaves to accuse Holt".
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { EventType } from './event.ts';
import type { Matcher } from './match.ts';

/** Coming together in public. */
const GATHERING: ReadonlySet<string> = new Set([
  'gather', 'assemble', 'rally', 'march', 'mass', 'converge', 'congregate', 'flock', 'throng', 'parade', 'pour',
]); // biome-ignore format: one table
/** Where words are said to all. */
const AIRED =
  /^(?:twitter|x|facebook|instagram|telegram|television|tv|radio|air|airwaves|podium|stage|floor|lectern|microphone|media|youtube|weibo)$/;
const ISSUING: ReadonlySet<string> = new Set([
  'issue', 'release', 'publish', 'post', 'write', 'hold', 'put', 'send', 'sign', 'call', 'convene', 'give', 'stage', 'deliver', 'make',
]); // biome-ignore format: one table
const ISSUED =
  /^(?:statement|letter|video|message|tweet|post|communique|communiqué|conference|briefing|advertisement|op-ed|speech|address)$/;
/** By these one says it to somebody. */
const ADDRESSING: ReadonlySet<string> = new Set(['write', 'tweet', 'telephone', 'phone', 'email']);
/** For a visit of this sort one comes. */
const COMING: ReadonlySet<string> = new Set([
  'come',
  'visit',
  'gather',
  'arrive',
  'travel',
  'fly',
  'go',
  'call',
  'assemble',
  'turn',
]);
/** What is said to those who mourn or have won. */
const COURTESY = /condolence|respect|tribute|congratulat|solidarity|sympath|mourn/;

/** The verb above with which a deed that is told as its purpose was done; -1 for none. `spoken` what is done in words. */
export function meansOf(verb: number, type: EventType, spoken: boolean, match: Matcher): number {
  if (!spoken && type !== 'PROTEST') return -1;
  const { view, roles } = match;
  const up = view.head[verb] ?? -1;
  const link = view.relation[verb];
  if (up < 0 || up > verb || view.lower[verb - 1] !== 'to') return -1;
  if (link === REL.acl && spoken) return issuingVerb(up, view, (one) => match.lemma(one));
  if (view.upos[up] !== VERB) return -1;
  if (link !== REL.advcl && link !== REL.xcomp) return -1;
  const lemma = match.verbLemma(up);
  if (type === 'PROTEST') return GATHERING.has(lemma) ? up : -1;
  if (lemma === 'take') return AIRED.test(view.lower[roles.obliqueOf(up, 'to')] ?? '') ? up : -1;
  if (lemma === 'go') return AIRED.test(view.lower[roles.obliqueOf(up, 'on')] ?? '') ? up : -1;
  if (ADDRESSING.has(lemma)) return up;
  if (
    COMING.has(lemma) &&
    COURTESY.test(`${match.lemma(verb)} ${match.lemma(Math.max(verb, roles.clauses.object[verb] ?? -1))}`)
  )
    return up;
  const paper = roles.clauses.object[up] ?? -1;
  return ISSUING.has(lemma) && paper > up && paper < verb && ISSUED.test(view.lower[paper] ?? '') ? up : -1;
}

/** "Held a news conference to denounce the raid", where the infinitive hangs from what is held: the verb; -1 for none. */
export function issuingVerb(noun: number, view: TokenView, lemma: (token: number) => string): number {
  if (view.relation[noun] !== REL.obj || !ISSUED.test(view.lower[noun] ?? '')) return -1;
  const verb = view.head[noun] ?? -1;
  return verb >= 0 && verb < noun && view.upos[verb] === VERB && ISSUING.has(lemma(verb)) ? verb : -1;
}

const SHOWING = /^(?:show|depict|capture)$/;

/** "The video appeared to show troops firing": how it looked. */
export function isShownToSeem(verb: number, { view }: Matcher): boolean {
  const up = view.head[verb] ?? -1;
  if (up < 0 || up > verb || view.tag(verb) !== 'VBG' || !SHOWING.test(view.lower[up] ?? '')) return false;
  return /^(?:appear|seem|purport)(?:s|ed|ing)?$/.test(view.lower[view.head[up] ?? -1] ?? '');
}

/** "Appeared to promise talks": nobody says that it was so. */
export function isSeeming(verb: number, { view }: Matcher): boolean {
  const up = view.head[verb] ?? -1;
  if (up < 0 || view.relation[verb] !== REL.xcomp || view.lower[verb - 1] !== 'to') return false;
  return /^(?:appear|seem)(?:s|ed)?$/.test(view.lower[up] ?? '');
}
