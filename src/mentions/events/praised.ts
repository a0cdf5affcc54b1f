// A verb of naming in, the praise that it is by what somebody is called out: "called the envoy “brave and honest”", "described Velmar as a success story".
import { ADJ, NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { NEGATIONS } from './undone.ts';

/** "Call him a hero"; the others lead what they say by "as". */
const BARE: ReadonlySet<string> = new Set(['call', 'label', 'dub', 'term', 'pronounce']);
const WITH_AS: ReadonlySet<string> = new Set(['describe', 'characterise', 'characterize', 'portray', 'hail', 'recognise', 'recognize']); // biome-ignore format: one table
/** What one is called by those who think well of one. */
const PRAISE: ReadonlySet<string> = new Set([
  'hero', 'heroic', 'heroine', 'heroes', 'courageous', 'brave', 'admirable', 'exemplary', 'patriot', 'patriotic', 'visionary', 'statesman', 'gentleman', 'honest', 'humble', 'decent', 'kind', 'soft-spoken', 'principled', 'tireless', 'inspiring',
  'inspirational', 'inspiration', 'wonderful', 'excellent', 'outstanding', 'remarkable', 'fantastic', 'brilliant', 'trustworthy', 'reliable', 'dependable', 'trusted', 'invaluable', 'friend', 'ally', 'partner', 'beacon', 'role-model', 'peacemaker',
  'generous', 'selfless', 'honourable', 'honorable', 'respected', 'beloved', 'legend', 'noble', 'brother',
]); // biome-ignore format: one table
/** "A great leader", "a success story": praise with these behind. */
const GOOD: ReadonlySet<string> = new Set(['good', 'great', 'success', 'role', 'true', 'dear', 'shining']);
const OF_GOOD: ReadonlySet<string> = new Set(['man', 'woman', 'leader', 'friend', 'partner', 'ally', 'news', 'story', 'model', 'person', 'president', 'patriot', 'example', 'neighbour', 'neighbor', 'guy', 'country', 'nation']); // biome-ignore format: one table
/** What turns praise into something else: "no hero", "a friend of terrorists", "a former ally", "a good liar". */
const SPOILING: ReadonlySet<string> = new Set([
  'no', 'not', 'never', 'neither', 'hardly', 'former', 'false', 'would-be', 'self-styled', 'so-called', 'of', 'to', 'but', 'less', 'fewer', 'unreliable', 'potential', 'supposed', 'business', 'running', 'coalition', 'imaginary',
]); // biome-ignore format: one table
const PRAISED = plainEntry('SUPPORT', null, '051', { frame: 'direct' });
const SOMEBODY = kindBit('actor') | kindBit('power') | kindBit('state') | kindBit('name') | kindBit('forces') | kindBit('person') | kindBit('body'); // biome-ignore format: one line
const SPEAKER = kindBit('power') | kindBit('state') | kindBit('name');
const FORCES = kindBit('forces');
const BEFALLEN = /^(?:gunm[ae]n|suspects?|victims?|attackers?|shooters?|killers?|bombers?|assailants?|defendants?)$/;
const INSULT = kindBit('insult');
const FARTHEST = 7;

/** Null where nobody is called anything good. */
export function praised({ match, cast }: Coder, verb: number, lemma: string): Coded | null {
  const as = WITH_AS.has(lemma);
  if (!as && !BARE.has(lemma)) return null;
  const { view, roles, kinds } = match;
  const { agent, patient, passive } = roles.rolesOf(verb);
  if (passive || agent < 0 || (kinds.of(agent) & SOMEBODY) === 0 || isDenied(match, verb)) return null;
  // "called Holt a hero": trees take what somebody is called for a second object
  const whom =
    Math.max(roles.clauses.indirect[verb] ?? -1, -1) >= 0 ? (roles.clauses.indirect[verb] as number) : patient;
  if (whom <= verb || view.upos[whom] === PRON || (kinds.of(whom) & SOMEBODY) === 0) return null;
  if (cast.at(whom) < 0 ? view.upos[whom] !== PROPN : cast.at(whom) === cast.at(agent)) return null;
  // "called his wife his best friend"
  if (view.upos[roles.childBy(whom, REL['nmod:poss'])] === PRON) return null;
  // neighbours of those who came to be known by a crime
  if (BEFALLEN.test(view.lower[whom] ?? '') || (kinds.of(agent) & SPEAKER) === 0 || (kinds.of(agent) & FORCES) !== 0)
    return null;
  const word = saidOf(match, whom, as);
  if (word < 0) return null;
  return {
    code: PRAISED, trigger: verb, clause: verb, agents: [agent], patients: [whom], mutual: false, operators: [], consumed: [], entry: PRAISED, path: `${lemma} + ${view.lower[word]}`,
  }; // biome-ignore format: one record
}

const isDenied = ({ roles, view }: Matcher, verb: number): boolean => {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
    if (NEGATIONS.has(view.lower[child] ?? '')) return true;
  return false;
};

/** The praise that stands right behind the one it is of, up to the end of what they are called; -1 for none. */
function saidOf({ view, roles, kinds }: Matcher, whom: number, as: boolean): number {
  const { lower, upos, sentence } = view;
  let at = whom + 1;
  // "called Velmar's foreign minister, Ana Holt, a hero"
  while (at < Math.max(whom, roles.clauses.right[whom] ?? whom) && !isOpening(lower[at] ?? '') && lower[at] !== 'as' && (upos[at] === NOUN || view.tag(at) === 'NNP')) at++; // biome-ignore format: one condition
  if (as) {
    for (let step = 0; step < FARTHEST && lower[at] !== 'as'; step++)
      if (upos[at] === VERB || ++at >= view.length) return -1;
    if (lower[at] !== 'as') return -1;
    at++;
  }
  let found = -1;
  let quoted = false;
  for (let step = 0; step < FARTHEST + 3 && at < view.length && sentence[at] === sentence[whom]; step++, at++) {
    const word = lower[at] ?? '';
    if (isOpening(word)) {
      if (quoted || found >= 0) break;
      quoted = true;
      continue;
    }
    if (/^[.,;:—–()]$/.test(word) || (upos[at] === VERB && !PRAISE.has(word) && !quoted)) break;
    if ((kinds.of(at) & INSULT) !== 0 || (found < 0 && SPOILING.has(word))) return -1;
    // "a friend of terrorists", "a partner that failed us": whose friend makes it praise or not
    if (found >= 0 && /^(?:of|to|that|who|which|but)$/.test(word))
      return CLOSE_TO.test(lower[found] ?? '') || /^(?:that|who|which|but)$/.test(word) ? -1 : found;
    if (found < 0 && (PRAISE.has(word) || (GOOD.has(word) && OF_GOOD.has(nounBehind(view, at))))) found = at;
    else if (found < 0 && !quoted && upos[at] !== ADJ && upos[at] !== NOUN && !/^(?:an?|the|his|her|its|our|my|very|truly|one|most|as|“|")$/.test(word) && view.tag(at) !== 'RB') return -1; // biome-ignore format: one condition
  }
  return found;
}

const CLOSE_TO = /^(?:friend|ally|partner|true|good|trusted)s?$/;

const isOpening = (word: string): boolean => /^["“”'‘’]$|^''$|^``$/.test(word);

/** "A good news story": the last of the nouns right behind. */
function nounBehind({ lower, upos }: Matcher['view'], adjective: number): string {
  let at = adjective + 1;
  while (upos[at] === ADJ) at++;
  while (upos[at + 1] === NOUN) at++;
  return (lower[at] ?? '').replace(/s$/, '');
}
