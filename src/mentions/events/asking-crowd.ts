// A participle in, the crowd right before it whose demand it is out: "fired on protesters demanding reform", where the parser hung it from whoever fired.
import { actorLexicon } from '../actors/lexicon.ts';
import { NOUN, type TokenView } from '../actors/token-view.ts';

/** What a crowd does. */
const ASKING: ReadonlySet<string> = new Set([
  'demand', 'call', 'protest', 'seek', 'chant', 'march', 'demonstrate', 'rally', 'campaign', 'oppose', 'shout', 'wave', 'carry',
]); // biome-ignore format: one table
/** What is done to one by those who ask for nothing. */
const FORCING: ReadonlySet<string> = new Set([
  'fire', 'shoot', 'clash', 'attack', 'disperse', 'beat', 'arrest', 'detain', 'charge', 'confront', 'face', 'kill', 'wound', 'injure', 'spray', 'chase', 'use', 'round', 'suppress', 'crush',
]); // biome-ignore format: one table

/** -1 where the participle is not theirs. */
export function askingCrowd(
  verb: number,
  up: number,
  { upos, lower, tag, head }: TokenView,
  lemma: (token: number) => string,
): number {
  const crowd = verb - 1;
  if (tag(verb) !== 'VBG' || upos[crowd] !== NOUN || head[crowd] !== up || crowd < up) return -1;
  if (!ASKING.has(lemma(verb)) || !FORCING.has(lemma(up))) return -1;
  return actorLexicon().agents.get(lower[crowd] ?? '')?.kind === 'group' ? crowd : -1;
}
