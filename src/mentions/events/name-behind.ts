// A noun that says what somebody is in, the one whose name stands right behind its words out: "retail magnate Ivan Holt", "member of the town council Anna Holt".
import { DET, NOUN, PRON, PROPN, REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { phraseFrom } from './phrase-from.ts';

const NAME = kindBit('name');
const PERSON = kindBit('person');

/** The actor; -1 where no person's name stands there. */
export function nameBehind(noun: number, { view, kinds, roles }: Matcher, cast: CastGrowth): number {
  const { upos, relation, head, sentence } = view;
  if (view.tag(noun) !== 'NN') return -1;
  let last = noun;
  if (upos[noun + 1] !== PROPN || (kinds.of(noun) & PERSON) !== 0) {
    // a title has no article: "the head of the council Anna Holt set up" tells of two
    if ((kinds.of(noun) & PERSON) === 0 || isLed(noun, upos)) return -1;
    if (upos[noun + 1] !== PROPN) last = roles.obliqueOf(noun, 'of');
  } else if ((kinds.of(noun) & ~NAME) !== 0 || isLed(phraseFrom(noun, view), upos)) return -1;
  const name = last + 1;
  if (last < noun || upos[name] !== PROPN || upos[last] !== NOUN || sentence[name] !== sentence[noun]) return -1;
  const actor = cast.at(name);
  if (actor < 0 || cast.kindOf(actor) !== 'person' || cast.beginOf(name) !== name) return -1;
  for (let word = name; word < name + 4 && upos[word] === PROPN; word++)
    if ((head[word] === last || head[word] === noun) && (relation[word] === REL.appos || relation[word] === REL.flat))
      return actor;
  return -1;
}

const isLed = (noun: number, upos: Uint8Array): boolean => upos[noun - 1] === DET || upos[noun - 1] === PRON;
