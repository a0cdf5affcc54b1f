// The token of an argument in, those of a body or crowd who are told of together out: "two members of the Green Party", "nine women and children".
import { ADJ, NOUN, PROPN, REL } from '../actors/token-view.ts';
import { CRAFT } from './bearers.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { phraseFrom } from './phrase-from.ts';

/** Those whose members are what the body is: who fights. */
const FIGHTING: ReadonlySet<string | null> = new Set(['MIL', 'REB', 'UAF', 'PRM', 'SEP', 'SPY', 'COP']);
const PERSON = kindBit('person') | kindBit('forces');

/** Those whom the words name, as one actor; -1 where they are no such phrase. `mortal` where only what lives can be meant. */
export function toldTogether(token: number, match: Matcher, cast: CastGrowth, mortal: boolean): number {
  const { view } = match;
  const other = countedWith(token, match);
  if (other >= 0) {
    const sector = cast.sectorOf(cast.at(token));
    const from = beginOf(token, view);
    return cast.phrase(from, token, other + 1, 'group', cast.sectorOf(cast.at(other)) === sector ? sector : 'CVL');
  }
  return membersOf(token, match, cast, mortal);
}

/** "Nine women and children": the second noun, whom the number in front counts with the first; -1 where none stands there. */
export function countedWith(token: number, match: Matcher): number {
  const { view, roles, kinds } = match;
  const other = token + 2;
  if (view.lower[token + 1] !== 'and' || view.head[other] !== token || view.relation[other] !== REL.conj) return -1;
  const number = roles.childBy(token, REL.nummod);
  if (number < 0 || number > token || roles.childBy(other, REL.nummod) >= 0) return -1;
  for (const one of [token, other])
    if (
      view.upos[one] !== NOUN ||
      view.tag(one) !== 'NNS' ||
      (kinds.of(one) & PERSON) === 0 ||
      isMachine(match.lemma(one))
    )
      return -1;
  // "nine guards and members of the force": of the second noun more is told
  return roles.obliqueOf(other, 'of') < 0 ? other : -1;
}

const isMachine = (lemma: string) => CRAFT.has(lemma) || /^(?:tank|ship|boat|truck)$/.test(lemma);

/** "A member of Congress", "Kurdish members of parliament": some of a body, and not the body; -1 where the words say it of the body. */
function membersOf(token: number, { view, roles }: Matcher, cast: CastGrowth, mortal: boolean): number {
  const word = view.lower[token] ?? '';
  if (word !== 'member' && word !== 'members') return -1;
  const of = roles.obliqueOf(token, 'of');
  if (of < token) return -1;
  const body = cast.at(of);
  const kind = cast.kindOf(body);
  if (kind !== 'organisation' && kind !== 'group') return -1;
  const house = cast.sectorOf(body) === 'LEG' && cast.countryOf(body) !== 'IGO';
  const counted = word === 'member' || roles.childBy(token, REL.nummod) >= 0;
  // whoever speaks has these words for a name already
  // "25 members of the Front were killed": its fighters are the Front
  if (!house && FIGHTING.has(cast.sectorOf(body))) return -1;
  const speaks = ` ${cast.nameOf(cast.at(token)).toLowerCase()}`.endsWith(` ${word}`);
  if (!house && !speaks && !(mortal && counted)) return -1;
  let to = of + 1;
  while (view.upos[to] === PROPN && view.upos[to - 1] === PROPN) to++;
  return cast.phrase(
    beginOf(token, view),
    token,
    to,
    word === 'member' ? 'person' : 'group',
    cast.sectorOf(body),
    cast.countryOf(body),
  );
}

/** First word of what they are called: "Kurdish and Sunni members". */
function beginOf(token: number, view: Matcher['view']): number {
  let from = phraseFrom(token, view);
  while (/^(?:least|most|than)$/.test(view.lower[from] ?? '')) from++;
  for (;;) {
    const before = view.lower[from - 1] === 'and' && isLabel(from, view) ? from - 2 : from - 1;
    if (before < 0 || view.sentence[before] !== view.sentence[token] || !isLabel(before, view)) return from;
    from = before;
  }
}

/** "Kurdish", "Sunni". */
const isLabel = (at: number, { upos, text, start }: Matcher['view']): boolean =>
  (upos[at] === ADJ || upos[at] === PROPN) && /^\p{Lu}/u.test(text.charAt(start[at] ?? 0));
