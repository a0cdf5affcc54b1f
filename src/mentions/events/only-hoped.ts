// A word that names an event in, what the phrase it stands in says of whether it happened out: "no sign of ending it", "in return for a withdrawal", "a vote on lifting the embargo".
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Status } from './event.ts';
import { saysNone } from './none.ts';
import type { RoleReader } from './roles.ts';

/** Whoever does so for something has not done it before. */
export const GOING: ReadonlySet<string> = new Set([
  'go',
  'travel',
  'fly',
  'visit',
  'head',
  'come',
  'return',
  'sail',
  'drive',
]);
/** Verbs of thought whose clause nobody states. */
export const HEDGES: ReadonlySet<string> = new Set([
  'hope', 'fear', 'expect', 'want', 'wish', 'believe', 'think', 'suspect', 'doubt', 'speculate', 'suggest', 'imagine', 'wonder', 'ask', 'demand', 'urge', 'request', 'call', 'advise', 'encourage', 'instruct', 'tell', 'persuade', 'convince', 'recommend', 'incite', 'plot', 'conspire', 'allow', 'permit', 'enable', 'empower', 'entitle', 'authorise', 'authorize', 'need', 'deserve', 'prefer', 'direct', 'fight', 'struggle', 'strive', 'battle', 'campaign', 'scramble', 'vie', 'risk', 'work', 'cajole', 'coax', 'implore', 'beseech', 'exhort', 'press', 'push', 'lobby', 'beg', 'order', 'favor', 'favour', 'advocate', 'contemplate',
]); // biome-ignore format: one table

/** What shows that something may come. */
const SIGNS: ReadonlySet<string> = new Set(['sign', 'hint', 'indication', 'intention', 'chance', 'prospect', 'hope']);
/** What is given for something: as far off as that. */
const RETURN = /^(?:return|exchange)$/;
/** Who votes on something has not done it. */
const VOTING: ReadonlySet<string> = new Set(['vote', 'decide', 'deliberate', 'rule']);

/** Asserted where the phrase says nothing of it. `above` gives the status of another word; null where that is not asked for. */
export function statusInPhrase(at: number, view: TokenView, roles: RoleReader, above: ((word: number) => Status) | null): Status {
  const { head, relation, upos, lower } = view;
  const up = head[at] ?? -1;
  if (up < 0) return 'asserted';
  const { words } = roles.parsed;
  if (view.tag(at) === 'VBG') {
    const link = relation[at];
    if (link === REL.acl && up < at && upos[up] === NOUN && SIGNS.has(words.lemma(up)) && roles.caseOf(at) === 'of')
      return saysNone(up, view, roles) ? 'negated' : 'hypothetical';
    if (link === REL.advcl && upos[up] === VERB && roles.caseOf(at) === 'on' && VOTING.has(words.lemma(up)))
      return 'hypothetical';
    return 'asserted';
  }
  // "hinted at sanctions": what somebody only lets others expect
  if (upos[at] === NOUN && lower[up]?.startsWith('hint') && roles.caseOf(at) === 'at') return 'hypothetical';
  if (above === null || relation[at] !== REL.nmod || up > at || !RETURN.test(lower[up] ?? '') || lower[up - 1] !== 'in') return 'asserted';
  const verb = head[up] ?? -1;
  return upos[at] === NOUN && verb >= 0 && upos[verb] === VERB && roles.caseOf(at) === 'for' ? above(verb) : 'asserted';
} // biome-ignore format: long conditions
