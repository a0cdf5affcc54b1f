// A participle behind "those" in, the one that the sentence names among them out: "among those arrested was the deputy Anna Holt".
import { ADJ, DET, NOUN, NUM, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';

const BEING: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are']);
/** What is told of a number of people before some of them are named; those who were killed are told with the deed. */
const TAKEN =
  /^(?:arrested|detained|jailed|imprisoned|captured|abducted|kidnapped|expelled|deported|charged|convicted|sentenced|freed|released|pardoned)$/;
const LONGEST = 12;

/** The noun behind "was" or "were"; -1 where nobody is told of. */
export function amongThose(verb: number, { lower, upos, head, relation, sentence }: TokenView): number {
  if (lower[verb - 1] !== 'those' && lower[verb - 1] !== 'them') return -1;
  const among = lower[verb - 2];
  if ((among !== 'among' && among !== 'amongst') || !TAKEN.test(lower[verb] ?? '')) return -1;
  for (let at = verb + 1; at < verb + LONGEST && sentence[at] === sentence[verb]; at++) {
    if (upos[at] === VERB || upos[at] === PUNCT) return -1;
    if (!BEING.has(lower[at] ?? '')) continue;
    const told = head[at] ?? -1;
    if (told > at && relation[at] === REL.cop && (upos[told] === NOUN || upos[told] === PROPN)) return told;
    let noun = at + 1;
    while (upos[noun] === DET || upos[noun] === ADJ || upos[noun] === NUM) noun++;
    while (upos[noun] === NOUN && (upos[noun + 1] === NOUN || upos[noun + 1] === PROPN) && head[noun] === noun + 1)
      noun++;
    return sentence[noun] === sentence[verb] && (upos[noun] === NOUN || upos[noun] === PROPN) ? noun : -1;
  }
  return -1;
}
