// A noun for an attack of which no party is known in, whether its words tell what was struck out: "an attack on a school", "shelling of the road".
import { ADJ, NOUN, REL } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const STRUCK = kindMask('place') | kindMask('thing');
const UPON: ReadonlySet<string> = new Set(['on', 'against', 'at', 'upon']);
/** Above an attack, what does not let it be one that was. */
const WARDED: ReadonlySet<string> = new Set([
  'repel', 'repulse', 'thwart', 'foil', 'prevent', 'avert', 'stop', 'halt', 'end', 'plan', 'plot', 'prepare', 'threaten', 'fear', 'expect', 'risk', 'avoid', 'deter', 'deny', 'focus', 'simulate', 'survive', 'claim', 'pause', 'charge', 'convict', 'accuse', 'suspect',
  'threat', 'risk', 'fear', 'possibility', 'chance', 'wave', 'number', 'rise', 'increase', 'series', 'event', 'case', 'prospect', 'attempt', 'charge', 'count',
]); // biome-ignore format: one table

/** "An attack on a school", "the shelling of a hospital": a thing that is struck stands behind it, and nothing says that it failed or is only feared. */
export function isStruckAt({ coded, code, status }: Draft, match: Matcher): boolean {
  const { view, roles } = match;
  const { trigger, patients, operators } = coded;
  if (code.type !== 'ASSAULT' || status !== 'asserted' || view.upos[trigger] !== NOUN || operators.length > 0) return false;
  if (view.tag(trigger) === 'NNS' || roles.childBy(trigger, REL.det) < 0 || isKind(trigger, match)) return false;
  for (let at = trigger, steps = 0; steps < 3 && at >= 0; steps++, at = view.head[at] ?? -1)
    if (at !== trigger && WARDED.has(match.lemma(at))) return false;
  return patients.some(
    (token) =>
      token > trigger &&
      view.head[token] === trigger &&
      view.upos[token] === NOUN &&
      (match.kinds.of(token) & STRUCK) !== 0 &&
      UPON.has(roles.caseOf(token)),
  );
} // biome-ignore format: long conditions

/** "Any attack", "another possible attack": none that was. */
function isKind(noun: number, { view, roles: { children } }: Matcher): boolean {
  const { first, next } = children;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
    if (view.relation[child] === REL.det && !/^(?:an?|the|this|that)$/.test(view.lower[child] ?? '')) return true;
    if (view.upos[child] === ADJ && /^(?:possible|potential|future|planned|imminent|alleged|verbal|legal|political|new)$/.test(view.lower[child] ?? '')) return true;
  }
  return false;
} // biome-ignore format: long conditions
